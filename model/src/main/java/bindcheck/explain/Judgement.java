package bindcheck.explain;

import bindcheck.call.Verdict;
import bindcheck.history.Header;
import bindcheck.history.judge.Contradiction;
import bindcheck.history.judge.HistoryJudge;
import bindcheck.history.judge.Rejection;
import bindcheck.history.judge.SectionJudge;
import bindcheck.spec.Glossary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the variants came to that judged one history.
 *
 * @param file as the user named it
 * @param opinions one for each variant
 */
public record Judgement(
    String file, Header header, long calls, long events, List<VariantVerdict> opinions) {
  /** The header is line 1, and event 0 comes after it. */
  private static final int LINES_BEFORE = 2;

  /**
   * What one variant came to.
   *
   * @param reason why the verdict is INCONCLUSIVE, or why nothing was looked for after a failure;
   *     else empty
   * @param failures those of one cause together
   */
  public record VariantVerdict(
      String variant, Verdict verdict, String reason, List<Refutation> failures) {
    /** What is said of a history that was judged. */
    public static VariantVerdict of(String variant, SectionJudge judge, CauseSearch causes) {
      return new VariantVerdict(
          variant, judge.verdict(), judge.reason(), Refutation.group(judge.rejections(), causes));
    }
  }

  /**
   * Events that are not allowed, and why.
   *
   * @param rejection the one that takes the fewest events to show
   * @param count how many there are
   */
  public record Refutation(Rejection rejection, int count, Optional<Cause> cause) {
    /** The line of the file. */
    public long line() {
      return rejection.event() + LINES_BEFORE;
    }

    /**
     * Whether it may follow from an earlier failure, and from what was put in the place of that.
     */
    public boolean isConsequence() {
      return rejection.isFollowing() && cause.isEmpty();
    }

    /** The requirements that were not met: those that the nearest allowed observation rests on. */
    public SortedSet<String> broken() {
      SortedSet<String> broken = new TreeSet<>();
      rejection.allowed().stream().limit(1).forEach(allowed -> broken.addAll(allowed.by()));
      broken.removeIf(id -> !Glossary.isRequirement(id));
      return broken;
    }

    /** What is said of an event that was rejected. */
    public static Refutation of(Rejection rejection, CauseSearch causes) {
      Contradiction small = rejection.contradiction();
      Optional<Cause> cause = causes.of(small);
      if (cause.isEmpty()) {
        // What shows that something is wrong may be too little to show why.
        cause = causes.of(small.whole());
        small = cause.isEmpty() ? small : small.whole();
      }
      return new Refutation(rejection.by(causes.shrunk(small, cause)), 1, cause);
    }

    private static List<Refutation> group(List<Rejection> rejections, CauseSearch causes) {
      Map<String, Refutation> groups = new LinkedHashMap<>();
      for (Rejection rejection : rejections) {
        Refutation one = of(rejection, causes);
        groups.merge(one.signature(), one, Refutation::together);
      }
      return new ArrayList<>(groups.values());
    }

    private static Refutation together(Refutation a, Refutation b) {
      int steps = a.rejection.contradiction().steps().size();
      boolean isShorter = b.rejection.contradiction().steps().size() < steps;
      return new Refutation(isShorter ? b.rejection : a.rejection, a.count + 1, a.cause);
    }

    private String signature() {
      return cause
          .map(known -> known.alternative().toString())
          .orElseGet(() -> isConsequence() + " " + rejection.kind() + " " + broken());
    }
  }

  /** What a history came to that has been judged. */
  public static Judgement of(String file, HistoryJudge judge, List<VariantVerdict> opinions) {
    return new Judgement(file, judge.header(), judge.calls(), judge.events(), opinions);
  }

  /** Of several variants it is enough that one agrees. */
  public Verdict verdict() {
    List<Verdict> verdicts = opinions.stream().map(VariantVerdict::verdict).toList();
    if (verdicts.contains(Verdict.PASS)) {
      return Verdict.PASS;
    }
    return verdicts.contains(Verdict.INCONCLUSIVE) ? Verdict.INCONCLUSIVE : Verdict.FAIL;
  }
}
