package bindcheck.trace;

import bindcheck.call.Call;
import bindcheck.oracle.Allowed;
import bindcheck.oracle.Judge;
import bindcheck.oracle.Session;
import bindcheck.oracle.StubTarget;
import bindcheck.oracle.Vocabulary;
import bindcheck.spec.Automaton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Adds to the steps of a walk what a variant allows at each. */
final class WalkJudge {
  private final Session session;
  private final StubTarget rehearsal = new StubTarget();

  WalkJudge(Automaton automaton, Vocabulary vocabulary) {
    this.session = new Session(rehearsal, new Judge(automaton, vocabulary), vocabulary);
  }

  /** Judges a walk by itself: policies that other walks fixed are open again. */
  List<TraceStep> judge(List<ExpectedStep> legs) {
    session.judge().forget();
    session.reset();
    List<TraceStep> steps = new ArrayList<>();
    boolean agrees = true;
    for (ExpectedStep leg : legs) {
      List<Permitted> allowed = agrees ? permitted(leg) : List.of();
      agrees = agrees && go(leg);
      steps.add(step(leg, allowed));
    }
    return steps;
  }

  private List<Permitted> permitted(ExpectedStep leg) {
    Map<SymmetricObservation, SortedSet<String>> by = new LinkedHashMap<>();
    for (Allowed allowed : session.allowed(leg.line())) {
      by.computeIfAbsent(leg.sighting(allowed.observation()), s -> new TreeSet<>())
          .addAll(allowed.by());
    }
    return by.entrySet().stream().map(e -> new Permitted(e.getKey(), e.getValue())).toList();
  }

  private boolean go(ExpectedStep leg) {
    rehearsal.show(leg.observation());
    return session.play(leg.line()).isAllowed();
  }

  private static TraceStep step(ExpectedStep leg, List<Permitted> allowed) {
    Optional<Call> waiting =
        leg.line().statement() instanceof Call
            ? Optional.empty()
            : Optional.of(leg.calls().get(leg.line().thread()));
    return new TraceStep(leg.line(), waiting, leg.sighting(leg.observation()), allowed);
  }
}
