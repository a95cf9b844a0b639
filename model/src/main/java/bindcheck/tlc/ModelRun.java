package bindcheck.tlc;

import java.util.List;

/** Runs TLC on a model, in a process of its own: TLC keeps static state. */
public final class ModelRun {
  private ModelRun() {}

  /** Runs the model to its end; nothing of it outlives this process, no file stays. */
  public static ModelResult of(Model model) {
    try (ChildProcess tlc =
        ChildProcess.start(
            TlcProcess.class, List.of(model.module(), model.name(), model.mode().toString()))) {
      return ModelResult.parse(tlc.output(), model.properties());
    }
  }
}
