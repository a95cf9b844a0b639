package bindcheck.history.model;

import bindcheck.spec.CallStep;
import bindcheck.spec.KernelForm;
import java.util.Arrays;

/**
 * A state that agrees with the history so far: a kernel up to renaming with its renaming, each
 * thread's call, and the policies that are open. Immutable.
 */
public final class Member {
  /** A thread without a call; the number that it has in the semantics. */
  public static final int IDLE = 0;

  /** A call that is done and has not returned; its reply is the recorded one. */
  public static final int DONE = CallStep.DONE;

  public final KernelForm form;
  public final int policies;

  /** What the values, threads and handles of the form are: by number, by number, by place. */
  public final long[] values;

  final int[] threads;
  public final int[] raws;

  /** The call of each thread, by its number in the semantics, with blank arguments. */
  public final int[] calls;

  /** What the history says of them: no part of equality, for it is the same at the same event. */
  public final Operation[] open;

  /** 0 as long as nobody has asked: most members are only passed through. */
  private int hash;

  Member(
      KernelForm form,
      int policies,
      long[] values,
      int[] threads,
      int[] raws,
      int[] calls,
      Operation[] open) {
    this.form = form;
    this.policies = policies;
    this.values = values;
    this.threads = threads;
    this.raws = raws;
    this.calls = calls;
    this.open = open;
  }

  /** Members differ in a few small numbers, and a search holds a great many of them. */
  private static long mixed(long hash, long next) {
    return (Long.rotateLeft(hash, 29) ^ next) * 0x9E37_79B9_7F4A_7C15L;
  }

  private static long mixed(long hash, int[] next) {
    long h = mixed(hash, next.length);
    for (int each : next) {
      h = mixed(h, each);
    }
    return h;
  }

  /** The same with the thread's call in another state. */
  public Member with(int thread, int call) {
    int[] changed = calls.clone();
    changed[thread] = call;
    return new Member(form, policies, values, threads, raws, changed, open);
  }

  /** The same with a call that begins, or without the one that has returned. */
  public Member with(int thread, int call, Operation made) {
    int[] changed = calls.clone();
    changed[thread] = call;
    Operation[] changedOpen = open.clone();
    changedOpen[thread] = made;
    return new Member(form, policies, values, threads, raws, changed, changedOpen);
  }

  /** The same with other values in their places. */
  public Member with(long[] changed) {
    return new Member(form, policies, changed, threads, raws, calls, open);
  }

  /** The same with other policies open. */
  public Member open(int changed) {
    return new Member(form, changed, values, threads, raws, calls, open);
  }

  public boolean isPending(int thread) {
    return calls[thread] != IDLE && calls[thread] != DONE;
  }

  /** The number of the live handle of that value; {@link KernelForm#NO_HANDLE} without one. */
  public int handle(int raw) {
    if (raw == 0) {
      return 0;
    }
    for (int i = 0; i < raws.length; i++) {
      if (raws[i] == raw) {
        return form.numbers()[i];
      }
    }
    return KernelForm.NO_HANDLE;
  }

  /** Whether the kernel has the value. */
  public boolean has(long value) {
    for (long mine : values) {
      if (mine == value) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof Member m && isSame(m));
  }

  private boolean isSame(Member m) {
    return hashCode() == m.hashCode()
        && form.kernel() == m.form.kernel()
        && policies == m.policies
        && Arrays.equals(calls, m.calls)
        && Arrays.equals(values, m.values)
        && Arrays.equals(threads, m.threads)
        && Arrays.equals(raws, m.raws);
  }

  @Override
  public int hashCode() {
    if (hash == 0) {
      long h = mixed(form.kernel(), policies);
      for (long value : values) {
        h = mixed(h, value);
      }
      h = mixed(mixed(mixed(h, threads), raws), calls);
      hash = (int) (h >>> Integer.SIZE) | 1;
    }
    return hash;
  }
}
