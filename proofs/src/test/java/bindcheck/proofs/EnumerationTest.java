package bindcheck.proofs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.spec.tlc.ModelResult;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What z3 proves of all kernels, TLC finds of every small one, reachable or not, for every step of
 * every call; and what is made wrong, it finds wrong.
 */
@Timeout(1800)
class EnumerationTest {
  private static final String SMALL = "Small";

  /** In which a mutant is looked for, one after the other. */
  private static final List<String> MORE = List.of(SMALL, "Values", "EachVariant", "TwoInterrupts");

  /** What z3 takes to have some value, and TLC says has none. */
  private static final Map<String, String> WITHOUT_VALUE =
      Map.of(
          "InvLengths", "Tail to the empty sequence",
          "StepTellsAlone", "TLC threw an unexpected exception");

  private static Enumeration enumeration;

  @BeforeAll
  static void read() {
    enumeration = new Enumeration();
  }

  @Test
  void everyStepFromASmallKernelKeepsWhatIsProved() {
    assertHolds(SMALL);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"TwoInterrupts", "Values", "Waiters", "Readers", "Late", "EachVariant"})
  @Tag("long")
  void soDoesOneWithinLargerBounds(String bounds) {
    assertHolds(bounds);
  }

  private static void assertHolds(String bounds) {
    Enumeration.Result result =
        enumeration.run(bounds, State.operations(), enumeration.properties(), Map.of());
    assertTrue(result.said().holds(), result.said()::toString);
    assertTrue(result.steps() > 0);
    System.out.printf(
        "%s: %d properties hold of %d steps from %d kernels with a call in progress%n",
        bounds, enumeration.properties().size(), result.steps(), result.starts());
  }

  /** What the removal of objects leaves, which is no step, the proof alone looks at. */
  static List<Mutant> mutants() {
    return Mutant.all().stream().filter(mutant -> mutant.of().isCall()).toList();
  }

  static List<Mutant> sample() {
    return AskingSolver.drawn(mutants(), 1, new Random(AskingSolver.SEED));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sample")
  void aSampleIsFoundWrong(Mutant mutant) {
    assertFound(mutant);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mutants")
  @Tag("long")
  void eachIsFoundWrong(Mutant mutant) {
    assertFound(mutant);
  }

  private static void assertFound(Mutant mutant) {
    ModelResult said = found(mutant);
    String withoutValue = WITHOUT_VALUE.get(mutant.property());
    if (withoutValue == null) {
      assertEquals(Enumeration.violated(mutant.property()), said);
    } else {
      assertTrue(said.outcome().contains(withoutValue), said::outcome);
    }
  }

  private static ModelResult found(Mutant mutant) {
    ModelResult said = null;
    for (String bounds : MORE) {
      said =
          enumeration
              .run(bounds, List.of(mutant.of().op()), List.of(mutant.property()), mutant.files())
              .said();
      if (!said.holds()) {
        return said;
      }
    }
    return said;
  }
}
