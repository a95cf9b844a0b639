package bindcheck.litmus.monitor;

import bindcheck.spec.tlc.TextRun;
import bindcheck.tla.Syntax;
import bindcheck.tla.Terms;
import bindcheck.tla.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a thread might have done instead: TLC says which steps the model has from a state. */
final class AllowedSteps {
  private static final String MODULE = "AllowedSteps";
  private static final Duration MOST = Duration.ofMinutes(1);
  private static final List<String> VARIABLES =
      List.of("handles", "interrupt", "port", "owner", "pc", "reply", "expired", "before");

  private static final String MARK = "\"allowed ";

  private static final String CONFIGURATION =
      """
      CONSTANTS
        Program <- TheProgram
        Tied = FALSE
        Mortal = {}
        Capacity <- FewPackets
      INIT From
      NEXT Step
      CHECK_DEADLOCK FALSE
      """;

  private AllowedSteps() {}

  /** A line for each. */
  static String of(StepView view, String action) {
    List<String> steps = new ArrayList<>();
    String failure = run(view, applied(view, action), steps);
    return failure.isEmpty()
        ? "  allowed %d:%n".formatted(steps.size()) + String.join("\n", steps)
        : "  allowed: " + failure;
  }

  /** Whether the step itself is one of them, whatever is kept for the refinement alone. */
  static boolean has(StepView view, String action) {
    Map<String, Value> after = Terms.fields(view.after(false, false));
    String to =
        VARIABLES.stream()
            .filter(name -> !name.equals("interrupt"))
            .map(name -> " /\\ %s' = %s".formatted(name, Syntax.of(after.get(name))))
            .collect(Collectors.joining());
    String interrupt =
        " /\\ [interrupt' EXCEPT !.acked = FALSE, !.sent = FALSE] = "
            + Syntax.of(after.get("interrupt"));
    List<String> steps = new ArrayList<>();
    String failure = run(view, applied(view, action) + to + interrupt, steps);
    if (!failure.isEmpty()) {
      throw new IllegalStateException(failure);
    }
    return !steps.isEmpty();
  }

  private static String applied(StepView view, String action) {
    return action + "(" + Syntax.of(view.thread()) + ")";
  }

  private static String run(StepView view, String step, List<String> steps) {
    return TextRun.of(
        MODULE, text(view, step), CONFIGURATION, MOST, line -> addIfStep(line, steps));
  }

  private static void addIfStep(String line, List<String> steps) {
    if (line.startsWith(MARK)) {
      steps.add("    " + line.substring(MARK.length()));
    }
  }

  private static String text(StepView view, String step) {
    Map<String, Value> state = Terms.fields(view.before());
    String from =
        VARIABLES.stream()
            .map(name -> "  /\\ %s = %s%n".formatted(name, Syntax.of(state.get(name))))
            .collect(Collectors.joining());
    return """
        ---- MODULE AllowedSteps ----
        EXTENDS Monitors, MonitorPrograms, TLC
        TheProgram == %s
        From ==
        %s
        Step ==
          /\\ TLCGet("level") = 1
          /\\ %s
          /\\ PrintT("allowed " \\o ToString([handles |-> handles', interrupt |-> interrupt',
                 port |-> port', owner |-> owner', pc |-> pc', reply |-> reply',
                 expired |-> expired']))
        ====
        """
        .formatted(Syntax.of(state.get("Program")), from, step);
  }
}
