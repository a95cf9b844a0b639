package bindcheck.proofs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is proved of a case is broken by a wrong step, but for what is about other cases alone. */
@Timeout(1800)
class VacuityTest extends AskingSolver {
  private static final int FEW = 2;

  /** How often each part of a result was what a wrong step had wrong. */
  private static final SortedMap<String, Integer> WRONG = new TreeMap<>();

  private static Obligations obligations;
  private static Vacuity vacuity;

  @BeforeAll
  static void read() {
    obligations = new Obligations(Specification.read(Map.of()));
    vacuity = new Vacuity(obligations, solver);
  }

  @AfterAll
  static void tell() {
    int broken = WRONG.values().stream().mapToInt(Integer::intValue).sum();
    System.out.println(broken + " obligations can fail, where a step leaves as anything: " + WRONG);
  }

  static List<Case> sample() {
    return drawn(Case.all(), FEW, new Random(SEED));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sample")
  void aSampleCanFail(Case of) {
    assertCanFail(of);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bindcheck.proofs.Case#all")
  @Tag("long")
  void eachCanFail(Case of) {
    assertCanFail(of);
  }

  private static void assertCanFail(Case of) {
    Vacuity.Result result = vacuity.of(of);
    assertEquals(new TreeSet<>(), result.open());
    assertEquals(
        obligations.properties(of).stream()
            .filter(property -> Vacuous.why(of, property).isPresent())
            .collect(Collectors.toCollection(TreeSet::new)),
        result.vacuous());
    result.broken().values().forEach(part -> WRONG.merge(part, 1, Integer::sum));
  }
}
