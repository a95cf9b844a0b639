package bindcheck.suite;

import java.util.List;

/**
 * Walks from the initial node that together cover every edge, in as few steps as possible.
 *
 * @param walks at least one walk, each a sequence of edge numbers that starts at the initial node;
 *     a walk is empty only where the graph has no edge. The arrays are the reader's to leave alone.
 * @param steps the length of all walks and the reset cost of the last node of each
 * @param certificate the proof that no suite takes fewer steps
 */
public record Suite(List<int[]> walks, long steps, Certificate certificate) {
  /** Copies the list, not the walks. */
  public Suite {
    walks = List.copyOf(walks);
  }

  /** The fewest steps that any suite of the graph can take; equal to {@link #steps}. */
  public long lowerBound() {
    return certificate.bound();
  }
}
