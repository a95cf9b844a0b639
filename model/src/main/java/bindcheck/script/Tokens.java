package bindcheck.script;

import bindcheck.file.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words, numbers and signs of one line, read from left to right. */
final class Tokens {
  private static final Pattern TOKEN = Pattern.compile("\\s+|#.*|(?<token>[-+]?[0-9]\\w*|\\w+|.)");
  private static final Pattern WORD = Pattern.compile("[-+]?\\w+");
  private static final String END = "";

  private final List<String> tokens = new ArrayList<>();
  private int next;

  Tokens(String line) {
    for (Matcher matcher = TOKEN.matcher(line); matcher.find(); ) {
      String token = matcher.group("token");
      if (token != null) {
        tokens.add(token);
      }
    }
  }

  boolean atEnd() {
    return next == tokens.size();
  }

  /** Takes the next token; the empty one at the end. */
  String take() {
    return atEnd() ? END : tokens.get(next++);
  }

  /** Takes the next token if it is this one. */
  boolean accept(String token) {
    boolean there = peek(0).equals(token);
    next += there ? 1 : 0;
    return there;
  }

  /** Whether the token after the next one is this one. */
  boolean isFollowedBy(String token) {
    return peek(1).equals(token);
  }

  /** Whether the token is a word or a number rather than a sign. */
  static boolean isWord(String token) {
    return WORD.matcher(token).matches();
  }

  /** The token as an error message quotes it. */
  static String quote(String token) {
    return token.equals(END) ? "the end of the line" : "'" + Excerpt.of(token) + "'";
  }

  private String peek(int ahead) {
    return next + ahead < tokens.size() ? tokens.get(next + ahead) : END;
  }
}
