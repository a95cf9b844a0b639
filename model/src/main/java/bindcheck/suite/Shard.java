package bindcheck.suite;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of several equal parts of a suite, which may be walked on as many machines.
 *
 * @param part which, from 1
 * @param of how many there are
 */
public record Shard(int part, int of) {
  /** More than there are walks to share. */
  public static final int MOST = 10_000;

  private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,4})/([1-9][0-9]{0,4})");

  /** Reads I/N; empty where that is no part. */
  public static Optional<Shard> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    Shard shard = new Shard(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
    return shard.part <= shard.of && shard.of <= MOST ? Optional.of(shard) : Optional.empty();
  }

  /** As in a sentence. */
  @Override
  public String toString() {
    return "part " + part + " of " + of;
  }
}
