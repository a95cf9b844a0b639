package bindcheck.spec.tlc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** TLC says of a model what the manifest says. */
class ModelRunTest {
  @ParameterizedTest
  @Timeout(300)
  @ValueSource(strings = {"Tests", "MCHandles", "MCDestroyDoesNotDestroy"})
  void theManifestHolds(String name) {
    Model model = Models.named(name);
    ModelRun run = ModelRun.of(model);
    assertEquals(model.expected(), run.result());
    assertEquals(!model.holds(), run.counterexample().startsWith("State 1: "), run::counterexample);
  }

  @ParameterizedTest
  @Tag("long")
  @Timeout(1200)
  @MethodSource("all")
  void allOfTheManifestHolds(Model model) {
    assertEquals(model.expected(), ModelRun.of(model).result());
  }

  static Stream<Model> all() {
    return Model.all().stream();
  }

  @Test
  void aModelThatFailsFailsForOneReason() {
    for (Model model : Model.all()) {
      assertTrue(
          model.holds() || model.properties().equals(List.of(model.violates())), model::name);
    }
  }

  @Test
  void aTemporalViolationIsThatOfTheOnlyProperty() {
    String printed = "Error: Temporal properties were violated.\n";
    assertEquals("violates P", ModelResult.parse(printed, List.of("P")).outcome());
    assertTrue(ModelResult.parse(printed, List.of("P", "Q")).outcome().startsWith("error"));
  }

  @Test
  void anAssumptionThatIsFalseIsAnError() {
    String printed = "Error: Assumption line 3, col 8 to line 3, col 12 of module M is false.\n";
    ModelResult result = ModelResult.parse(printed, List.of());
    assertEquals(
        "error: Assumption line 3, col 8 to line 3, col 12 of module M is false.",
        result.outcome());
  }

  @Test
  void aSearchThatWasCutOffHoldsOfNothing() {
    String printed = "12 states generated, 7 distinct states found, 3 states left on queue.\n";
    assertEquals("error: TLC did not finish", ModelResult.parse(printed, List.of()).outcome());
  }
}
