package bindcheck.proofs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import bindcheck.certificate.BuildRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A call for which has come what it waits for has a step to take, in any kernel: liveness, but for
 * what others do meanwhile.
 */
class LivenessTest extends AskingSolver {
  private static Liveness liveness;

  @BeforeAll
  static void read() {
    liveness = new Liveness(Specification.read(Map.of()), solver);
  }

  @Test
  void whoMayGoOnHasAStep() throws IOException {
    Map<String, String> figures = new TreeMap<>();
    for (String premise : liveness.premises()) {
      for (Case of : Liveness.waiting()) {
        assertEquals(
            Solver.Answer.IMPOSSIBLE, liveness.isStuck(of, premise), () -> premise + " of " + of);
      }
      figures.put(premise, occurring(premise).size() + " proved");
    }
    BuildRecord.seen("liveness", figures).requireKept(Path.of("records"));
  }

  private static List<Case> occurring(String premise) {
    return Liveness.waiting().stream()
        .filter(of -> liveness.occurs(of, premise) == Solver.Answer.POSSIBLE)
        .toList();
  }

  /** Each with the step taken away that there is then. */
  static List<Mutant> mutants() {
    Case reader = new Case("port_wait", "waiting", 1, false);
    Case waiter = new Case("interrupt_wait", "waiting", 1, false);
    Case dozing = new Case("interrupt_wait", "dozing", 1, false);
    return List.of(
        new Mutant("LivePacketIsThere", reader, "Ports", "When(~Empty(port),", "When(FALSE,"),
        new Mutant(
            "LiveTimeIsOver",
            reader,
            "Ports",
            "\\union When(Over(c), {Reply",
            "\\union When(FALSE, {Reply"),
        new Mutant("LiveReleased", waiter, "Waiting", "IF mine # {}", "IF FALSE"),
        new Mutant("LiveDestroyed", waiter, "Waiting", "ELSE IF i.destroyed", "ELSE IF FALSE"),
        new Mutant(
            "LiveAwake",
            dozing,
            "Waiting",
            "THEN {Result(SetObject(k, o, [k.objects[o] EXCEPT !.signalled = FALSE]),\n"
                + "                     [c EXCEPT !.at = \"effect\"], {})}",
            "THEN {}"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mutants")
  void withoutItsStepACallIsStuck(Mutant mutant) {
    Liveness changed = new Liveness(Specification.read(mutant.files()), solver);
    assertEquals(Solver.Answer.POSSIBLE, changed.isStuck(mutant.of(), mutant.property()));
  }

  @Test
  void eachHasAMutant() {
    assertEquals(
        Set.copyOf(liveness.premises()),
        mutants().stream().map(Mutant::property).collect(Collectors.toSet()));
  }

  @Test
  void eachIsSoOfSomeCall() {
    liveness.premises().forEach(each -> assertNotEquals(List.of(), occurring(each), each));
  }

  /** So that each of them takes something to go on. */
  @Test
  void whoWaitsOrSleepsMayHaveNone() {
    Set<String> blocking =
        Liveness.waiting().stream()
            .filter(of -> liveness.blocks(of) == Solver.Answer.POSSIBLE)
            .map(Case::at)
            .collect(Collectors.toSet());
    assertEquals(Set.of("waiting", "asleep"), blocking);
  }
}
