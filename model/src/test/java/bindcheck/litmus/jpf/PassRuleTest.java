package bindcheck.litmus.jpf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.call.Verdict;
import bindcheck.litmus.Findings;
import bindcheck.litmus.Outcome;
import bindcheck.litmus.Programs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a search must be, and must have found, to count as one of every interleaving. */
@Timeout(60)
class PassRuleTest {
  private static final Map<Outcome, Long> OUTCOMES = Map.of(Outcome.parse("T1: OK || T2: OK"), 3L);
  private static final Exploration WELL = complete(20, 3, OUTCOMES);
  private static final Exploration CANARY =
      withErrors("uncaught: " + Driver.Canary.class.getName());

  /** A search that was not cut short, of these end states. */
  private static Exploration complete(long states, long endStates, Map<Outcome, Long> outcomes) {
    return new Exploration(
        states,
        endStates,
        new TreeMap<>(outcomes),
        Map.of(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  private static Exploration withErrors(String... found) {
    return new Exploration(
        20, 3, WELL.outcomes(), Map.of(), List.of(found), Optional.empty(), Optional.empty());
  }

  private static Exploration withConstraint(String hit) {
    return new Exploration(
        20, 3, WELL.outcomes(), Map.of(), List.of(), Optional.of(hit), Optional.empty());
  }

  private static Findings judge(List<String> unfaithful, Exploration run, Exploration canary) {
    return PassRule.judge(Programs.ONE_PACKET, unfaithful, run, canaries -> canary);
  }

  private static void assertEnds(Verdict verdict, String reason, Findings found) {
    assertEquals(verdict, found.verdict());
    assertTrue(found.reason().contains(reason), found::reason);
    assertEquals(false, found.exhaustive());
  }

  @Test
  void aSearchToTheEndWhoseCanaryWasFoundPasses() {
    Findings found = judge(List.of(), WELL, CANARY);
    assertEquals(Verdict.PASS, found.verdict());
    assertTrue(found.exhaustive());
    assertEquals(OUTCOMES, found.outcomes());
    assertEquals(Map.of("states", 20L), found.figures());
  }

  @Test
  void anErrorFails() {
    Findings found = judge(List.of(), withErrors("deadlock: T1", "the chart"), CANARY);
    assertEnds(Verdict.FAIL, "deadlock: T1\nthe chart", found);
  }

  @Test
  void aCrashIsNoVerdict() {
    Exploration crashed = Exploration.crashed(new IllegalStateException("no such peer"));
    assertEnds(Verdict.INCONCLUSIVE, "crashed: no such peer", judge(List.of(), crashed, CANARY));
  }

  @Test
  void aLimitIsNoVerdict() {
    Exploration cut = withConstraint("max states exceeded: 20");
    assertEnds(Verdict.INCONCLUSIVE, "max states exceeded", judge(List.of(), cut, CANARY));
  }

  @Test
  void aSearchWithoutAnEndStateIsNoVerdict() {
    Exploration endless = complete(20, 0, Map.of());
    assertEnds(Verdict.INCONCLUSIVE, "no interleaving", judge(List.of(), endless, CANARY));
  }

  @Test
  void aCanaryThatWasNotFoundIsNoVerdict() {
    assertEnds(Verdict.INCONCLUSIVE, "a throw where", judge(List.of(), WELL, WELL));
    Exploration other = withErrors("something else");
    assertEnds(Verdict.INCONCLUSIVE, "a throw where", judge(List.of(), WELL, other));
  }

  @Test
  void theCanaryStandsWhereAThreadHasCome() {
    Map<Outcome, Long> outcomes =
        Map.of(
            Outcome.parse("T1: OK, blocked || T2: blocked"), 1L,
            Outcome.parse("T1: blocked || T2: blocked"), 1L);
    PassRule.judge(
        Programs.ONE_PACKET,
        List.of(),
        complete(20, 3, outcomes),
        canaries -> {
          assertEquals(Map.of("T1", 1, "T2", 0), canaries);
          return CANARY;
        });
  }

  @Test
  void classesThatAreNotExecutedFaithfullyAreNoVerdict() {
    Findings found = judge(List.of("X calls notify()"), WELL, CANARY);
    assertEnds(Verdict.INCONCLUSIVE, "X calls notify()", found);
  }
}
