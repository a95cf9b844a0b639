package bindcheck.litmus.monitor;

import java.util.List;

/** Decides what happens next. */
interface Chooser {
  /**
   * One of several choices; null ends the execution here.
   *
   * @param options at least two, or one that an execution may end before
   * @param stays the strand that came here goes on; null where that is none of the options
   */
  Choice choose(Execution execution, List<Choice> options, Choice stays);

  /** Nothing can happen any more. */
  void ended(Execution execution);

  /** Whether there is something to decide before the access at that site. */
  boolean isPoint(int site, int events);

  /** Whether there is something to decide where a strand has only just been chosen. */
  boolean insists(int events);
}
