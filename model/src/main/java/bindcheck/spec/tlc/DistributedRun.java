package bindcheck.spec.tlc;

import bindcheck.file.InputException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A run of TLC on a model in its distributed mode: a server, in a process of its own, keeps the
 * states, and workers, on this machine or others, evaluate the steps from them.
 */
public final class DistributedRun {
  // TLC looks for cycles, and evaluates assumptions, in one process only.
  private static final Set<Model.Mode> MODES = EnumSet.of(Model.Mode.SAFETY, Model.Mode.REFINEMENT);

  private DistributedRun() {}

  /**
   * Serves a model until workers have checked it; until one comes it waits. Which depth the search
   * has depends on who is faster, so none is told.
   *
   * @param ready is called when workers can come
   * @throws InputException where the model cannot be checked in this mode, or the server cannot
   *     listen there
   */
  public static ModelRun of(Model model, Endpoint place, Runnable ready) {
    if (!MODES.contains(model.mode())) {
      throw new InputException(
          "%s: a model of mode %s is checked in one process only"
              .formatted(model.name(), model.mode()));
    }
    List<String> arguments =
        List.of(
            model.module(),
            model.name(),
            place.vacant().getHostAddress(),
            Integer.toString(place.port()));
    StringBuilder printed = new StringBuilder();
    try (ChildProcess server = ChildProcess.start(ServerProcess.class, arguments)) {
      server.lines(
          line -> {
            printed.append(line).append('\n');
            if (line.startsWith(ServerProcess.READY)) {
              ready.run();
            }
          });
    }
    ModelRun run = ModelRun.read(printed.toString(), model);
    return new ModelRun(run.result().withoutDepth(), run.counterexample());
  }
}
