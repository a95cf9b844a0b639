package bindcheck.file;

/** What a message quotes: the beginning of a text that may be long, on one line. */
public final class Excerpt {
  private static final int LENGTH = 80;

  private Excerpt() {}

  /** An excerpt of the usual length. */
  public static String of(String text) {
    return of(text, LENGTH);
  }

  /** An excerpt of at most so many characters, beside the dots. */
  public static String of(String text, int length) {
    String line =
        text.codePoints()
            .map(c -> Character.isISOControl(c) ? '?' : c)
            .limit(length + 1L)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return line.codePointCount(0, line.length()) > length
        ? line.substring(0, line.offsetByCodePoints(0, length)) + "..."
        : line;
  }
}
