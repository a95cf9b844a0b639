package bindcheck.litmus.monitor;

import java.util.List;

/** What the strands of one execution do. */
interface Scenario {
  /** What each strand is called; the first makes the set-up, and the others follow it. */
  List<String> names();

  /** The whole of the first strand. */
  void setUp();

  /** The whole of another one. */
  void run(Strand strand);

  /** Whether a strand that {@link Strand#rest rests} may go on. */
  boolean isDue(Strand strand);

  /** What all strands share. */
  Object root();

  /** Is told that a strand has come to where others may go on, or has ended. */
  default void stands(Strand strand) {}

  /** What is remembered of the finished part of a strand, in a number. */
  long past(Strand strand);
}
