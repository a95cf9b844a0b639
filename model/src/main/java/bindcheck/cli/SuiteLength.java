package bindcheck.cli;

import bindcheck.target.Targets;
import java.util.Map;
import java.util.Optional;

/** About how long a suite is, and how long it takes: what is known before it begins. */
final class SuiteLength {
  /** Of the reference variant; others differ by some in a hundred. */
  private static final Map<String, Long> STEPS =
      Map.of("quick", 8_000L, "small", 220_000L, "full", 1_500_000L);

  /** Steps a second on a desk computer, by what the target's name begins with. */
  private static final Map<String, Long> PER_SECOND =
      Map.of("java", 3_000L, "library", 3_000L, "process", 1_000L, "spec", 3_000L);

  private static final long OF_THE_REFERENCE = 8_000;
  private static final int MINUTE = 60;

  private SuiteLength() {}

  /** About how many steps the suite has; -1 where that is not known. */
  static long steps(String suite) {
    return STEPS.getOrDefault(suite, -1L);
  }

  /** About how long that will take on a target; empty where it is soon over, or not known. */
  static Optional<String> outlook(String suite, String target) {
    String kind = target.substring(0, Math.max(0, target.indexOf(':')));
    long perSecond =
        target.equals(Targets.DEFAULT)
            ? OF_THE_REFERENCE
            : PER_SECOND.getOrDefault(kind, PER_SECOND.get("process"));
    long minutes = Math.round((double) steps(suite) / perSecond / MINUTE);
    return minutes < 1
        ? Optional.empty()
        : Optional.of(
            "about %d min, if it makes %,d calls/s, as is usual; --suite quick is shorter"
                .formatted(minutes, perSecond));
  }
}
