package bindcheck.target.process;

import bindcheck.file.Excerpt;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Reads what a program writes for people, and keeps the end of it. */
final class ErrorOutput {
  private static final int KEPT = 4096;
  private static final int LINES = 4;

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

  /**
   * The last lines, in quotation marks after a word or two; nothing where there are none. Lines
   * that are indented, as the frames of a stack are, count only where no others are: what went
   * wrong stands before the frames in some languages, and after them in others.
   */
  synchronized String lastWords() {
    String text = new String(Arrays.copyOf(kept, length), StandardCharsets.UTF_8);
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    List<String> outer =
        lines.stream().filter(line -> !Character.isWhitespace(line.charAt(0))).toList();
    List<String> said = outer.isEmpty() ? lines : outer;
    return said.isEmpty()
        ? ""
        : said.subList(Math.max(0, said.size() - LINES), said.size()).stream()
            .map(line -> Excerpt.of(line.strip()))
            .collect(Collectors.joining(" / ", "; its last words: \"", "\""));
  }
}
