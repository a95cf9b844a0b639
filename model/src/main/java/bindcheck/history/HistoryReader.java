package bindcheck.history;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a history from a file, an event at a time, so that one of any length can be read. */
public final class HistoryReader implements AutoCloseable {
  /** More than any event needs; a longer line is read no further. */
  private static final int LONGEST_LINE = 10_000;

  private static final ObjectMapper JSON =
      new ObjectMapper(
              JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final String file;
  private final BufferedReader lines;
  private final Discipline discipline = new Discipline();
  private final Header header;
  private long line;

  /**
   * Opens a file and reads its header.
   *
   * @throws HistoryException if it cannot be read, or does not begin with a header
   */
  public HistoryReader(Path path) {
    this.file = path.toString();
    try {
      if (Files.isDirectory(path)) {
        throw new HistoryException(file, 0, "expected a history, found a folder");
      }
      lines = Files.newBufferedReader(path);
    } catch (NoSuchFileException missing) {
      throw new HistoryException(file, 0, "expected a history, found no such file");
    } catch (IOException unreadable) {
      throw new HistoryException(
          file, 0, "expected a readable file, found: " + unreadable.getMessage());
    }
    try {
      this.header = EventReader.header(object());
    } catch (EventReader.Malformed malformed) {
      close();
      throw new HistoryException(file, line, malformed.getMessage());
    } catch (HistoryException malformed) {
      close();
      throw malformed;
    }
  }

  public Header header() {
    return header;
  }

  /** The line of the last event, from 1. */
  public long line() {
    return line;
  }

  /**
   * The next event; null after the end.
   *
   * @throws HistoryException if the next line is no event, or none that can come here
   */
  public Event next() {
    if (discipline.isEnded()) {
      requireNoMore();
      return null;
    }
    try {
      Event event = EventReader.event(object());
      Optional<String> wrong = discipline.enter(event);
      if (wrong.isPresent()) {
        throw new HistoryException(file, line, wrong.get());
      }
      return event;
    } catch (EventReader.Malformed malformed) {
      throw new HistoryException(file, line, malformed.getMessage());
    }
  }

  private void requireNoMore() {
    String more = readLine();
    if (more != null) {
      throw new HistoryException(file, line, "expected nothing after the end");
    }
  }

  private JsonNode object() {
    String text = readLine();
    if (text == null) {
      throw new HistoryException(
          file,
          line,
          line == 1
              ? "expected a header, found an empty file"
              : "expected {\"event\": \"end\", ...}; the history is not whole");
    }
    try {
      JsonNode node = JSON.readTree(text);
      if (node == null || node.isMissingNode()) {
        throw new HistoryException(file, line, "expected a JSON object, found an empty line");
      }
      return node;
    } catch (JsonProcessingException notJson) {
      throw new HistoryException(
          file, line, "expected a JSON object: " + oneLine(notJson.getOriginalMessage()));
    }
  }

  private static String oneLine(String message) {
    return String.valueOf(message).lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", "?");
  }

  private String readLine() {
    line++;
    try {
      StringBuilder text = new StringBuilder();
      int c = lines.read();
      if (c < 0) {
        return null;
      }
      for (; c >= 0 && c != '\n'; c = lines.read()) {
        text.append((char) c);
        if (text.length() > LONGEST_LINE) {
          throw new HistoryException(
              file, line, "expected a line of at most " + LONGEST_LINE + " characters");
        }
      }
      return text.toString();
    } catch (CharacterCodingException notUtf8) {
      throw new HistoryException(file, line, "expected text in UTF-8, found other bytes");
    } catch (IOException unreadable) {
      throw new HistoryException(
          file, line, "expected a readable file, found: " + unreadable.getMessage());
    }
  }

  @Override
  public void close() {
    try {
      lines.close();
    } catch (IOException e) {
      // Nothing was written, so nothing is lost.
    }
  }
}
