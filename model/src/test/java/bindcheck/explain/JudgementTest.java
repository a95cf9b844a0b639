package bindcheck.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.call.Status;
import bindcheck.history.Event;
import bindcheck.history.Header;
import bindcheck.history.HistoryReader;
import bindcheck.history.HistoryWriter;
import bindcheck.history.judge.Contradiction;
import bindcheck.history.judge.HistoryJudge;
import bindcheck.history.judge.SectionJudge;
import bindcheck.history.linear.Budget;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said to be the cause of a history that is not allowed. */
class JudgementTest {
  private static final Path CORPUS = Path.of("src/test/resources/histories");
  private static final Path BAD = CORPUS.resolve("bad");
  private static final SpecModule MODULE = SpecModule.load("Evaluation");
  private static final String VARIANT = "doc";

  @TempDir private Path folder;

  private static Judgement.Refutation refutation(String name) {
    return refutation(BAD.resolve(name + ".history"), VARIANT);
  }

  private static Judgement.Refutation refutation(Path file, String variant) {
    Semantics judging = new Semantics(MODULE, variant);
    SectionJudge judge =
        new HistoryJudge(
                file, Map.of(variant, judging), () -> new Budget(100_000, Duration.ofMinutes(5)))
            .judge()
            .get(variant);
    return Judgement.Refutation.of(judge.rejections().get(0), new CauseSearch(MODULE, judging));
  }

  static Stream<Path> rejected() throws IOException {
    try (Stream<Path> files = Files.walk(CORPUS)) {
      return files
          .filter(file -> file.toString().endsWith(".history"))
          .filter(file -> !file.getParent().endsWith("good"))
          .toList()
          .stream();
    }
  }

  /** A call that timed out changes nothing, and need not be among them. */
  @ParameterizedTest
  @MethodSource("rejected")
  void inTheExecutionThatIsShownEachCallTakesEffectWhileItLasts(Path file) {
    Contradiction part = refutation(file, VARIANT).rejection().contradiction();
    List<Contradiction.Effect> left = new ArrayList<>(part.execution());
    Map<String, Integer> begun = new HashMap<>();
    List<Event> events = part.events();
    for (int at = 0; at < events.size() - 1; at++) {
      if (events.get(at) instanceof Event.Called called) {
        begun.put(called.thread(), at);
      } else if (events.get(at) instanceof Event.Returned returned) {
        int from = begun.remove(returned.thread());
        int to = at;
        boolean isThere =
            left.removeIf(
                effect ->
                    effect.thread().equals(returned.thread())
                        && from < effect.before()
                        && effect.before() <= to);
        assertTrue(
            isThere || returned.reply().status() == Status.TIMED_OUT.code(),
            () -> file + ": " + returned);
      }
    }
    assertTrue(
        left.stream().allMatch(effect -> begun.containsKey(effect.thread())),
        () -> file + ": " + left);
  }

  /** In the variant whose policies are those that it says were fixed before. */
  @ParameterizedTest
  @MethodSource("rejected")
  void whatIsShownIsRejectedByItselfForTheSameReason(Path file) throws IOException {
    Judgement.Refutation shown = refutation(file, VARIANT);
    Contradiction part = shown.rejection().contradiction();
    Path alone = folder.resolve("part.history");
    try (HistoryWriter writer = new HistoryWriter(Files.newOutputStream(alone), header(file))) {
      part.events().forEach(writer::write);
      if (!(part.events().get(part.events().size() - 1) instanceof Event.End)) {
        writer.write(new Event.End(false));
      }
    }
    StringBuilder variant = new StringBuilder(VARIANT);
    part.given().forEach((c, left) -> left.forEach(a -> variant.append("," + c + "=" + a)));
    Judgement.Refutation again = refutation(alone, variant.toString());
    assertEquals(part.events().size() - 1, again.rejection().event());
    assertEquals(observations(shown), observations(again));
    assertEquals(shown.cause().map(Cause::choice), again.cause().map(Cause::choice));
  }

  private static Header header(Path file) {
    try (HistoryReader reader = new HistoryReader(file)) {
      return reader.header();
    }
  }

  private static List<String> observations(Judgement.Refutation refutation) {
    return refutation.allowed().stream().map(one -> one.observation().toString()).toList();
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
