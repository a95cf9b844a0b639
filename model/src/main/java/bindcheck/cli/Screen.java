package bindcheck.cli;

import bindcheck.file.Printable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;

/**
 * What all goes through that a command prints. Much of it was written by strangers: names in
 * histories, messages of targets. So nothing but lines of visible characters gets to a terminal,
 * and no line is longer than anybody reads.
 */
final class Screen extends Writer {
  private static final int TAB = 8;

  private final Writer out;
  private final int longestLine;
  private int column;
  private char half;

  private Screen(Writer out, int longestLine) {
    this.out = out;
    this.longestLine = longestLine;
  }

  /**
   * Prints through it.
   *
   * @param longestLine how many characters of a line are printed at most
   */
  static PrintWriter over(Writer out, int longestLine) {
    return new PrintWriter(new Screen(out, longestLine), true);
  }

  @Override
  public void write(char[] chars, int from, int length) throws IOException {
    for (int i = from; i < from + length; i++) {
      write(chars[i]);
    }
  }

  private void write(char c) throws IOException {
    if (half != 0 && Character.isLowSurrogate(c)) {
      print(Character.toCodePoint(half, c));
      half = 0;
      return;
    }
    endHalf();
    if (Character.isHighSurrogate(c)) {
      half = c;
    } else {
      print(c);
    }
  }

  private void endHalf() throws IOException {
    if (half != 0) {
      print(half);
      half = 0;
    }
  }

  private void print(int c) throws IOException {
    if (c == '\n') {
      out.write(column > longestLine ? "...\n" : "\n");
      column = 0;
      return;
    }
    String shown = c == '\t' ? " ".repeat(TAB - column % TAB) : Printable.of(c);
    column += shown.length();
    if (column <= longestLine) {
      out.write(shown);
    }
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    endHalf();
    out.close();
  }
}
