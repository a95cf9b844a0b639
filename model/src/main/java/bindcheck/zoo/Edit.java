package bindcheck.zoo;

/**
 * One place where a source file is changed.
 *
 * @param file the name of the file
 * @param from whole lines of it
 * @param to the lines that stand there instead
 */
public record Edit(String file, String from, String to) {

  /**
   * The text with the change made.
   *
   * @throws IllegalStateException unless {@code from} occurs exactly once: the change is stale
   */
  String in(String text) {
    String lines = "\n" + text;
    int start = lines.indexOf("\n" + from);
    if (start < 0) {
      throw new IllegalStateException("stale: " + file + " no longer has the lines\n" + from);
    }
    if (lines.indexOf("\n" + from, start + 1) >= 0) {
      throw new IllegalStateException("ambiguous: " + file + " has more than once\n" + from);
    }
    return text.substring(0, start) + to + text.substring(start + from.length());
  }
}
