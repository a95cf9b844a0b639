package bindcheck.litmus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.call.Verdict;
import bindcheck.litmus.monitor.MonitorEngine;
import bindcheck.spec.SpecModule;
import bindcheck.spec.Variants;
import bindcheck.target.Targets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Under every interleaving of its monitors the reference implementation has only outcomes that are
 * allowed, and all that Java PathFinder has seen.
 */
@Timeout(600)
class ReferenceMonitorTest {
  private static final int SAMPLE = 20;

  @Test
  void aSampleOfTheCatalogueIsExhausted() {
    long seed = Long.getLong("bindcheck.seed", System.nanoTime());
    System.out.println("ReferenceMonitorTest -Dbindcheck.seed=" + seed);
    List<Program> programs = new ArrayList<>(Catalogue.all());
    Collections.shuffle(programs, new Random(seed));
    explore(programs.subList(0, SAMPLE));
  }

  @Test
  @Tag("long")
  void theCatalogueIsExhausted() {
    explore(Catalogue.all());
  }

  private static void explore(List<Program> programs) {
    Allowances allowances = new Allowances(SpecModule.load("Evaluation"));
    Map<String, Set<Outcome>> seen =
        Catalogue.kept().stream()
            .filter(results -> results.engine().equals("jpf"))
            .flatMap(results -> results.findings().stream())
            .collect(Collectors.toMap(Findings::program, found -> found.outcomes().keySet()));
    try (MonitorEngine engine =
        new MonitorEngine(Targets.DEFAULT, List.of(), MonitorEngine.SCHEDULES)) {
      for (Program program : programs) {
        Findings found = engine.run(program);
        assertEquals(Verdict.PASS, found.verdict(), () -> program + ": " + found.reason());
        assertTrue(found.exhaustive(), program::name);
        assertEquals(seen.get(program.name()), found.outcomes().keySet(), program::name);
        for (String variant : List.of(Variants.DOC, Variants.REFERENCE)) {
          Set<Outcome> surplus = new TreeSet<>(found.outcomes().keySet());
          surplus.removeAll(allowances.of(variant).run(program).outcomes().keySet());
          assertEquals(Set.of(), surplus, () -> program + " is not allowed by " + variant);
        }
      }
    }
  }
}
