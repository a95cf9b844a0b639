package bindcheck.explain;

import bindcheck.call.Verdict;
import bindcheck.history.Header;
import bindcheck.history.HistoryReader;
import bindcheck.history.judge.Contradiction;
import bindcheck.history.judge.HistoryJudge;
import bindcheck.history.judge.Rejection;
import bindcheck.history.judge.SectionJudge;
import bindcheck.oracle.Allowed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/**
 * What the variants came to that judged one history.
 *
 * @param file as the user named it
 * @param verdicts one for each variant
 */
public record Judgement(
    String file, Header header, long calls, long events, List<VariantVerdict> verdicts) {
  /**
   * What one variant came to.
   *
   * @param reason why the verdict is INCONCLUSIVE, or why nothing was looked for after a failure;
   *     else empty
   * @param failures those of one cause together
   */
  public record VariantVerdict(
      String variant, Verdict verdict, String reason, List<Refutation> failures) {

    /** Says of what a variant has judged what was wrong, and looks for causes. */
    public static VariantVerdict of(String variant, SectionJudge judged, CauseSearch causes) {
      return new VariantVerdict(
          variant,
          judged.verdict(),
          judged.reason(),
          Refutation.group(judged.rejections(), causes));
    }
  }

  /**
   * Events that are not allowed, and why.
   *
   * @param rejection the one that takes the fewest events to show
   * @param count how many there are
   * @param broken those that the nearest allowed observation rests on, and that speak of what is
   *     wrong
   */
  public record Refutation(
      Rejection rejection, int count, Optional<Cause> cause, SortedSet<String> broken)
      implements Rejected {
    /** The line of the file. */
    public long line() {
      return HistoryReader.line(rejection.event());
    }

    @Override
    public String observed() {
      return rejection.observed();
    }

    @Override
    public List<Allowed> allowed() {
      return rejection.allowed();
    }

    /** Or from what was put in the place of an earlier failure. */
    @Override
    public boolean isConsequence() {
      return rejection.isFollowing() && cause.isEmpty();
    }

    /** What is said of an event that was rejected, with as little of the history as shows it. */
    public static Refutation of(Rejection rejection, CauseSearch causes) {
      Contradiction whole = rejection.contradiction();
      Contradiction small = whole.shrunk(part -> true);
      Optional<Cause> cause = causes.of(whole, small);
      if (cause.isEmpty()) {
        // What shows that something is wrong may be too little to show why.
        cause = causes.of(whole, whole);
      }
      return new Refutation(
          rejection.by(causes.shrunk(small, cause)), 1, cause, causes.broken(rejection));
    }

    private static List<Refutation> group(List<Rejection> rejections, CauseSearch causes) {
      Map<String, Refutation> groups = new LinkedHashMap<>();
      for (Rejection rejection : rejections) {
        Refutation one = of(rejection, causes);
        groups.merge(one.signature(), one, Refutation::together);
      }
      return new ArrayList<>(groups.values());
    }

    /**
     * What is said of many events: of those for which the like would be allowed, once, by the
     * shortest history.
     */
    public static List<Refutation> ofAlike(List<Rejection> rejections, CauseSearch causes) {
      Map<String, List<Rejection>> alike = new LinkedHashMap<>();
      for (Rejection rejection : rejections) {
        String key =
            new Refutation(rejection, 1, Optional.empty(), causes.broken(rejection)).signature();
        alike.computeIfAbsent(key, first -> new ArrayList<>()).add(rejection);
      }
      Map<String, Refutation> groups = new LinkedHashMap<>();
      for (List<Rejection> group : alike.values()) {
        Rejection shortest =
            Collections.min(
                group, Comparator.comparing(each -> each.contradiction().events().size()));
        Refutation one = of(shortest, causes);
        groups.merge(
            one.signature(),
            new Refutation(one.rejection, group.size(), one.cause, one.broken),
            Refutation::together);
      }
      return new ArrayList<>(groups.values());
    }

    private static Refutation together(Refutation a, Refutation b) {
      int steps = a.rejection.contradiction().steps().size();
      boolean isShorter = b.rejection.contradiction().steps().size() < steps;
      Refutation shorter = isShorter ? b : a;
      return new Refutation(shorter.rejection, a.count + b.count, a.cause, shorter.broken);
    }

    private String signature() {
      return cause
          .map(known -> known.alternative().toString())
          .orElseGet(() -> isConsequence() + " " + rejection.kind() + " " + broken());
    }
  }

  /** What several variants came to that have judged a history. */
  public static Judgement of(String file, HistoryJudge judge, List<VariantVerdict> verdicts) {
    return new Judgement(file, judge.header(), judge.calls(), judge.events(), verdicts);
  }

  /** Of several variants it is enough that one agrees. */
  public Verdict verdict() {
    return Verdict.best(verdicts.stream().map(VariantVerdict::verdict).toList());
  }
}
