package bindcheck.litmus.jpf;

import bindcheck.call.Verdict;
import bindcheck.litmus.Findings;
import bindcheck.litmus.Outcome;
import bindcheck.litmus.Program;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * When a search counts as one of every interleaving. That Java PathFinder reports no error is not
 * enough: it says so as well when a limit ended the search, and when it silently left a path at
 * something that it cannot execute.
 */
final class PassRule {
  private PassRule() {}

  /**
   * The findings of a search.
   *
   * @param unfaithful what of the classes is not executed faithfully
   * @param twin searches the same program with a throw in each thread after so many calls, which is
   *     done only if all else is well
   */
  static Findings judge(
      Program program,
      List<String> unfaithful,
      Exploration run,
      Function<Map<String, Integer>, Exploration> twin) {
    Findings found = Findings.of(program, true, run.outcomes(), Map.of("states", run.states()));
    if (run.crash().isPresent()) {
      return inconclusive(found, "Java PathFinder crashed: " + run.crash().get());
    }
    if (!unfaithful.isEmpty()) {
      Findings none = Findings.of(program, false, Map.of(), Map.of("states", run.states()));
      return inconclusive(none, "Java PathFinder cannot be trusted here: " + unfaithful.get(0));
    }
    if (!run.errors().isEmpty()) {
      return found.ended(Verdict.FAIL, String.join("\n", run.errors()));
    }
    if (run.constraint().isPresent()) {
      return inconclusive(found, "not explored to the end: " + run.constraint().get());
    }
    if (run.endStates() < 1 || run.outcomes().isEmpty()) {
      return inconclusive(found, "no interleaving came to an end");
    }
    if (!finds(twin.apply(furthest(run)))) {
      return inconclusive(found, "a throw where threads are known to come was not found");
    }
    return found;
  }

  /** By thread, how many of its calls have returned at most. */
  private static Map<String, Integer> furthest(Exploration run) {
    Map<String, Integer> furthest = new TreeMap<>();
    for (Outcome outcome : run.outcomes().keySet()) {
      outcome
          .endings()
          .forEach((thread, end) -> furthest.merge(thread, end.replies().size(), Math::max));
    }
    return furthest;
  }

  private static boolean finds(Exploration canary) {
    return canary.errors().stream()
        .anyMatch(error -> error.contains(Driver.Canary.class.getName()));
  }

  private static Findings inconclusive(Findings found, String reason) {
    return found.ended(Verdict.INCONCLUSIVE, reason);
  }
}
