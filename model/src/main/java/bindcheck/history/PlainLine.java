package bindcheck.history;

/**
 * A line of JSON as programs write it: an object of known fields in a known order, whose strings
 * have no escapes and whose numbers are whole. Whoever reads one asks for what should come next,
 * and at the end whether all was so; where it was not, what was read means nothing.
 */
final class PlainLine {
  private static final int MOST_DIGITS = 19; // which fit into 64 bits, unsigned

  private final Words words;
  private String text = "";
  private int at;
  private boolean isPlain;

  PlainLine(Words words) {
    this.words = words;
  }

  /** Begins to read another line. */
  void begin(String line) {
    text = line;
    at = 0;
    isPlain = true;
  }

  /** Whether that comes next; if so it is passed over. */
  boolean passes(char expected) {
    skipBlanks();
    if (!isPlain || at >= text.length() || text.charAt(at) != expected) {
      return false;
    }
    at++;
    return true;
  }

  /** Passes over what must come next. */
  void pass(char expected) {
    isPlain &= passes(expected);
  }

  /** Passes over the name of the field that must come next. */
  void field(String name) {
    if (!passesField(name)) {
      isPlain = false;
    }
  }

  /** Whether the field of that name comes next; if so its name is passed over. */
  boolean passesField(String name) {
    skipBlanks();
    int end = at + name.length() + 1;
    boolean isThere =
        isPlain
            && end < text.length()
            && text.charAt(at) == '"'
            && text.startsWith(name, at + 1)
            && text.charAt(end) == '"';
    if (isThere) {
      at = end + 1;
      pass(':');
    }
    return isThere;
  }

  /** The string that must come next, of letters, digits and underscores. */
  String word() {
    pass('"');
    return restOfWord();
  }

  /** The same, of which the quotation mark has been passed over. */
  String restOfWord() {
    int begin = at;
    int hash = 0;
    while (at < text.length() && isOfWord(text.charAt(at))) {
      hash = 31 * hash + text.charAt(at++);
    }
    String word = at > begin ? words.of(text, begin, at, hash) : "";
    isPlain &= at > begin && at < text.length() && text.charAt(at++) == '"';
    return isPlain ? word : "";
  }

  private static boolean isOfWord(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }

  /** The number that must come next, from 0. */
  long number(long most) {
    skipBlanks();
    int begin = at;
    long number = digits();
    boolean isPadded = at - begin > 1 && text.charAt(begin) == '0';
    isPlain &= !isPadded && number >= 0 && number <= most;
    return number;
  }

  /** The number of 64 bits that must come next, as a decimal string without a sign. */
  long wide(boolean signed) {
    pass('"');
    long number = digits();
    isPlain &= at < text.length() && text.charAt(at++) == '"' && (!signed || number >= 0);
    return number;
  }

  private long digits() {
    int begin = at;
    long number = 0;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      number = 10 * number + (text.charAt(at++) - '0');
    }
    isPlain &= at > begin && at - begin <= MOST_DIGITS;
    return number;
  }

  /** Whether all was there, and nothing follows. */
  boolean end() {
    return isPlain && at == text.length();
  }

  private void skipBlanks() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }
}
