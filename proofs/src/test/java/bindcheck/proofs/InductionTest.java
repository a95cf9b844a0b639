package bindcheck.proofs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What Induction.tla says of all kernels is proved by z3, for any number of objects, handles,
 * threads, packets and values; and each of it can fail.
 */
@Timeout(1800)
class InductionTest extends AskingSolver {
  private static final int FEW = 2;

  private static Induction induction;

  @BeforeAll
  static void read() {
    induction = new Induction(Specification.read(Map.of()), solver);
  }

  @Test
  void holdsOfAKernelWithoutObjects() {
    assertEquals(List.of(), induction.notInitially());
  }

  @Test
  void everyStepKeepsIt() {
    List<String> open = new ArrayList<>();
    int ways = 0;
    for (Case each : Induction.cases()) {
      Induction.Result result = induction.prove(each);
      ways += result.ways();
      open.addAll(result.open());
    }
    System.out.println(told(ways));
    assertEquals(List.of(), open);
  }

  private static String told(int ways) {
    int obligations =
        Induction.cases().stream().mapToInt(each -> induction.properties(each).size()).sum();
    return obligations
        + " obligations: "
        + Induction.cases().size()
        + " cases (calls, and the removal of objects), by "
        + ways
        + " ways that their steps go, for "
        + String.join(", ", induction.properties())
        + "; for any number of objects, handles, threads, packets, values, and any variant."
        + " Assumed: see model/docs/proofs.md.";
  }

  static List<Mutant> mutants() {
    return Stream.concat(Mutant.all().stream(), Mutant.ofEachCall().stream()).toList();
  }

  static List<Mutant> sample() {
    return drawn(mutants(), FEW, new Random(SEED));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sample")
  void aSampleCanFail(Mutant mutant) {
    assertFails(mutant);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mutants")
  @Tag("long")
  void eachCanFail(Mutant mutant) {
    assertFails(mutant);
  }

  private static void assertFails(Mutant mutant) {
    Induction changed = new Induction(Specification.read(mutant.files()), solver);
    Optional<String> found = changed.refute(mutant.of(), mutant.property());
    assertTrue(found.isPresent(), "no small case is found in which it fails");
    System.out.println(mutant + " breaks it " + found.get() + "\n");
  }

  @Test
  void eachHasAMutant() {
    Set<String> refuted =
        Mutant.all().stream().map(Mutant::property).collect(Collectors.toCollection(TreeSet::new));
    assertEquals(new TreeSet<>(induction.properties()), refuted);
    Set<Case> cases = mutants().stream().map(Mutant::of).collect(Collectors.toSet());
    cases.add(Case.IMPOSSIBLE);
    assertEquals(Set.copyOf(Induction.cases()), cases);
  }
}
