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
  private final StubTarget stub = new StubTarget();

  WalkJudge(Automaton automaton, Vocabulary vocabulary) {
    this.session = new Session(stub, new Judge(automaton, vocabulary), vocabulary);
  }

  /** Judges a walk by itself: policies that other walks fixed are open again. */
  List<TraceStep> judge(List<ExpectedStep> walk) {
    session.judge().forget();
    session.reset();
    List<TraceStep> steps = new ArrayList<>();
    boolean agrees = true;
    for (ExpectedStep step : walk) {
      List<TraceStep.Permitted> allowed = agrees ? permitted(step) : List.of();
      agrees = agrees && go(step);
      steps.add(traced(step, allowed));
    }
    return steps;
  }

  private List<TraceStep.Permitted> permitted(ExpectedStep step) {
    Map<SymmetricObservation, SortedSet<String>> by = new LinkedHashMap<>();
    for (Allowed allowed : session.allowed(step.line())) {
      by.computeIfAbsent(step.upToReaders(allowed.observation()), s -> new TreeSet<>())
          .addAll(allowed.by());
    }
    return by.entrySet().stream()
        .map(e -> new TraceStep.Permitted(e.getKey(), e.getValue()))
        .toList();
  }

  private boolean go(ExpectedStep step) {
    stub.show(step.observation());
    return session.play(step.line()).isAllowed();
  }

  private static TraceStep traced(ExpectedStep step, List<TraceStep.Permitted> allowed) {
    Optional<Call> waiting =
        step.line().statement() instanceof Call
            ? Optional.empty()
            : Optional.of(step.calls().get(step.line().thread()));
    return new TraceStep(step.line(), waiting, step.upToReaders(step.observation()), allowed);
  }
}
