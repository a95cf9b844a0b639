package bindcheck.proofs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.certificate.BuildRecord;
import bindcheck.file.Sha256;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
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

  private static Obligations obligations;
  private static Induction induction;

  @BeforeAll
  static void read() {
    obligations = new Obligations(Specification.read(Map.of()));
    induction = new Induction(obligations, solver);
  }

  @Test
  void everyStepKeepsIt() throws IOException {
    List<String> open = new ArrayList<>();
    int ways = 0;
    for (Case each : Case.all()) {
      Induction.Result result = induction.prove(each);
      ways += result.ways();
      open.addAll(result.open());
    }
    System.out.println(told(ways));
    assertEquals(List.of(), open);
    BuildRecord.seen("proofs", figures()).requireKept(Path.of("records"));
  }

  private static Map<String, String> figures() {
    Map<String, String> figures = new TreeMap<>();
    obligations.numbers().forEach((property, number) -> figures.put(property, number + " proved"));
    figures.put("cases", Integer.toString(Case.all().size()));
    figures.put("solver", "z3 " + Solver.version());
    figures.put("Induction.tla", new Sha256().add(Specification.text("Induction.tla")).hex());
    return figures;
  }

  private static String told(int ways) {
    return obligations.number()
        + " obligations: "
        + Case.all().size()
        + " cases (calls, a kernel without objects, the removal of objects), by "
        + ways
        + " ways that their steps go, for "
        + String.join(", ", obligations.properties())
        + "; for any number of objects, handles, threads, packets, values, and any variant."
        + " Not counted are those which no step could break: "
        + obligations.vacuous()
        + ". Assumed: see model/docs/proofs.md.";
  }

  static List<Mutant> sample() {
    return drawn(Mutant.all(), FEW, new Random(SEED));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sample")
  void aSampleCanFail(Mutant mutant) {
    assertFails(mutant);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bindcheck.proofs.Mutant#all")
  @Tag("long")
  void eachCanFail(Mutant mutant) {
    assertFails(mutant);
  }

  private static void assertFails(Mutant mutant) {
    Induction changed = new Induction(new Obligations(Specification.read(mutant.files())), solver);
    Optional<String> found = changed.refute(mutant.of(), mutant.property());
    assertTrue(found.isPresent(), "no small case is found in which it fails");
    System.out.println(mutant + " breaks it " + found.get() + "\n");
  }

  @Test
  void eachHasAMutant() {
    Set<String> refuted =
        Mutant.all().stream().map(Mutant::property).collect(Collectors.toCollection(TreeSet::new));
    assertEquals(new TreeSet<>(obligations.properties()), refuted);
  }
}
