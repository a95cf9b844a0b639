package bindcheck.call;

import java.util.Set;
import java.util.regex.Pattern;

/** Which words can name a thread or a handle. */
public final class Identifiers {
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  /** Words that mean something where a handle could stand. */
  private static final Set<String> RESERVED = Set.of(Constants.INVALID_NAME, Call.NULL);

  private Identifiers() {}

  public static boolean isIdentifier(String word) {
    return IDENTIFIER.matcher(word).matches();
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
