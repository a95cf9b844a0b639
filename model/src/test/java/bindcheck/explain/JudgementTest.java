package bindcheck.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bindcheck.history.judge.HistoryJudge;
import bindcheck.history.judge.SectionJudge;
import bindcheck.history.linear.Budget;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said to be the cause of a history that is not allowed. */
class JudgementTest {
  private static final Path BAD = Path.of("src/test/resources/histories/bad");
  private static final SpecModule MODULE = SpecModule.load("Evaluation");
  private static final String VARIANT = "doc";

  private static Judgement.Refutation refutation(String name) {
    Semantics judging = new Semantics(MODULE, VARIANT);
    SectionJudge judge =
        new HistoryJudge(
                BAD.resolve(name + ".history"),
                Map.of(VARIANT, judging),
                () -> new Budget(100_000, Duration.ofMinutes(5)))
            .judge()
            .get(VARIANT);
    return Judgement.Refutation.of(judge.rejections().get(0), new CauseSearch(MODULE, judging));
  }

  @ParameterizedTest
  @CsvSource({
    "last-timestamp-then-first, C-coalesce",
    "packet-read-twice, none",
    "packet-read-twice-by-who-keeps-the-last, none",
    "lost-wake-up-at-a-quiescence, none",
    "out-of-order, none"
  })
  void aPolicyIsTheCauseOnlyIfKeepingToItWouldHaveMended(String name, String choice) {
    assertEquals(choice, refutation(name).cause().map(Cause::choice).orElse("none"));
  }

  @ParameterizedTest
  @CsvSource({
    "last-timestamp-then-first, 13",
    "packet-read-twice, 8",
    "packet-read-twice-by-who-keeps-the-last, 8",
    "out-of-order, 6"
  })
  void aContradictionHoldsNoMoreEventsThanItTakes(String name, int steps) {
    assertEquals(steps, refutation(name).rejection().contradiction().steps().size());
  }
}
