package bindcheck.spec.tlc;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A run of TLC on a model, in a process of its own: TLC keeps static state.
 *
 * @param counterexample the behaviour that violates a property, as TLC prints it: the first state,
 *     then the variables that change; empty where the model holds
 */
public record ModelRun(ModelResult result, String counterexample) {
  /** From what is wrong to the figures, or to the end of what is printed. */
  private static final Pattern COUNTEREXAMPLE =
      Pattern.compile(
          "(?ms)^Error: (?:The behavior up to this point is|The following behavior constitutes)"
              + "[^\\n]*\\n(.*?)^(?:Finished|Worker: |\\d+ states generated)");

  /** Runs the model to its end; nothing of it outlives this process, no file stays. */
  public static ModelRun of(Model model) {
    try (ChildProcess tlc =
        ChildProcess.start(
            TlcProcess.class, List.of(model.module(), model.name(), model.mode().toString()))) {
      return read(tlc.output(), model);
    }
  }

  /** What TLC printed of that model. */
  static ModelRun read(String printed, Model model) {
    Matcher counterexample = COUNTEREXAMPLE.matcher(printed);
    return new ModelRun(
        ModelResult.parse(printed, model.properties()),
        counterexample.find() ? counterexample.group(1).strip() : "");
  }
}
