package bindcheck.report;

/** Text in lines of a width, broken between words. */
public final class Wrapped {
  private Wrapped() {}

  /**
   * A title, and the text beside it: further lines begin where the text began.
   *
   * @param title with the blanks that go between
   * @param width in characters; a word that is longer has a line of its own
   * @return the lines, each with its end
   */
  public static String of(String title, String text, int width) {
    StringBuilder lines = new StringBuilder(title);
    int column = title.length();
    boolean begins = true;
    for (String word : text.split(" ", -1)) {
      if (!begins && column + 1 + word.length() > width) {
        lines.append('\n').append(" ".repeat(title.length()));
        column = title.length();
        begins = true;
      }
      lines.append(begins ? "" : " ").append(word);
      column += word.length() + (begins ? 0 : 1);
      begins = false;
    }
    return lines.append('\n').toString();
  }
}
