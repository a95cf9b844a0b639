package bindcheck.target.process;

import bindcheck.file.Malformed;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads lines of bytes that may not be longer than a limit. */
final class Lines {
  /** The longest line that the protocol allows. */
  static final int LIMIT = 1 << 16;

  private final InputStream in;

  Lines(InputStream in) {
    this.in = new BufferedInputStream(in, LIMIT);
  }

  /**
   * The next line without its line feed, or null at the end.
   *
   * @throws Malformed if the line is too long, or ends without a line feed
   */
  byte[] next() throws IOException, Malformed {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0 && line.size() > 0) {
        throw new Malformed("the output ends within a line");
      }
      if (next < 0) {
        return null;
      }
      line.write(next);
      if (line.size() == LIMIT) {
        throw new Malformed("a line has more than " + LIMIT + " bytes");
      }
    }
    return line.toByteArray();
  }
}
