package bindcheck.litmus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.call.Verdict;
import bindcheck.litmus.stress.StressEngine;
import bindcheck.spec.SpecModule;
import bindcheck.spec.Variants;
import bindcheck.target.Targets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The reference implementation under stress has only outcomes that are allowed. */
@Timeout(300)
class ReferenceStressTest {
  private static final int RUNS = 100;

  private static Allowances allowances;
  private static Engine engine;

  /** The outcomes beside which there are no others, where an engine has found all. */
  private static Map<String, Set<Outcome>> all;

  @BeforeAll
  static void open() {
    allowances = new Allowances(SpecModule.load("Evaluation"));
    engine = new StressEngine(Targets.open(Targets.DEFAULT), RUNS);
    all = new HashMap<>();
    for (Results results : Catalogue.kept()) {
      results.findings().stream()
          .filter(each -> each.exhaustive() && each.verdict() == Verdict.PASS)
          .forEach(each -> all.put(each.program(), each.outcomes().keySet()));
    }
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  static Stream<Program> programs() {
    return Catalogue.all().stream();
  }

  @ParameterizedTest
  @MethodSource("programs")
  void onlyWhatTheReferenceAllowsIsSeen(Program program) {
    Findings found = engine.run(program);
    assertEquals(Verdict.PASS, found.verdict(), found::reason);
    assertEquals(RUNS, found.figures().get("runs"));
    for (String variant : List.of(Variants.DOC, Variants.REFERENCE)) {
      Set<Outcome> surplus = new TreeSet<>(found.outcomes().keySet());
      surplus.removeAll(allowances.of(variant).run(program).outcomes().keySet());
      assertEquals(Set.of(), surplus, () -> "not allowed by " + variant);
    }
    Set<Outcome> known = all.getOrDefault(program.name(), found.outcomes().keySet());
    assertTrue(known.containsAll(found.outcomes().keySet()), "more than every interleaving has");
  }
}
