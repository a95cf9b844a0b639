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
    String failure =
        TextRun.of(MODULE, text(view, action), CONFIGURATION, MOST, line -> addIfStep(line, steps));
    return failure.isEmpty()
        ? "  allowed %d:%n".formatted(steps.size()) + String.join("\n", steps)
        : "  allowed: " + failure;
  }

  private static void addIfStep(String line, List<String> steps) {
    if (line.startsWith(MARK)) {
      steps.add("    " + line.substring(MARK.length()));
    }
  }

  private static String text(StepView view, String action) {
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
          /\\ %s(%s)
          /\\ PrintT("allowed " \\o ToString([handles |-> handles', interrupt |-> interrupt',
                 port |-> port', owner |-> owner', pc |-> pc', reply |-> reply',
                 expired |-> expired']))
        ====
        """
        .formatted(Syntax.of(state.get("Program")), from, action, Syntax.of(view.thread()));
  }
}
