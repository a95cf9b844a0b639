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
  List<TraceStep> judge(List<ExpectedWalk.Step> walk) {
    session.judge().forget();
    session.reset();
    List<TraceStep> steps = new ArrayList<>();
    boolean agrees = true;
    for (ExpectedWalk.Step step : walk) {
      List<TraceStep.Permitted> allowed = agrees ? permitted(step) : List.of();
      if (agrees) {
        stub.show(step.observation());
        agrees = session.play(step.line()).isAllowed();
      }
      steps.add(traced(step, allowed));
    }
    return steps;
  }

  private List<TraceStep.Permitted> permitted(ExpectedWalk.Step step) {
    Map<SymmetricObservation, SortedSet<String>> by = new LinkedHashMap<>();
    for (Allowed allowed : session.allowed(step.line())) {
      by.computeIfAbsent(step.upToReaders(allowed.observation()), s -> new TreeSet<>())
          .addAll(allowed.by());
    }
    return by.entrySet().stream()
        .map(e -> new TraceStep.Permitted(e.getKey(), e.getValue()))
        .toList();
  }

  private static TraceStep traced(ExpectedWalk.Step step, List<TraceStep.Permitted> allowed) {
    Optional<Call> waiting =
        step.line().statement() instanceof Call
            ? Optional.empty()
            : Optional.of(step.calls().get(step.line().thread()));
    return new TraceStep(step.line(), waiting, step.upToReaders(step.observation()), allowed);
  }
}
