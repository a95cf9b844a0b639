package bindcheck.proofs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.spec.tlc.ModelResult;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
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
  private static final long SEED = Long.getLong("bindcheck.seed", 1);
  private static final String SMALL = "Small";

  /** In which a mutant is looked for, one after the other. */
  private static final List<String> MORE = List.of(SMALL, "Values", "EachVariant");

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
  @ValueSource(strings = {"TwoInterrupts", "Values", "Waiters", "Readers", "EachVariant"})
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

  static Stream<Mutant> mutants() {
    return Mutant.all().stream();
  }

  static Stream<Mutant> sample() {
    List<Mutant> all = Mutant.all();
    return Stream.of(all.get(new Random(SEED).nextInt(all.size())));
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
    if (mutant.property().equals("InvLengths")) { // that there is no Tail of nothing
      assertTrue(said.outcome().contains("Tail to the empty sequence"), said::outcome);
    } else {
      assertEquals(Enumeration.violated(mutant.property()), said);
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
