package bindcheck.spec.tlc;

import java.util.List;
import java.util.function.Consumer;

/** A worker that takes part in a {@link DistributedRun}, in a process of its own. */
public final class WorkerRun {
  private WorkerRun() {}

  /**
   * Works for the server at that place, for as long as there is one.
   *
   * @param line is given what there is to say
   * @return whether the model was checked; otherwise a line has said why not
   * @throws bindcheck.file.InputException where there is no server
   */
  public static boolean of(Endpoint place, Consumer<String> line) {
    String own = place.near().getHostAddress();
    List<String> arguments = List.of(place.host(), Integer.toString(place.port()), own);
    try (ChildProcess worker = ChildProcess.start(WorkerProcess.class, arguments)) {
      worker.lines(line);
      return worker.exitCode() == 0;
    }
  }
}
