package bindcheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.script.Script;
import bindcheck.target.Altered;
import bindcheck.target.CutsKeys;
import bindcheck.target.ReferenceTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code hunt} goes on if told to, knows what is expected, and tries again what it shows. */
@Timeout(300)
class HuntCommandTest {
  /** Too few for more failures than are listed, and enough for one that is easy to find. */
  private static final int FEW_ROUNDS = 12;

  private static final int MANY_ROUNDS = 300;

  @TempDir private Path folder;

  /** Gives another time to whoever waits. */
  public static final class WrongTime extends Altered {
    @Override
    public int interruptWait(int inth, long[] outTimestamp) {
      int status = super.interruptWait(inth, outTimestamp);
      if (status == 0 && outTimestamp != null) {
        outTimestamp[0] ^= 1;
      }
      return status;
    }
  }

  /** Refuses an ack while another is made. */
  public static final class RefusesOverlap extends Altered {
    private static final int LOOKS = 2_000;
    private final AtomicInteger inside = new AtomicInteger();

    @Override
    @SuppressWarnings("ThreadPriorityCheck") // lets another thread come in
    public int interruptAck(int inth) {
      boolean overlaps = inside.incrementAndGet() > 1;
      for (int looks = 0; looks < LOOKS && !overlaps; looks++) {
        Thread.yield();
        overlaps = inside.get() > 1;
      }
      int status = super.interruptAck(inth);
      inside.decrementAndGet();
      return overlaps ? -1 : status;
    }
  }

  private static Run hunt(Class<?> target, int rounds, String... more) {
    List<String> words = new ArrayList<>(List.of("hunt", "--target", "java:" + target.getName()));
    words.addAll(List.of("--rounds", Integer.toString(rounds)));
    words.addAll(List.of("--threads", "3", "--round", "10", "--time", "200"));
    words.addAll(List.of(more));
    return Run.of(words.toArray(String[]::new));
  }

  private static long rounds(Run run) {
    String row = run.out().lines().filter(line -> line.startsWith("rounds")).findFirst().get();
    return Long.parseLong(row.replaceAll("\\D", ""));
  }

  private Run expecting(Class<?> target, String list) throws IOException {
    Path file = folder.resolve("expected");
    Files.writeString(file, list);
    return hunt(
        target, FEW_ROUNDS, "--calls", "wait=2,trigger=3", "--expect-failures", file.toString());
  }

  @Test
  void itGoesOnAndCountsWhatIsAlike() {
    Run run = hunt(WrongTime.class, FEW_ROUNDS, "--calls", "wait=2,trigger=3", "--continue");
    assertEquals(1, run.code(), run.out());
    assertEquals(FEW_ROUNDS, rounds(run), run.out());
    assertTrue(run.out().contains(" more like it"), run.out());
  }

  @Test
  void whatIsExpectedIsAPass() throws IOException {
    Run run = expecting(WrongTime.class, "R-wait\n");
    assertEquals(0, run.code(), run.out());
  }

  @Test
  @Tag("long") // as of the reference, of which nothing fails
  void whatIsExpectedBesideWhatFailsIsNone() throws IOException {
    Run run = expecting(WrongTime.class, "R-wait\nR-fifo\n");
    assertEquals(1, run.code(), run.out());
  }

  @Test
  void whatDoesNotFailMustNotBeExpected() throws IOException {
    assertEquals(1, expecting(ReferenceTarget.class, "R-packet-key\n").code());
  }

  @Test
  void theFirstFailureEndsItAndGivesAScriptWhereItNeedsNoRace() {
    Run run = hunt(CutsKeys.class, MANY_ROUNDS);
    assertEquals(1, run.code(), run.out());
    assertTrue(rounds(run) < MANY_ROUNDS, run.out());
    String title = "fails call after call as well, by this script:\n";
    assertTrue(run.out().contains(title), run.out());
    StringBuilder script = new StringBuilder();
    run.out()
        .substring(run.out().indexOf(title) + title.length())
        .lines()
        .takeWhile(line -> line.startsWith("    "))
        .forEach(line -> script.append(line.strip()).append('\n'));
    Script parsed = Script.parse("the script", script.toString());
    assertTrue(script.toString().contains("interrupt_bind"), script.toString());
    assertTrue(parsed.lines().size() >= 4, script.toString());
  }

  @Test
  @Tag("long") // other races are, in each build
  void aRaceIsTriedAgain() {
    Run run = hunt(RefusesOverlap.class, MANY_ROUNDS, "--calls", "ack=1");
    assertEquals(1, run.code(), run.out());
    String again = "replayed    the (part|whole round), 50 times: fails [1-9]";
    assertTrue(Pattern.compile(again).matcher(run.out()).find(), run.out());
  }
}
