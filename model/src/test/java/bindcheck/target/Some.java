package bindcheck.target;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Some of many, for a build that has no time for all, drawn by {@code -Dbindcheck.seed}; with
 * {@code -Plong} all of them.
 */
public final class Some {
  private static final long SEED = Long.getLong("bindcheck.seed", 1);
  private static final boolean LONG = "none".equals(System.getProperty("excluded.tests"));

  /** To be said where a test fails: what draws the same again. */
  public static final String WITH_SEED = "with -Dbindcheck.seed=" + SEED;

  private Some() {}

  /** At most so many of them, in an order of their own. */
  public static <T> List<T> of(Collection<T> all, int size) {
    List<T> drawn = new ArrayList<>(all);
    Collections.shuffle(drawn, new Random(SEED));
    return LONG ? drawn : drawn.subList(0, Math.min(size, drawn.size()));
  }
}
