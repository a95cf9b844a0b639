package bindcheck.litmus.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** The threads on which executions run, one execution at a time. */
final class Lanes implements AutoCloseable {
  private List<Lane> lanes = new ArrayList<>();

  /** So many, or more. */
  List<Lane> atLeast(int number) {
    while (lanes.size() < number) {
      lanes.add(new Lane(lanes.size()));
    }
    return lanes;
  }

  /** Runs one; threads that do not come back are not used again. */
  void run(Execution execution) throws TimeoutException {
    try {
      execution.run();
    } catch (TimeoutException stuck) {
      lanes = new ArrayList<>();
      throw stuck;
    }
  }

  @Override
  public void close() {
    lanes.forEach(Lane::close);
    lanes = new ArrayList<>();
  }
}
