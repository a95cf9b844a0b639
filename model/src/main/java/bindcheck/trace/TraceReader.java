package bindcheck.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads a file of traces, one walk at a time. What is wrong is reported with its line; a file that
 * ends early is wrong, too, for its header tells how much follows.
 */
public final class TraceReader implements AutoCloseable {
  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .reader();

  /** Turns a line's JSON into what it stands for. */
  private interface Meaning<T> {
    T of(JsonNode json) throws FormatException;
  }

  private final Path file;
  private final BufferedReader lines;
  private final TraceHeader header;
  private int line;
  private int walks;
  private long steps;

  /**
   * Opens a file and reads its header.
   *
   * @throws TraceException if there is no such file, or it does not begin with a header
   */
  public TraceReader(Path file) {
    this.file = file;
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new TraceException(file, 0, "expected a file of traces, found something else");
    }
    try {
      this.lines = Files.newBufferedReader(file);
    } catch (IOException missing) {
      throw new TraceException(
          file, 0, "expected a file that can be read, found: " + missing.getMessage());
    }
    try {
      this.header = next(JsonIn::header).orElseThrow(() -> ended("a header"));
    } catch (TraceException wrong) {
      close();
      throw wrong;
    }
  }

  /** What the file covers. */
  public TraceHeader header() {
    return header;
  }

  /**
   * The next walk; empty at the end of the file.
   *
   * @throws TraceException if the next line is no walk, or the file ends where one is missing
   */
  public Optional<TraceWalk> next() {
    Optional<TraceWalk> walk = next(JsonIn::walk);
    if (walk.isEmpty()) {
      requireWhole();
      return walk;
    }
    walks++;
    steps += walk.get().steps().size();
    if (walk.get().number() != walks) {
      throw wrong("expected walk " + walks + ", found walk " + walk.get().number());
    }
    return walk;
  }

  private void requireWhole() {
    if (walks != header.walks()) {
      throw ended(header.walks() + " walks, as the header says,");
    }
    if (steps != header.steps()) {
      throw new TraceException(
          file, 0, "expected " + header.steps() + " steps, as the header says, found " + steps);
    }
  }

  private TraceException ended(String expected) {
    return new TraceException(
        file, 0, "expected " + expected + " found the end of the file after " + line + " lines");
  }

  private <T> Optional<T> next(Meaning<T> meaning) {
    try {
      String text = lines.readLine();
      if (text == null) {
        return Optional.empty();
      }
      line++;
      return Optional.of(meaning.of(JSON.readTree(text)));
    } catch (JsonProcessingException notJson) {
      throw wrong("expected one JSON object, found: " + firstLine(notJson.getOriginalMessage()));
    } catch (CharacterCodingException notUtf8) {
      line++;
      throw wrong("expected text in UTF-8, found other bytes");
    } catch (IOException unreadable) {
      throw new TraceException(file, 0, "cannot be read: " + unreadable.getMessage());
    } catch (FormatException | IllegalArgumentException otherwise) {
      throw wrong(firstLine(otherwise.getMessage()));
    }
  }

  private TraceException wrong(String message) {
    return new TraceException(file, line, message);
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }

  @Override
  public void close() {
    try {
      lines.close();
    } catch (IOException e) {
      throw new TraceException(file, 0, "cannot be closed: " + e.getMessage());
    }
  }
}
