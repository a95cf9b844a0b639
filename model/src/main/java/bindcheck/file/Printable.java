package bindcheck.file;

/** Characters as a terminal may get them, whoever wrote them. */
public final class Printable {
  private Printable() {}

  /**
   * The character itself, or, where it is none that is seen, an escape such as {@code \u001B}:
   * control characters, separators of lines and paragraphs, what changes the direction of text or
   * has no width, and halves of characters.
   */
  public static String of(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          (Character.isBmpCodePoint(c) ? "\\u%04X" : "\\u{%X}").formatted(c);
      default -> Character.toString(c);
    };
  }
}
