package bindcheck.litmus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bindcheck.check.Verdict;
import bindcheck.jpf.JpfEngine;
import bindcheck.lincheck.LincheckEngine;
import bindcheck.target.ReferenceTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is kept of the last runs of Java PathFinder, which few machines have, and of Lincheck. */
@Timeout(120)
class InterleavingsTest {
  private static final Path FOLDER = Path.of("litmus");
  private static final Path CONFORMANCE = Path.of("../CONFORMANCE.md");
  private static final String LARGE = "readers-03-trigger-ack-trigger";

  private static Results kept;

  @BeforeAll
  static void read() throws IOException {
    kept = Results.parse(Files.readString(FOLDER.resolve("seen/jpf.json")));
  }

  @Test
  void everyProgramThatFitsWasExploredToTheEnd() {
    Set<String> explored =
        kept.findings().stream()
            .filter(found -> found.verdict() == Verdict.PASS && found.exhaustive())
            .map(Findings::program)
            .collect(Collectors.toSet());
    Set<String> fitting =
        Catalogue.in(FOLDER).stream()
            .filter(program -> program.threads().size() <= JpfEngine.FEW_THREADS)
            .map(Program::name)
            .collect(Collectors.toSet());
    fitting.add(LARGE);
    fitting.removeAll(explored);
    assertEquals(Set.of(), fitting);
  }

  /** So that five hundred schedules of Lincheck are worth something on these programs. */
  @Test
  void lincheckMetEveryOutcomeThatThereIs() throws IOException {
    Results lincheck = Results.parse(Files.readString(FOLDER.resolve("seen/lincheck.json")));
    assertEquals(LincheckEngine.VERSION, lincheck.version());
    Map<String, Set<Outcome>> met = outcomes(lincheck);
    Map<String, Set<Outcome>> all = outcomes(kept);
    all.keySet().retainAll(met.keySet());
    assertEquals(all, met);
    long fitting =
        Catalogue.in(FOLDER).stream()
            .filter(program -> program.threads().size() <= JpfEngine.FEW_THREADS)
            .count();
    assertEquals(fitting, met.size());
  }

  private static Map<String, Set<Outcome>> outcomes(Results results) {
    return results.findings().stream()
        .filter(found -> found.verdict() == Verdict.PASS)
        .collect(Collectors.toMap(Findings::program, found -> found.outcomes().keySet()));
  }

  @Test
  void theFiguresStandInConformance() throws IOException {
    long states = kept.findings().stream().mapToLong(each -> each.figures().get("states")).sum();
    long outcomes = kept.findings().stream().mapToLong(each -> each.outcomes().size()).sum();
    String figures =
        "%d programs, %d states, %d outcomes (Java PathFinder %s)."
            .formatted(kept.findings().size(), states, outcomes, kept.version());
    assertTrue(Files.readString(CONFORMANCE).contains(figures), figures);
  }

  @Test
  void theResultsAreNoOlderThanTheClasses() {
    String now;
    try (JpfEngine engine = JpfEngine.of(ReferenceTarget.class, List.of(), JpfEngine.FEW_THREADS)) {
      now = engine.classes();
    }
    assumeTrue(
        now.equals(kept.classes()),
        "older than the classes: proofs/litmus/seen/jpf.json; the README says how to renew it");
  }
}
