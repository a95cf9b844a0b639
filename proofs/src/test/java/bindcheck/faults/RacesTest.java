package bindcheck.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bindcheck.call.Verdict;
import bindcheck.litmus.Engine;
import bindcheck.litmus.Findings;
import bindcheck.litmus.Freshness;
import bindcheck.litmus.Results;
import bindcheck.litmus.jpf.JpfEngine;
import bindcheck.litmus.jpf.JpfHome;
import bindcheck.litmus.lincheck.LincheckEngine;
import bindcheck.litmus.monitor.MonitorEngine;
import bindcheck.litmus.stress.StressEngine;
import bindcheck.target.ReferenceTarget;
import bindcheck.zoo.ChangedReference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults that only concurrency shows are found, and the table says by whom. */
@Timeout(3600)
class RacesTest {
  private static final boolean REGENERATE = Boolean.getBoolean("bindcheck.regenerate");
  private static final int FEWEST = 12;
  private static final int SCHEDULES = 2000;
  private static final int FEW_SCHEDULES = 100;

  /** What stress needs no luck for: a few hundred runs are enough. */
  private static final Set<String> WIDE_OPEN =
      Set.of(
          "if-for-while-in-port",
          "notify-for-notify-all",
          "time-out-swallows-a-packet",
          "wake-before-enqueue");

  @TempDir private Path classes;
  private RaceRuns runs;

  /** What runs an engine on a fault. */
  private interface Run {
    Findings on(RaceFault fault) throws IOException;
  }

  @BeforeEach
  void begin() {
    runs = new RaceRuns(classes);
  }

  private static void requireJdk() {
    assumeTrue(Runtime.version().feature() == 17, "skipped: Lincheck needs a JDK 17");
  }

  @Test
  void theTableIsFresh() throws IOException {
    String page = RaceTable.page();
    String fresh = new RaceTable().fresh(page);
    if (REGENERATE) {
      RaceTable.write(fresh);
    } else {
      assertEquals(fresh, page, "stale; run RacesTest with -Dbindcheck.regenerate=true");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {JpfEngine.NAME, MonitorEngine.NAME, LincheckEngine.NAME, StressEngine.NAME})
  void whatIsKeptIsNoOlderThanTheFaults(String engine) throws IOException {
    Freshness.require(
        "races/" + engine + ".json",
        new RaceTable().classes(engine),
        RaceFault.hash(),
        "run RacesTest with -Dbindcheck.regenerate=true and -Plong");
  }

  @Test
  void everyFaultCompilesAndWasFoundWithoutJavaPathFinder() throws IOException {
    List<RaceFault> faults = RaceFault.all();
    assertTrue(faults.size() >= FEWEST, () -> faults.size() + " faults");
    RaceTable table = new RaceTable();
    for (RaceFault fault : faults) {
      assertTrue(new ChangedReference(fault.change()).name().endsWith(fault.name()));
      boolean byLincheck = isFound(table.of(LincheckEngine.NAME, fault));
      boolean byStress = isFound(table.of(StressEngine.NAME, fault));
      assertTrue(byLincheck || byStress, fault::name);
    }
  }

  @Test
  void lincheckMissesOnlyWhatItIsKnownToMiss() throws IOException {
    RaceTable table = new RaceTable();
    Set<String> missed = new TreeSet<>();
    for (RaceFault fault : RaceFault.all()) {
      if (!isFound(table.of(LincheckEngine.NAME, fault))) {
        missed.add(fault.name());
      }
    }
    assertEquals(Set.of("notify-for-notify-all"), missed);
  }

  private static boolean isFound(Optional<Findings> found) {
    return found.map(Findings::verdict).filter(Verdict.FAIL::equals).isPresent();
  }

  private static RaceFault fault(String name) {
    return RaceFault.all().stream().filter(each -> each.name().equals(name)).findFirst().get();
  }

  @Test
  void everyInterleavingOfMonitorsShowsEveryFault() throws IOException {
    for (Findings found : all(MonitorEngine.NAME, "", runs::monitor)) {
      assertEquals(Verdict.FAIL, found.verdict(), found::program);
    }
  }

  /** Twins of a canary: what Lincheck passes is worth something as long as it finds these. */
  @ParameterizedTest
  @ValueSource(strings = {"lock-order", "wake-before-enqueue"})
  void lincheckFindsAFaultInFewSchedules(String name) throws IOException {
    requireJdk();
    Findings found = runs.lincheck(fault(name), FEW_SCHEDULES);
    assertEquals(Verdict.FAIL, found.verdict(), found::reason);
    assertTrue(
        found.reason().startsWith(name.equals("lock-order") ? "deadlock" : "outcome"),
        found::reason);
  }

  @Test
  @Tag("long")
  void javaPathFinderFindsWhatTheTableSays() throws IOException {
    assumeTrue(JpfHome.find().isPresent(), JpfEngine.NOT_INSTALLED);
    String version;
    try (JpfEngine engine = JpfEngine.of(ReferenceTarget.class, List.of(), Engine.FEW_THREADS)) {
      version = engine.version();
    }
    assertAsInTheTable(JpfEngine.NAME, all(JpfEngine.NAME, version, runs::jpf));
  }

  @Test
  @Tag("long")
  void lincheckFindsWhatTheTableSays() throws IOException {
    requireJdk();
    Run run = fault -> runs.lincheck(fault, SCHEDULES);
    assertAsInTheTable(LincheckEngine.NAME, all(LincheckEngine.NAME, LincheckEngine.VERSION, run));
  }

  @Test
  @Tag("long")
  void stressFindsWhatIsWideOpen() throws IOException {
    for (Findings found : all(StressEngine.NAME, "", runs::stress)) {
      assertTrue(
          found.verdict() == Verdict.FAIL || !WIDE_OPEN.contains(found.program()), found::program);
    }
  }

  /** Runs an engine on every fault, and keeps what it found if it is told to. */
  private static List<Findings> all(String engine, String version, Run run) throws IOException {
    List<Findings> all = new ArrayList<>();
    for (RaceFault fault : RaceFault.all()) {
      all.add(run.on(fault));
    }
    if (REGENERATE) {
      RaceTable.keep(new Results(engine, version, "fault", RaceFault.hash(), all));
    }
    return all;
  }

  private static void assertAsInTheTable(String engine, List<Findings> all) throws IOException {
    RaceTable table = new RaceTable();
    for (Findings found : all) {
      assertEquals(
          table.of(engine, fault(found.program())).map(Findings::verdict).orElse(null),
          found.verdict(),
          found::program);
    }
  }
}
