package bindcheck.litmus.monitor;

import java.util.List;
import java.util.stream.Collectors;

/** Threads that can never enter a monitor. */
final class Deadlock {
  private Deadlock() {}

  /** Who waits for whom, in an execution that cannot go on; empty where all only wait. */
  static String in(Execution execution, LitmusScenario scenario) {
    List<Strand> entering =
        execution.strands().stream()
            .filter(strand -> strand.place() == Strand.Place.ENTERING)
            .toList();
    return entering.isEmpty()
        ? ""
        : "deadlock: "
            + entering.stream()
                .map(strand -> describe(strand, execution, scenario))
                .collect(Collectors.joining("; "));
  }

  private static String describe(Strand strand, Execution execution, LitmusScenario scenario) {
    Monitor monitor = strand.monitor();
    return scenario.doing(strand)
        + " is to enter "
        + execution.name(monitor.object())
        + ", which is held in "
        + scenario.doing(monitor.owner());
  }
}
