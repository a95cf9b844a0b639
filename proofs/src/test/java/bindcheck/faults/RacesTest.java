package bindcheck.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bindcheck.check.Verdict;
import bindcheck.jpf.JpfEngine;
import bindcheck.jpf.JpfHome;
import bindcheck.litmus.Allowances;
import bindcheck.litmus.Findings;
import bindcheck.litmus.Grade;
import bindcheck.litmus.Grading;
import bindcheck.litmus.Results;
import bindcheck.spec.SpecModule;
import bindcheck.target.ReferenceTarget;
import bindcheck.tlc.Model;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Faults that only concurrency shows are found, and the table says by whom. */
@Timeout(1800)
class RacesTest {
  private static final boolean REGENERATE = Boolean.getBoolean("bindcheck.regenerate");
  private static final int FEWEST = 12;

  @TempDir private Path classes;

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

  @Test
  void everyFaultCompilesAndWasFound() throws IOException {
    List<RaceFault> faults = RaceFault.all();
    assertTrue(faults.size() >= FEWEST, () -> faults.size() + " faults");
    RaceTable table = new RaceTable();
    for (RaceFault fault : faults) {
      assertTrue(new ChangedReference(fault.change()).name().endsWith(fault.name()));
      boolean byJpf = table.of("jpf", fault).map(RacesTest::isFound).orElse(false);
      boolean byStress = table.of("stress", fault).map(RacesTest::isFound).orElse(false);
      assertTrue(byJpf || byStress, fault::name);
    }
  }

  @Test
  void everyFaultHasAModelThatFails() {
    Set<String> flawed =
        Model.all().stream()
            .filter(model -> !model.holds())
            .map(Model::name)
            .collect(Collectors.toSet());
    for (RaceFault fault : RaceFault.all()) {
      assertTrue(fault.model().filter(flawed::contains).isPresent(), fault::name);
    }
  }

  private static boolean isFound(Findings found) {
    return found.verdict() == Verdict.FAIL;
  }

  @Test
  @Tag("long")
  void javaPathFinderFindsWhatTheTableSays() throws IOException {
    assumeTrue(JpfHome.find().isPresent(), JpfEngine.NOT_INSTALLED);
    Grading grading = new Grading(new Allowances(SpecModule.load("Evaluation")), Allowances.DOC);
    List<Findings> all = new ArrayList<>();
    String version = "";
    for (RaceFault fault : RaceFault.all()) {
      Path folder = classes.resolve(fault.name());
      new ChangedReference(fault.change()).writeTo(folder);
      try (JpfEngine engine =
          JpfEngine.of(ReferenceTarget.class, List.of(folder), JpfEngine.FEW_THREADS)) {
        version = engine.version();
        all.add(named(fault, graded(grading, fault, engine.run(fault.program()))));
      }
    }
    if (REGENERATE) {
      RaceTable.keep(new Results(JpfEngine.NAME, version, "fault", "", all));
    }
    RaceTable table = new RaceTable();
    for (int i = 0; i < all.size(); i++) {
      RaceFault fault = RaceFault.all().get(i);
      assertEquals(
          table.of("jpf", fault).map(Findings::verdict).orElse(null), all.get(i).verdict());
    }
  }

  /** With a forbidden outcome as the reason, where there is one. */
  private static Findings graded(Grading grading, RaceFault fault, Findings found) {
    return grading.of(fault.program(), found).entrySet().stream()
        .filter(each -> each.getValue() == Grade.FORBIDDEN)
        .findFirst()
        .map(each -> found.ended(Verdict.FAIL, "outcome " + each.getKey()))
        .orElse(found);
  }

  private static Findings named(RaceFault fault, Findings found) {
    return new Findings(
        fault.name(),
        found.verdict(),
        found.reason(),
        found.exhaustive(),
        found.outcomes(),
        found.figures());
  }
}
