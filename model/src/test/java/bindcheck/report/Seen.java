package bindcheck.report;

import bindcheck.call.Observation;
import bindcheck.call.Reply;
import bindcheck.call.Status;
import bindcheck.check.Failure;
import bindcheck.check.FailureGroup;
import bindcheck.check.Timing;
import bindcheck.explain.Explained;
import bindcheck.explain.Explainer;
import bindcheck.oracle.Judge;
import bindcheck.oracle.Session;
import bindcheck.oracle.StubTarget;
import bindcheck.oracle.Vocabulary;
import bindcheck.script.Line;
import bindcheck.script.Script;
import bindcheck.spec.Automaton;
import bindcheck.spec.Glossary;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.suite.Scene;
import bindcheck.suite.SceneSuite;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/** Failures of implementations that are only told of. */
public final class Seen {
  public static final SpecModule MODULE = SpecModule.load("Evaluation");
  public static final Semantics DOC = new Semantics(MODULE, "doc");
  public static final Glossary GLOSSARY = new Glossary(MODULE);
  public static final SortedMap<String, Semantics> KERNELS = Semantics.kernels(MODULE);
  public static final Explainer EXPLAINER = new Explainer(MODULE, DOC, KERNELS);
  public static final Origin ORIGIN = new Origin("bindcheck 0", Instant.EPOCH);
  public static final Observation OK = main(Reply.of(Status.OK));
  public static final String BOUND =
      """
      p = port_create(BIND_TO_INTERRUPT)
      i = interrupt_create(INVALID, 0, VIRTUAL)
      interrupt_bind(i, p, 7, 0)
      """;

  private static final SceneSuite PART =
      SceneSuite.build(new Scene(MODULE, "interrupt"), new Semantics(MODULE, "reference"));

  private Seen() {}

  public static Observation main(Reply reply) {
    return Observation.of(Map.of(Line.MAIN, reply), Set.of());
  }

  public static Observation main(Status status) {
    return main(Reply.of(status));
  }

  public static Observation of(String thread, Reply reply) {
    return Observation.of(Map.of(thread, reply), Set.of());
  }

  /** The script, each line observed as told: only the last is not allowed. */
  public static Failure failure(String script, Observation... observations) {
    StubTarget target = new StubTarget();
    Vocabulary vocabulary = new Vocabulary();
    List<String> threads = List.of(Line.MAIN, "T1", "T2", "T3");
    Judge judge = new Judge(new Automaton(DOC, threads), vocabulary);
    Session session = new Session(target, judge, vocabulary);
    session.reset();
    List<Line> lines = Script.parse("seen", script).lines();
    List<Session.Step> steps = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      target.show(observations[i]);
      steps.add(session.play(lines.get(i)));
      if (steps.get(i).isAllowed() == (i == lines.size() - 1)) {
        throw new AssertionError("not so: " + steps.get(i));
      }
    }
    return new Failure(lines, steps, null);
  }

  /** The failure of that script, explained. */
  public static Explained explained(String script, Observation... observations) {
    return explained(new Vocabulary(), script, observations);
  }

  /** The same, where names and numbers mean what they mean there. */
  public static Explained explained(
      Vocabulary vocabulary, String script, Observation... observations) {
    Failure failure = failure(script, observations);
    return EXPLAINER
        .explain(PART, vocabulary, List.of(new FailureGroup(failure, null, 1, false, Timing.NONE)))
        .get(0);
  }

  /** An ack that loses the second trigger. */
  public static Explained lostWakeUp() {
    Observation lost = Observation.of(Map.of(Line.MAIN, Reply.of(Status.OK)), Set.of("T1"));
    return explained(
        BOUND + "T1: port_wait(p, INFINITE)\ninterrupt_trigger(i, 0, 5)\n",
        OK,
        OK,
        OK,
        Observation.of(Map.of(), Set.of("T1")),
        lost);
  }
}
