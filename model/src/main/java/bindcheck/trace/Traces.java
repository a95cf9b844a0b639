package bindcheck.trace;

import bindcheck.oracle.Vocabulary;
import bindcheck.spec.Automaton;
import bindcheck.spec.Semantics;
import bindcheck.suite.SceneGraph;
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
  private final TraceHeader header;
  private final Vocabulary vocabulary = new Vocabulary();
  private final WalkJudge oracle;

  /**
   * Prepares the traces.
   *
   * @param judge the variant that says what is allowed
   */
  public Traces(SceneSuite part, Semantics judge) {
    this.part = part;
    this.header = header(part, judge.variant().name());
    vocabulary.nameHandles(part.graph().scene().setup());
    this.oracle = new WalkJudge(new Automaton(judge, header.threads()), vocabulary);
  }

  private static TraceHeader header(SceneSuite part, String judgedBy) {
    SceneGraph graph = part.graph();
    return new TraceHeader(
        part.name(),
        graph.automaton().semantics().variant().name(),
        judgedBy,
        graph.nodes(),
        graph.edges().size(),
        graph.hash(),
        part.suite().walks().size(),
        part.suite().steps(),
        part.suite().lowerBound(),
        graph.scene().threads());
  }

  /** What is covered. */
  public TraceHeader header() {
    return header;
  }

  /** The walk of that number, from 1. */
  public TraceWalk walk(int number) {
    return new TraceWalk(number, oracle.judge(steps(number)));
  }

  /** The walk's steps with their configurations, which nobody judges. */
  List<ExpectedStep> steps(int number) {
    return ExpectedWalk.of(part.graph(), vocabulary, part.suite().walks().get(number - 1));
  }

  /** How many edges the walk takes. */
  int length(int number) {
    return part.suite().walks().get(number - 1).length;
  }

  SceneGraph graph() {
    return part.graph();
  }
}
