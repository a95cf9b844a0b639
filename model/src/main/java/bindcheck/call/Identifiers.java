package bindcheck.call;

import java.util.Set;

/** Which words can name a thread or a handle. */
public final class Identifiers {
  /** Words that mean something where a handle could stand. */
  private static final Set<String> RESERVED = Set.of(Constants.INVALID_NAME, Call.NULL);

  private Identifiers() {}

  /** Whether it is of letters of ASCII, underscores and, but for its first, digits. */
  public static boolean isIdentifier(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (!isLetter(word.charAt(i)) && !(i > 0 && isDigit(word.charAt(i)))) {
        return false;
      }
    }
    return !word.isEmpty();
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  public static boolean isAssignable(String word) {
    return isIdentifier(word) && !RESERVED.contains(word);
  }

  public static void requireAssignable(String word) {
    if (!isAssignable(word)) {
      throw new IllegalArgumentException("expected a name for a handle, found '" + word + "'");
    }
  }

  public static void requireThread(String word) {
    if (!isIdentifier(word)) {
      throw new IllegalArgumentException("expected a name for a thread, found '" + word + "'");
    }
  }
}
