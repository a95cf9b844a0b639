package bindcheck.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;

/** Lines of text from whoever may never end one. */
public final class BoundedLines implements Closeable {
  private static final int BUFFERED = 1 << 13;

  private final Reader text;
  private final int longest;
  private final char[] buffer = new char[BUFFERED];
  private int from;
  private int to;

  /** Whether the end of the line was in the buffer. */
  private boolean isEnded;

  /**
   * Begins to read; nobody else may read on.
   *
   * @param longest how many characters a line may have; a longer one is read no further
   */
  public BoundedLines(Reader text, int longest) {
    this.text = text;
    this.longest = longest;
  }

  /** The next line, without its end; null where there is none. */
  public String next() throws IOException, Malformed {
    if (!fill()) {
      return null;
    }
    String line = part();
    if (isEnded) {
      return line;
    }
    StringBuilder parts = new StringBuilder(line);
    while (!isEnded && fill()) {
      parts.append(part());
      requireShort(parts.length());
    }
    return parts.toString();
  }

  /** What is in the buffer of the line. */
  private String part() throws Malformed {
    int end = from;
    while (end < to && buffer[end] != '\n') {
      end++;
    }
    requireShort(end - from);
    String part = new String(buffer, from, end - from);
    isEnded = end < to;
    from = end + 1;
    return part;
  }

  private void requireShort(int length) throws Malformed {
    if (length > longest) {
      throw new Malformed("a line of at most " + longest + " characters", "a longer one");
    }
  }

  /** Whether there is more, now in the buffer. */
  private boolean fill() throws IOException {
    if (from >= to) {
      from = 0;
      to = text.read(buffer);
    }
    return from < to;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
