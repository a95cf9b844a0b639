package bindcheck.litmus.monitor;

/**
 * What a thread of the reference implementation has done between two places where others may go on.
 *
 * @param suffered whether it was done to the thread: its wait ended for no reason, or its deadline
 *     passed
 */
record Step(String thread, boolean suffered, JavaState before, JavaState after) {
  JavaState.Standing standing() {
    return before.threads().get(thread);
  }

  /** The action of the model that it is to be one of. */
  String action() {
    return suffered ? "Suffers" : "Runs";
  }
}
