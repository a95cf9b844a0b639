package bindcheck.call;

import java.util.Comparator;
import java.util.stream.Stream;

/** Guesses which word was meant. */
public final class Nearest {
  private static final int FARTHEST = 4;

  private Nearest() {}

  /** {@code (did you mean X?)}, or nothing where no known word is near. */
  public static String hint(String word, Stream<String> known) {
    String bare = word.startsWith("zx_") ? word.substring(3) : word;
    return known
        .min(Comparator.comparingInt(candidate -> distance(bare, candidate)))
        .filter(nearest -> distance(bare, nearest) <= Math.min(FARTHEST, nearest.length() / 2))
        .map(nearest -> " (did you mean " + nearest + "?)")
        .orElse("");
  }

  /** How many letters must be put in, taken out or replaced to make one word the other. */
  private static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[to.length()];
  }
}
