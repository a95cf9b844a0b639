package bindcheck.litmus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.call.Verdict;
import bindcheck.litmus.jpf.ClassFiles;
import bindcheck.litmus.jpf.JpfEngine;
import bindcheck.litmus.lincheck.LincheckEngine;
import bindcheck.litmus.monitor.MonitorEngine;
import bindcheck.litmus.stress.StressEngine;
import bindcheck.target.ReferenceTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept of the last runs of the engines: few machines have Java PathFinder. */
@Timeout(120)
class InterleavingsTest {
  private static final Path FOLDER = Path.of("litmus");

  private static List<Program> programs;
  private static Map<String, Set<Outcome>> all;

  @BeforeAll
  static void read() throws IOException {
    programs = Catalogue.in(FOLDER);
    all = outcomes(kept(JpfEngine.NAME));
  }

  private static Results kept(String engine) throws IOException {
    return Results.parse(Files.readString(FOLDER.resolve("seen/" + engine + ".json")));
  }

  private static Map<String, Set<Outcome>> outcomes(Results results) {
    return results.findings().stream()
        .filter(found -> found.verdict() == Verdict.PASS)
        .collect(Collectors.toMap(Findings::program, found -> found.outcomes().keySet()));
  }

  private static Set<String> names(int mostThreads) {
    return programs.stream()
        .filter(program -> program.threads().size() <= mostThreads)
        .map(Program::name)
        .collect(Collectors.toSet());
  }

  @Test
  void everyProgramWasExploredToTheEnd() throws IOException {
    assertEquals(names(Integer.MAX_VALUE), all.keySet());
    assertTrue(kept(JpfEngine.NAME).findings().stream().allMatch(Findings::exhaustive));
  }

  /**
   * In each of these a thread is to be refused twice, or refused and then served, while another
   * goes on in between: more switches between threads than Lincheck comes to, in thousands of
   * schedules.
   */
  private static final Set<String> MORE_SWITCHES =
      Set.of("destroy-09-one-of-two", "waiters-06-sleeps-on", "waiters-07-behind-a-bind");

  /** So that five hundred schedules of Lincheck are worth something on these programs. */
  @Test
  void lincheckMetEveryOutcomeThatFewSwitchesLeadTo() throws IOException {
    Results lincheck = kept(LincheckEngine.NAME);
    assertEquals(LincheckEngine.VERSION, lincheck.version());
    Map<String, Set<Outcome>> met = outcomes(lincheck);
    assertEquals(names(Engine.FEW_THREADS), met.keySet());
    Set<String> missing = new TreeSet<>();
    met.forEach(
        (program, outcomes) -> {
          assertTrue(all.get(program).containsAll(outcomes), program);
          if (!outcomes.containsAll(all.get(program))) {
            missing.add(program);
          }
        });
    assertEquals(MORE_SWITCHES, missing);
  }

  @Test
  void theInterleavingsOfMonitorsMetTheSame() throws IOException {
    Results monitor = kept(MonitorEngine.NAME);
    assertTrue(monitor.findings().stream().allMatch(Findings::exhaustive));
    assertEquals(all, outcomes(monitor));
  }

  @Test
  void stressMetNoOutcomeBesides() throws IOException {
    Map<String, Set<Outcome>> met = outcomes(kept(StressEngine.NAME));
    assertEquals(names(Integer.MAX_VALUE), met.keySet());
    met.forEach(
        (program, outcomes) ->
            assertTrue(all.get(program).containsAll(outcomes), () -> program + ": " + outcomes));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {JpfEngine.NAME, MonitorEngine.NAME, LincheckEngine.NAME, StressEngine.NAME})
  void theResultsAreNoOlderThanTheClasses(String engine) throws IOException {
    Freshness.require(
        "proofs/litmus/seen/" + engine + ".json",
        kept(engine).classes(),
        ClassFiles.of(ReferenceTarget.class, List.of()).hash(),
        "model/docs/hunter.md says how to renew it");
  }
}
