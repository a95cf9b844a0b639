package bindcheck.suite;

/**
 * What a suite may cost beside the walks that cover a graph.
 *
 * @param killingSteps the steps that identify where edges end, in each scene
 * @param edgesOfKind how many edges of a kind are looked at where there are too many pairs
 * @param endsOfEdge and how many ends of each
 * @param times how often a cycle is made
 * @param shortestCycle of how many edges a cycle has at least
 * @param stayingSteps the steps of walks that make calls which change nothing
 * @param sequenceSteps the steps of walks that make calls in ever other orders
 * @param coincidentSteps up to how many steps the walks are made once more with coincident values
 */
public record Effort(
    long killingSteps,
    int edgesOfKind,
    int endsOfEdge,
    int times,
    int shortestCycle,
    long stayingSteps,
    long sequenceSteps,
    long coincidentSteps) {
  /** A few seconds in all. */
  public static final Effort SMALL = new Effort(3_000, 10, 20, 130, 2, 12_000, 5_000, 10_000);

  /** A few minutes in all. */
  public static final Effort FULL = new Effort(50_000, 60, 20, 300, 1, 100_000, 15_000, 150_000);
}
