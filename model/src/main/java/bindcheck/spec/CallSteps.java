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
  private final Semantics semantics;
  private final KernelForms forms;
  private final Map<Numbers, List<CallStep>> known = new HashMap<>();
  private final Map<Numbers, Integer> calls = new HashMap<>();

  CallSteps(Semantics semantics) {
    this.semantics = semantics;
    this.forms = new KernelForms(semantics);
  }

  /** The kernels up to renaming that these are steps of. */
  public KernelForms forms() {
    return forms;
  }

  /**
   * The next steps of a call, lookups taken together with what follows.
   *
   * @param call its state, with its arguments blank
   * @param pattern the call as it was made, with blank arguments
   * @param thread the number of its thread in the form, or one more
   * @param handles the numbers of the handles among its arguments
   * @param values the numbers of the values among its arguments
   */
  public List<CallStep> next(
      KernelForm form, int call, Call pattern, int thread, int[] handles, int[] values) {
    Numbers key = key(handles, values, form.kernel(), call, thread);
    List<CallStep> next = known.get(key);
    if (next == null) {
      List<CallStep> found = new ArrayList<>();
      int made = filled(call, pattern, handles, values, form.free());
      addNext(form, Integer.toString(thread), made, semantics.noTags(), found);
      next = List.copyOf(found);
      known.put(key, next);
    }
    return next;
  }

  /** The next lookup of a call, by itself; empty where it has none. */
  public List<CallStep> lookups(
      KernelForm form, int call, Call pattern, int thread, int[] handles, int[] values) {
    int made = filled(call, pattern, handles, values, form.free());
    return isAtEntry(made)
        ? lookups(form, Integer.toString(thread), made).stream()
            .map(looked -> step(form, looked))
            .toList()
        : List.of();
  }

  private static Numbers key(int[] handles, int[] values, int... first) {
    int[] all = Arrays.copyOf(first, first.length + handles.length + values.length);
    System.arraycopy(handles, 0, all, first.length, handles.length);
    System.arraycopy(values, 0, all, first.length + handles.length, values.length);
    return new Numbers(all);
  }

  /** The call with these handles and values in the places of the blank ones. */
  private int filled(int call, Call pattern, int[] handles, int[] values, int out) {
    return calls.computeIfAbsent(
        key(handles, values, call, out),
        key -> semantics.withNumbers(call, filled(pattern, handles, values), out));
  }

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

  private void addNext(KernelForm form, String actor, int call, int before, List<CallStep> next) {
    boolean entry = isAtEntry(call);
    for (Semantics.Step step :
        entry ? lookups(form, actor, call) : semantics.steps(form.kernel(), actor, call)) {
      int by = semantics.union(before, step.by());
      if (entry && !semantics.isDone(step.call())) {
        addNext(form, actor, step.call(), by, next);
      } else {
        next.add(step(form, new Semantics.Step(step.kernel(), step.call(), by)));
      }
    }
  }

  /** What a call does at entry, where it sees of the objects their types alone. */
  private List<Semantics.Step> lookups(KernelForm form, String actor, int call) {
    List<Semantics.Step> lookups = new ArrayList<>();
    for (Semantics.Step step : semantics.steps(form.outline(), actor, call)) {
      if (step.kernel() != form.outline()) {
        throw new SpecException("a lookup changes the kernel: " + step);
      }
      lookups.add(new Semantics.Step(form.kernel(), step.call(), step.by()));
    }
    return lookups;
  }

  private boolean isAtEntry(int call) {
    return Terms.text(Terms.field(semantics.call(call), "at")).equals("entry");
  }

  private CallStep step(KernelForm form, Semantics.Step step) {
    KernelForms.Renamed renamed = forms.of(step.kernel());
    KernelForm to = renamed.form();
    boolean done = semantics.isDone(step.call());
    return new CallStep(
        to,
        renamed.values(),
        renamed.threads(),
        done ? CallStep.DONE : forms.blank(step.call()),
        done ? semantics.reply(step.call()) : null,
        step.by(),
        form.made(to),
        form.lost(to));
  }
}
