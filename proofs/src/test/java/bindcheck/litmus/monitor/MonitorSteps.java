package bindcheck.litmus.monitor;

import bindcheck.spec.SpecException;
import bindcheck.spec.SpecModule;
import bindcheck.tla.Terms;
import bindcheck.tla.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The steps of spec/Monitors.tla, and which of Java's are such. */
final class MonitorSteps {
  /** What is to be said of a step. */
  enum Verdict {
    /** The model has it. */
    STEP,
    /** It is several of the model's: the wakings of threads for no reason. */
    WAKINGS,
    /** An object was made, which the model begins with. */
    MADE,
    /** The model has no such call. */
    OUTSIDE,
    /** The model has the call, and not the step. */
    BROKEN
  }

  private final SpecModule monitors =
      SpecModule.withActions("MCMonitors", Set.of("Program", "Tied", "Mortal"));

  private final Map<Step, Verdict> judged = new HashMap<>();

  /** Judges a step, or remembers. */
  Verdict judge(Step step) {
    return judged.computeIfAbsent(step, this::judgeAnew);
  }

  /** Those that have been judged so. */
  List<Step> judged(Verdict verdict) {
    return judged.entrySet().stream()
        .filter(each -> each.getValue() == verdict)
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private Verdict judgeAnew(Step step) {
    StepView view = new StepView(step);
    if (view.outside().isPresent()) {
      return view.makes() ? Verdict.MADE : Verdict.OUTSIDE;
    }
    if (view.leavesTheRest() && isStep(view, step.action())) {
      return Verdict.STEP;
    }
    return step.suffered() && view.leavesTheRest() && areWakings(view)
        ? Verdict.WAKINGS
        : Verdict.BROKEN;
  }

  /**
   * Whether threads wake one after the other, each for no reason. A deadline that passes a second
   * time, before its thread is back, has that effect on all who sleep beside it.
   */
  private boolean areWakings(StepView view) {
    Value state = view.before();
    Value end = view.after(false, false);
    for (String thread : Terms.fields(Terms.field(end, "pc")).keySet()) {
      Value woken = woken(state, thread, end);
      if (!woken.equals(state) && !holds("Stir", Terms.string(thread), state, woken)) {
        return false;
      }
      state = woken;
    }
    return state.equals(end);
  }

  /** The state in which a thread is where it is in the end. */
  private static Value woken(Value state, String thread, Value end) {
    Value pc = Terms.field(state, "pc");
    Value where = Terms.field(Terms.field(end, "pc"), thread);
    return Terms.with(state, "pc", Terms.with(pc, thread, where));
  }

  private boolean isStep(StepView view, String action) {
    for (boolean acked : new boolean[] {false, true}) {
      for (boolean sent : new boolean[] {false, true}) {
        if (holds(action, view.thread(), view.before(), view.after(acked, sent))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a state is one that the model begins in. */
  boolean isInitial(Value state) {
    return Terms.isTrue(monitors.evaluate("Init", state, state));
  }

  private boolean holds(String action, Value thread, Value before, Value after) {
    try {
      return Terms.isTrue(monitors.evaluate(action, thread, before, after));
    } catch (SpecException hasNoValue) {
      return false; // A thread is where the model has no place, or has a reply of another form.
    }
  }
}
