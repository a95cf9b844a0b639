package bindcheck.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The lines of a file as bytes, one at a time, where they lie in a buffer: nothing is copied that
 * nobody looks at.
 */
final class ByteLines implements Closeable {
  private static final int BUFFERED = 1 << 16;

  private final InputStream bytes;
  private final long longest;
  private byte[] buffer = new byte[BUFFERED];
  private int filled;
  private int from;
  private int to;

  /**
   * Begins to read; nobody else may read on.
   *
   * @param longest how many bytes a line may have; a longer one is read no further
   */
  ByteLines(InputStream bytes, long longest) {
    this.bytes = bytes;
    this.longest = longest;
  }

  /** Where the line is, from {@link #from} to {@link #to}, until the next is asked for. */
  byte[] buffer() {
    return buffer;
  }

  int from() {
    return from;
  }

  /** The place after its last byte: it is without its end. */
  int to() {
    return to;
  }

  /**
   * Goes on to the next line; false where there is none.
   *
   * @throws Malformed if it is too long
   */
  boolean next() throws IOException, Malformed {
    from = Math.min(to + 1, filled);
    int end = from;
    while (true) {
      while (end < filled && buffer[end] != '\n') {
        end++;
      }
      if (end - from > longest) {
        throw new Malformed("a line of at most " + longest + " bytes", "a longer one");
      }
      if (end < filled) {
        to = end;
        return true;
      }
      end -= from;
      if (!fill()) {
        to = filled;
        return from < filled;
      }
    }
  }

  /** Moves what there is of the line to the front, and reads what follows; false at the end. */
  private boolean fill() throws IOException {
    filled -= from;
    System.arraycopy(buffer, from, buffer, 0, filled);
    from = 0;
    if (filled == buffer.length) {
      buffer = Arrays.copyOf(buffer, 2 * filled);
    }
    int more = bytes.read(buffer, filled, buffer.length - filled);
    filled += Math.max(more, 0);
    return more > 0;
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
