package bindcheck.target.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what a program writes for people, and keeps the end of it. */
final class ErrorOutput {
  private static final int KEPT = 4096;

  private final InputStream in;
  private final byte[] kept = new byte[KEPT];
  private int length;

  ErrorOutput(InputStream in) {
    this.in = in;
  }

  /** Reads to the end. */
  void readAll() {
    byte[] buffer = new byte[KEPT];
    try {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        keep(buffer, count);
      }
    } catch (IOException closed) {
      // It is the end as well.
    }
  }

  private synchronized void keep(byte[] buffer, int count) {
    int old = Math.min(length, KEPT - count);
    System.arraycopy(kept, length - old, kept, 0, old);
    System.arraycopy(buffer, 0, kept, old, count);
    length = old + count;
  }

  /** The last line that is not blank, in quotation marks after a word or two; else nothing. */
  synchronized String lastLine() {
    String text = new String(Arrays.copyOf(kept, length), StandardCharsets.UTF_8);
    return text.lines()
        .filter(line -> !line.isBlank())
        .reduce((first, second) -> second)
        .map(line -> "; its last words: \"" + Fields.shorten(line.strip()) + "\"")
        .orElse("");
  }
}
