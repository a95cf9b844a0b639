package bindcheck.script;

import java.util.Set;
import java.util.regex.Pattern;

/** Which words can name a thread or a handle. */
final class Names {
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  /** Words that mean something where a handle could stand. */
  private static final Set<String> RESERVED = Set.of(Constants.INVALID_NAME, Call.NULL);

  private Names() {}

  static boolean isIdentifier(String word) {
    return IDENTIFIER.matcher(word).matches();
  }

  static boolean isAssignable(String word) {
    return isIdentifier(word) && !RESERVED.contains(word);
  }

  static void requireAssignable(String word) {
    if (!isAssignable(word)) {
      throw new IllegalArgumentException("expected a name for a handle, found '" + word + "'");
    }
  }

  static void requireThread(String word) {
    if (!isIdentifier(word)) {
      throw new IllegalArgumentException("expected a name for a thread, found '" + word + "'");
    }
  }
}
