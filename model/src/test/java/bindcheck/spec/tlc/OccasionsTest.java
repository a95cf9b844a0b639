package bindcheck.spec.tlc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * No property holds for want of an occasion: each that a model is to show arises in one that names
 * it.
 */
@Timeout(600)
class OccasionsTest {
  /** Of every state: they have no occasion. */
  private static final Set<String> ALWAYS = Set.of("Shape");

  @Test
  @Tag("long")
  void everyPropertyHasAnOccasion() {
    List<Model> models =
        Model.all().stream()
            .filter(m -> m.holds() && m.mode() == Model.Mode.SAFETY)
            .sorted(Comparator.comparingLong(Model::distinct))
            .toList();
    Set<String> missing = new TreeSet<>();
    models.forEach(model -> missing.addAll(model.properties()));
    missing.removeAll(ALWAYS);
    assertTrue(missing.size() > 1, "there are properties");
    for (Model model : models) {
      Set<String> asked = new TreeSet<>(model.properties());
      asked.retainAll(missing);
      if (!asked.isEmpty()) {
        missing.removeAll(met(model, asked));
      }
    }
    assertEquals(Set.of(), missing, "no model gives these an occasion");
  }

  @Test
  void aPropertyWithoutOccasionIsNotMet() {
    assertEquals(Set.of("BindBinds"), met(Models.named("MCKernel2018"), Set.of("BindBinds")));
    assertEquals(Set.of(), met(Models.named("MCKernel2018"), Set.of("CreatesPort")));
  }

  @Test
  void whatHoldsOfTheMonitorsIsViolatedByAFlaw() {
    Set<String> holds = new TreeSet<>();
    Set<String> violated = new TreeSet<>();
    for (Model model : Model.all()) {
      if (model.module().equals("MCMonitors")) {
        holds.addAll(model.properties());
      } else if (model.module().equals("MCMonitorFlaws")) {
        violated.add(model.violates());
      }
    }
    assertTrue(holds.contains("RefinesMachine"), holds::toString);
    holds.removeAll(violated);
    assertEquals(Set.of(), holds, "no flaw violates these");
  }

  private static Set<String> met(Model model, Set<String> asked) {
    List<String> arguments = new ArrayList<>(List.of(model.name()));
    arguments.addAll(asked);
    try (ChildProcess process = ChildProcess.start(Occasions.class, arguments)) {
      Set<String> printed = new TreeSet<>(List.of(process.output().strip().split("\\R", -1)));
      printed.remove("");
      assertTrue(asked.containsAll(printed), () -> String.join("\n", printed));
      return printed;
    }
  }
}
