package bindcheck.api;

import bindcheck.call.Verdict;
import bindcheck.explain.Judgement;
import bindcheck.history.judge.HistoryJudge;
import bindcheck.history.judge.SectionJudge;
import bindcheck.history.linear.Budget;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a history came to.
 *
 * @param reason why the verdict is INCONCLUSIVE; else empty
 * @param calls how many the history has
 * @param rejections the event that no execution explains, if there is one
 */
public record HistoryResult(
    Verdict verdict, String reason, long calls, List<Rejection> rejections) {
  private static final Duration LONGEST = Duration.ofMinutes(10);

  /** Keeps a copy. */
  public HistoryResult {
    rejections = List.copyOf(rejections);
  }

  static HistoryResult of(Specification specification, Path file, String variant) {
    HistoryJudge judge =
        new HistoryJudge(
            file,
            Map.of(variant, specification.variant(variant)),
            () -> new Budget(Long.MAX_VALUE, LONGEST));
    SectionJudge judged = judge.judge().get(variant);
    Judgement.VariantVerdict verdict =
        Judgement.VariantVerdict.of(variant, judged, specification.causes(variant));
    return new HistoryResult(
        verdict.verdict(),
        verdict.reason(),
        judge.calls(),
        verdict.failures().stream()
            .map(failure -> Rejection.of(file.toString(), failure, specification.glossary()))
            .toList());
  }
}
