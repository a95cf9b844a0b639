package bindcheck.history.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.call.Verdict;
import bindcheck.history.Event;
import bindcheck.history.tlc.RecordedHistory;
import bindcheck.spec.Semantics;
import bindcheck.spec.SequentialGraph;
import bindcheck.spec.SpecModule;
import bindcheck.spec.tlc.ChildProcess;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A third opinion on histories whose calls come one after the other: TLC enumerates all states of a
 * scene, and a walk of that graph alone, which shares no code with the judge, says up to which call
 * a history is possible. The judge says the same.
 */
@Timeout(3600)
class JudgeAgreesWithStateGraphTest {
  private static final SpecModule MODULE = SpecModule.load("Evaluation");
  private static final List<String> THREADS = List.of(SequentialGraph.MAIN, "A", "B", "C");
  private static final long SEED = Long.getLong("bindcheck.seed", 1);

  private static final int FEW = 60;
  private static final int MANY = 300;
  private static final int BLOCKS = 12;

  /** Of all, so many in a hundred at least are rejected. */
  private static final int AT_LEAST = 40;

  @TempDir private Path folder;

  private final Tally tally = new Tally();

  @Test
  void onSomeHistories() {
    agree("interrupt", "reference", FEW);
    agree("deadlines", "reference", FEW);
    assertAgreed();
  }

  @Test
  @Tag("long") // some minutes
  void onManyHistoriesOfEveryKernel() {
    agree("interrupt", "reference", MANY);
    agree("deadlines", "reference", MANY);
    agree("errors", "reference", MANY);
    agree("backlog", "reference", MANY);
    agree("pairs", "reference", MANY);
    agree("interrupt", "zircon-2018", MANY);
    agree("unbind", "zircon-2020", MANY);
    agree("unbind", "zircon-2021", MANY);
    agree("shared", "zircon-2021", MANY);
    agree("unbind", "zircon-2025", MANY);
    assertAgreed();
  }

  @Test
  @Tag("long") // beside the others
  void onTheGraphOfAnotherKernelItDoesNot() {
    agree("interrupt", "zircon-2018", "reference", FEW);
    assertTrue(tally.disagreements().size() > 1, tally::toString);
  }

  private void assertAgreed() {
    System.out.println(tally);
    assertEquals(List.of(), tally.disagreements());
    assertTrue(tally.accepted() > 0 && tally.rejected() * 100 >= tally.all() * AT_LEAST);
  }

  private void agree(String scene, String variant, int walks) {
    agree(scene, variant, variant, walks);
  }

  private void agree(String scene, String walked, String variant, int walks) {
    List<String> said = said(scene, walked, walks);
    Semantics semantics = new Semantics(MODULE, variant);
    System.out.printf("%s, %s: %s states, -Dbindcheck.seed=%d%n", scene, walked, said.get(0), SEED);
    for (int i = 1; i < said.size(); i++) {
      List<Integer> numbers = Arrays.stream(said.get(i).split(" ")).map(Integer::valueOf).toList();
      int reached = numbers.get(0);
      List<Integer> ends = numbers.subList(1, numbers.size());
      List<Event> events = RecordedHistory.read(folder.resolve(i - 1 + ".history")).events();
      int explained = Explained.of(semantics, THREADS, events, true);
      long judged = ends.stream().filter(end -> end <= explained).count();
      if (judged == reached) {
        tally.agreed(variant, reached == ends.size() ? Verdict.PASS : Verdict.FAIL);
      } else {
        tally.disagreed(
            variant,
            "%s: the graph has %d blocks, the judge %d of %s"
                .formatted(scene, reached, judged, events));
      }
    }
  }

  private List<String> said(String scene, String variant, int walks) {
    List<String> arguments =
        List.of(
            scene,
            variant,
            Long.toString(SEED),
            Integer.toString(walks),
            Integer.toString(BLOCKS),
            folder.toString());
    try (ChildProcess process = ChildProcess.start(GraphHistories.class, arguments)) {
      List<String> lines = process.output().strip().lines().toList();
      assertTrue(lines.size() > walks, () -> String.join("\n", lines));
      return lines;
    }
  }
}
