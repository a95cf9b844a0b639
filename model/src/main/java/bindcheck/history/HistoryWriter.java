package bindcheck.history;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a history, one line an event; not whole before the end is written. */
public final class HistoryWriter implements AutoCloseable {
  private final JsonGenerator json;
  private final EventWriter events;

  /** Writes to a file, which is replaced. */
  public static HistoryWriter to(Path file, Header header) throws IOException {
    return new HistoryWriter(Files.newOutputStream(file), header);
  }

  /** Writes to a stream, which is closed with the writer. */
  public HistoryWriter(OutputStream out, Header header) {
    try {
      json = new JsonFactory().createGenerator(out);
      json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
      events = new EventWriter(json);
      events.header(header);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the next event. */
  public void write(Event event) {
    try {
      events.event(event);
      if (event instanceof Event.End) {
        json.writeRaw('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      json.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
