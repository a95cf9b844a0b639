package bindcheck.history.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bindcheck.call.Verdict;
import bindcheck.history.tlc.RecordedHistory;
import bindcheck.history.tlc.TlcJudge;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * TLC itself checks each history of the corpus against the state machine (trace validation): as far
 * as it gets, the judge gets.
 */
@Timeout(300)
class HistoriesUnderTlcTest {
  private static final Path CORPUS = Path.of("src/test/resources/histories");

  /** The state machine knows handles by their numbers, and gives out none that is in use. */
  private static final Set<String> ONLY_OF_VALUES =
      Set.of("live-value-given-twice.history", "handle-zero.history");

  private static final int ONE_IN = 4;

  private static final SpecModule MODULE = SpecModule.load("Evaluation");

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(CORPUS)) {
      return files.filter(file -> file.toString().endsWith(".history")).sorted().toList();
    }
  }

  @Test
  void theJudgeGetsAsFarAsTlcOnSome() throws IOException {
    List<Path> all = files();
    assertGetsAsFar(
        IntStream.range(0, all.size()).filter(i -> i % ONE_IN == 0).mapToObj(all::get).toList());
  }

  @Test
  @Tag("long")
  void theJudgeGetsAsFarAsTlc() throws IOException {
    assertGetsAsFar(files());
  }

  private static void assertGetsAsFar(List<Path> files) {
    List<RecordedHistory> histories = files.stream().map(RecordedHistory::read).toList();
    List<TlcJudge.Opinion> opinions = TlcJudge.of(histories, "doc", Duration.ofSeconds(280));
    Set<String> undecided = new TreeSet<>();
    Tally tally = new Tally();
    for (int i = 0; i < files.size(); i++) {
      String name = files.get(i).getFileName().toString();
      if (opinions.get(i).verdict() == Verdict.INCONCLUSIVE) {
        undecided.add(name);
        tally.agreed("doc", Verdict.INCONCLUSIVE);
      } else {
        RecordedHistory history = histories.get(i);
        int explained =
            Explained.of(
                new Semantics(MODULE, "doc"),
                List.copyOf(history.threads()),
                history.events(),
                history.deadlinesRecorded());
        assertEquals(opinions.get(i).reached(), explained, name);
        tally.agreed("doc", opinions.get(i).verdict());
      }
    }
    System.out.println(tally);
    Set<String> expected = new TreeSet<>(ONLY_OF_VALUES);
    expected.retainAll(files.stream().map(file -> file.getFileName().toString()).toList());
    assertEquals(expected, undecided);
  }
}
