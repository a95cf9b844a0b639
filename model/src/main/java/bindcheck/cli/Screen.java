package bindcheck.cli;

import bindcheck.file.Printable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.function.UnaryOperator;

/**
 * What all goes through that a command prints. Much of it was written by strangers: names in
 * histories, messages of targets. So nothing but lines of visible characters gets to a terminal,
 * and no line is longer than anybody reads. Only then a line gets its styles, if it is to have any.
 */
final class Screen extends Writer {
  private static final int TAB = 8;

  private final Writer out;
  private final int longestLine;
  private final UnaryOperator<String> styles;
  private final StringBuilder line = new StringBuilder();
  private boolean isBegun;
  private int column;
  private char half;

  private Screen(Writer out, int longestLine, UnaryOperator<String> styles) {
    this.out = out;
    this.longestLine = longestLine;
    this.styles = styles;
  }

  /**
   * Prints through it.
   *
   * @param longestLine how many characters of a line are printed at most
   */
  static PrintWriter over(Writer out, int longestLine) {
    return over(out, longestLine, UnaryOperator.identity());
  }

  /**
   * The same with styles.
   *
   * @param styles gives a line of visible characters its own
   */
  static PrintWriter over(Writer out, int longestLine, UnaryOperator<String> styles) {
    return new PrintWriter(new Screen(out, longestLine, styles), true);
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
      endLine();
      return;
    }
    String shown = c == '\t' ? " ".repeat(TAB - column % TAB) : Printable.of(c);
    column += shown.length();
    if (column <= longestLine) {
      line.append(shown);
    }
  }

  private void endLine() throws IOException {
    String end = column > longestLine ? "...\n" : "\n";
    out.write((isBegun ? line.toString() : styles.apply(line.toString())) + end);
    line.setLength(0);
    isBegun = false;
    column = 0;
  }

  /** What there is of a line is printed as it is: nobody knows yet what it is to be. */
  private void begin() throws IOException {
    if (!line.isEmpty()) {
      out.write(line.toString());
      line.setLength(0);
      isBegun = true;
    }
  }

  @Override
  public void flush() throws IOException {
    begin();
    out.flush();
  }

  @Override
  public void close() throws IOException {
    endHalf();
    begin();
    out.close();
  }
}
