package bindcheck.spec;

import bindcheck.call.Reply;
import bindcheck.history.model.Member;
import bindcheck.history.model.Operation;
import bindcheck.oracle.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import tlc2.value.impl.Value;

/**
 * The steps of calls in kernels up to a renaming of values and threads, remembered.
 *
 * <p>At entry a call only looks up handles, so that its steps there commute with every step that
 * leaves those handles as they are. They are therefore taken together with the step after them, and
 * by themselves only where a handle is about to change.
 */
public final class CallSteps {
  /**
   * What a call may do.
   *
   * @param next its next steps, lookups taken together with what follows
   * @param lookups the next lookup by itself; empty where it has none
   */
  public record Next(List<CallStep> next, List<CallStep> lookups) {}

  private static final class Key {
    private final int[] parts;
    private final int hash;

    Key(int[] parts) {
      this.parts = parts;
      this.hash = Arrays.hashCode(parts);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && hash == key.hash && Arrays.equals(parts, key.parts);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  private final Semantics semantics;
  private final KernelForms forms;
  private final Map<Key, Next> known = new HashMap<>();

  public CallSteps(Semantics semantics, KernelForms forms) {
    this.semantics = semantics;
    this.forms = forms;
  }

  /**
   * The steps of a call.
   *
   * @param call its state, with its arguments blank
   * @param made the call as the history has it
   * @param thread the number of its thread in the form, or one more
   * @param handles the numbers of the handles among its arguments
   * @param values the numbers of the values among its arguments
   */
  public Next of(
      KernelForm form, int call, Operation made, int thread, int[] handles, int[] values) {
    int[] parts = new int[3 + handles.length + values.length];
    parts[0] = form.kernel();
    parts[1] = call;
    parts[2] = thread;
    System.arraycopy(handles, 0, parts, 3, handles.length);
    System.arraycopy(values, 0, parts, 3 + handles.length, values.length);
    Key key = new Key(parts);
    Next next = known.get(key);
    if (next == null) {
      next = evaluate(form, instance(call, form, made, handles, values), thread);
      known.put(key, next);
    }
    return next;
  }

  private int instance(int call, KernelForm form, Operation made, int[] handles, int[] values) {
    SortedMap<String, Value> fields = Terms.fields(semantics.call(call));
    SortedMap<String, Value> args = Terms.fields(fields.get("args"));
    made.fill(args, form.free(), handles, values);
    fields.put("args", Terms.record(args));
    return semantics.call(Terms.record(fields));
  }

  private Next evaluate(KernelForm form, int call, int thread) {
    List<CallStep> next = new ArrayList<>();
    List<CallStep> lookups = new ArrayList<>();
    String actor = Integer.toString(thread);
    boolean entry = isAtEntry(call);
    for (Semantics.Step step : semantics.steps(form.kernel(), actor, call)) {
      if (entry) {
        lookups.add(step(form, step));
      }
      addNext(form, actor, entry, step, next);
    }
    return new Next(List.copyOf(next), List.copyOf(lookups));
  }

  private void addNext(
      KernelForm form, String actor, boolean entry, Semantics.Step step, List<CallStep> next) {
    if (!entry || semantics.isDone(step.call())) {
      next.add(step(form, step));
      return;
    }
    boolean still = isAtEntry(step.call());
    for (Semantics.Step after : semantics.steps(step.kernel(), actor, step.call())) {
      int by = semantics.union(step.by(), after.by());
      addNext(form, actor, still, new Semantics.Step(after.kernel(), after.call(), by), next);
    }
  }

  private boolean isAtEntry(int call) {
    return Terms.text(Terms.field(semantics.call(call), "at")).equals("entry");
  }

  private CallStep step(KernelForm form, Semantics.Step step) {
    KernelForms.Renamed to = forms.of(step.kernel());
    boolean done = semantics.isDone(step.call());
    Reply reply = done ? Vocabulary.read(semantics.reply(step.call()), number -> number) : null;
    int made =
        to.form().handles().keySet().stream()
            .filter(handle -> !form.handles().containsKey(handle))
            .findFirst()
            .orElse(0);
    int[] lost =
        form.handles().entrySet().stream()
            .filter(e -> isChanged(e.getValue(), to.form().handles().get(e.getKey())))
            .mapToInt(Map.Entry::getKey)
            .toArray();
    int call = done ? Member.DONE : forms.blank(step.call());
    return new CallStep(to.form(), to.values(), to.threads(), call, reply, step.by(), made, lost);
  }

  private static boolean isChanged(Value before, Value after) {
    return after == null || !before.equals(after); // TLC's values are not equal to null
  }
}
