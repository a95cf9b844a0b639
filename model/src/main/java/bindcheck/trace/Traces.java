package bindcheck.trace;

import bindcheck.oracle.Vocabulary;
import bindcheck.spec.Automaton;
import bindcheck.spec.Semantics;
import bindcheck.suite.SceneSuite;
import java.util.List;

/**
 * The traces of one scene: what a perfect implementation of the covered variant would do on each
 * walk of the suite, and what another variant would have allowed.
 *
 * <p>Made one walk at a time, so that a suite of any length fits into memory. Every walk stands for
 * itself: it may be replayed alone, and in any order.
 */
public final class Traces {
  private final SceneSuite part;
  private final String judgedBy;
  private final Vocabulary vocabulary = new Vocabulary();
  private final WalkJudge oracle;

  /**
   * Prepares the traces.
   *
   * @param judge the variant that says what is allowed
   */
  public Traces(SceneSuite part, Semantics judge) {
    this.part = part;
    this.judgedBy = judge.variant().name();
    vocabulary.nameHandles(part.graph().scene().setup());
    this.oracle = new WalkJudge(new Automaton(judge, part.graph().scene().threads()), vocabulary);
  }

  /** What is covered. */
  public SceneSuite part() {
    return part;
  }

  /** How many walks there are. */
  int walks() {
    return part.suite().walks().size();
  }

  /** The resolved variant whose graph the walks cover, and which is expected. */
  String variant() {
    return part.graph().automaton().semantics().variant().name();
  }

  /** The variant that says what is allowed. */
  String judgedBy() {
    return judgedBy;
  }

  /** The walk of that number, from 1. */
  List<TraceStep> walk(int number) {
    return oracle.judge(steps(number));
  }

  /** The walk's steps with their configurations, which nobody judges. */
  List<ExpectedWalk.Step> steps(int number) {
    return ExpectedWalk.of(part.graph(), vocabulary, part.suite().walks().get(number - 1));
  }
}
