package bindcheck.target.process;

import bindcheck.file.Malformed;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads lines of bytes that may not be longer than a limit. */
final class Lines {
  /** The longest line that the protocol allows. */
  static final int LIMIT = 1 << 16;

  private final InputStream in;
  private final byte[] buffer = new byte[LIMIT];
  private int start;
  private int end;

  Lines(InputStream in) {
    this.in = in;
  }

  /**
   * The next line without its line feed, or null at the end.
   *
   * @throws Malformed if the line is too long, or ends without a line feed
   */
  byte[] next() throws IOException, Malformed {
    int looked = start;
    while (true) {
      for (int i = looked; i < end; i++) {
        if (buffer[i] == '\n') {
          byte[] line = Arrays.copyOfRange(buffer, start, i);
          start = i + 1;
          return line;
        }
      }
      looked = end - start;
      if (!fill()) {
        return null;
      }
    }
  }

  /** Reads more; false at the end. What is in the buffer then begins at 0. */
  private boolean fill() throws IOException, Malformed {
    System.arraycopy(buffer, start, buffer, 0, end - start);
    end -= start;
    start = 0;
    if (end == LIMIT) {
      throw new Malformed("a line has more than " + LIMIT + " bytes");
    }
    int count = in.read(buffer, end, LIMIT - end);
    if (count < 0 && end > 0) {
      throw new Malformed("the output ends within a line");
    }
    end += Math.max(0, count);
    return count >= 0;
  }
}
