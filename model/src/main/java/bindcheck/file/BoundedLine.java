package bindcheck.file;

import java.io.IOException;
import java.io.Reader;

/** A line of text from whoever may never end it. */
public final class BoundedLine {
  private BoundedLine() {}

  /**
   * The next line, without its end; null where there is none.
   *
   * @param longest how many characters it may have; a longer one is read no further
   */
  public static String next(Reader text, int longest) throws IOException, Malformed {
    int c = text.read();
    if (c < 0) {
      return null;
    }
    StringBuilder line = new StringBuilder();
    for (; c >= 0 && c != '\n'; c = text.read()) {
      line.append((char) c);
      if (line.length() > longest) {
        throw new Malformed("a line of at most " + longest + " characters", "a longer one");
      }
    }
    return line.toString();
  }
}
