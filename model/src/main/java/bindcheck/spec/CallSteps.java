package bindcheck.spec;

import bindcheck.call.Call;
import bindcheck.tla.Terms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

  CallSteps(Semantics semantics) {
    this.semantics = semantics;
    this.forms = new KernelForms(semantics);
  }

  /** The kernels up to renaming that these are steps of. */
  public KernelForms forms() {
    return forms;
  }

  /**
   * The steps of a call.
   *
   * @param call its state, with its arguments blank
   * @param pattern the call as it was made, with blank arguments
   * @param thread the number of its thread in the form, or one more
   * @param handles the numbers of the handles among its arguments
   * @param values the numbers of the values among its arguments
   */
  public Next of(KernelForm form, int call, Call pattern, int thread, int[] handles, int[] values) {
    int[] parts = new int[3 + handles.length + values.length];
    parts[0] = form.kernel();
    parts[1] = call;
    parts[2] = thread;
    System.arraycopy(handles, 0, parts, 3, handles.length);
    System.arraycopy(values, 0, parts, 3 + handles.length, values.length);
    Key key = new Key(parts);
    Next next = known.get(key);
    if (next == null) {
      Call made = filled(pattern, handles, values);
      next = evaluate(form, semantics.withNumbers(call, made, form.free()), thread);
      known.put(key, next);
    }
    return next;
  }

  /** The call with these handles and values in the places of the blank ones. */
  private static Call filled(Call pattern, int[] handles, int[] values) {
    long[] arguments = new long[pattern.parameters().size()];
    int handle = 0;
    int value = 0;
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] =
          switch (pattern.parameters().get(i).kind()) {
            case HANDLE -> handles[handle++];
            case U32, U64, I64 -> values[value++];
            case TIME, OPTIONS, RIGHTS -> pattern.argument(i);
          };
    }
    return Call.of(pattern.op(), pattern.nullPointer(), arguments);
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
    KernelForms.Renamed renamed = forms.of(step.kernel());
    KernelForm to = renamed.form();
    boolean done = semantics.isDone(step.call());
    int made =
        Arrays.stream(to.numbers()).filter(handle -> form.place(handle) < 0).findFirst().orElse(0);
    int[] lost = Arrays.stream(form.numbers()).filter(handle -> !form.isKept(handle, to)).toArray();
    return new CallStep(
        to,
        renamed.values(),
        renamed.threads(),
        done ? CallStep.DONE : forms.blank(step.call()),
        done ? semantics.reply(step.call()) : null,
        step.by(),
        made,
        lost);
  }
}
