package bindcheck.faults;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Some of many, for a build that has no time for all: drawn by a seed, and named by it. */
final class Sample {
  private static final long SEED = Long.getLong("bindcheck.seed", 1);

  /** To be said where a test fails: what draws the same again. */
  static final String WITH_SEED = ", with -Dbindcheck.seed=" + SEED;

  private Sample() {}

  /** At most so many of them, in an order of their own. */
  static <T> List<T> of(Collection<T> all, int size) {
    List<T> drawn = new ArrayList<>(all);
    Collections.shuffle(drawn, new Random(SEED));
    return drawn.subList(0, Math.min(size, drawn.size()));
  }
}
