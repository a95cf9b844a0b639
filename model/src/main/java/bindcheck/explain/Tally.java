package bindcheck.explain;

import java.util.EnumMap;
import java.util.Map;

/** How many steps came to which grade. */
public final class Tally {
  private final Map<Grade, Long> steps = new EnumMap<>(Grade.class);

  void add(Grade grade, long more) {
    steps.merge(grade, more, Long::sum);
  }

  /** The steps of that grade. */
  public long of(Grade grade) {
    return steps.getOrDefault(grade, 0L);
  }

  /** All steps. */
  public long all() {
    return steps.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The worst grade of a step. */
  public Grade grade() {
    return steps.keySet().stream().max(Enum::compareTo).orElse(Grade.NOT_EXERCISED);
  }
}
