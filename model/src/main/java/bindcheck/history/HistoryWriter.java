package bindcheck.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Writes a history, one line an event; not whole before the end is written. */
public final class HistoryWriter implements AutoCloseable {
  private final Writer out;

  /** Writes to a stream, which is closed with the writer. */
  public HistoryWriter(OutputStream out, Header header) {
    this(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)), header);
  }

  /** Writes to what is closed with it, or by whoever opened it. */
  public HistoryWriter(Writer out, Header header) {
    this.out = out;
    write(EventWriter.of(header));
  }

  /** Writes the next event. */
  public void write(Event event) {
    write(EventWriter.of(event));
  }

  private void write(ObjectNode line) {
    try {
      out.write(line.toString());
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
