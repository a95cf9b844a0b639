package bindcheck.history.model;

import bindcheck.call.Call;
import bindcheck.call.FoldedPackets;
import bindcheck.call.Op;
import bindcheck.call.Reply;
import bindcheck.spec.CallStep;
import bindcheck.spec.CallSteps;
import bindcheck.spec.KernelForm;
import bindcheck.spec.KernelForms;
import bindcheck.spec.Policies;
import bindcheck.spec.Semantics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What may happen next in a member: the steps of its calls, as far as the history admits them. */
public final class Moves {
  private final Semantics semantics;
  private final KernelForms forms;
  private final CallSteps steps;
  private final FoldedPackets packets = new FoldedPackets();
  private final Map<Integer, Boolean> expirable = new HashMap<>();
  private final Map<Integer, Integer> expired = new HashMap<>();
  private final Map<Call, Integer> begun = new HashMap<>();

  public Moves(Semantics semantics) {
    this.semantics = semantics;
    this.steps = semantics.callSteps();
    this.forms = steps.forms();
  }

  /** A fresh kernel, with these policies open. */
  public Member fresh(int threads, int policies) {
    KernelForm empty = forms.of(semantics.emptyKernel()).form();
    return new Member(
        empty,
        policies,
        new long[0],
        new int[0],
        new int[0],
        new int[threads],
        new Operation[threads]);
  }

  /** The member in which the call has begun. */
  public Member begin(Member member, Operation made) {
    packets.fold(made.call);
    int call = begun.computeIfAbsent(made.pattern, pattern -> semantics.begin(pattern, 0));
    return member.with(made.thread, call, made);
  }

  /** The kinds of calls that let no packet leave a port but to a reader. */
  public Set<Op> keeping() {
    return forms.keeping();
  }

  /** The reply of a move as a history has it. */
  public Reply unfolded(Reply reply) {
    return packets.unfold(reply);
  }

  public boolean isExpirable(int call) {
    return call != Member.DONE && expirable.computeIfAbsent(call, semantics::isExpirable);
  }

  /** The member in which the deadline of the thread's call has passed. */
  public Member expire(Member member, int thread) {
    int call = member.calls[thread];
    return isExpirable(call)
        ? member.with(thread, expired.computeIfAbsent(call, semantics::expire))
        : member;
  }

  /** The next steps of a thread's call, lookups taken together with what follows. */
  public List<Move> next(Member member, int thread) {
    return moves(member, thread, false);
  }

  /** The next lookup of a thread's call, by itself. */
  public List<Move> lookups(Member member, int thread) {
    return moves(member, thread, true);
  }

  private List<Move> moves(Member member, int thread, boolean lookup) {
    if (!member.isPending(thread)) {
      return List.of();
    }
    Operation open = member.open[thread];
    KernelForm form = member.form;
    int[] handles = new int[open.handles.length];
    for (int i = 0; i < handles.length; i++) {
      handles[i] = member.handle(open.handles[i]);
    }
    int[] values = new int[open.values.length];
    long[] fresh = new long[values.length];
    int count = number(member, open, values, fresh);
    int actor = actor(member, thread);
    int call = member.calls[thread];
    List<CallStep> taken =
        lookup
            ? steps.lookups(form, call, open.pattern, actor, handles, values)
            : steps.next(form, call, open.pattern, actor, handles, values);
    if (taken.isEmpty()) {
      return List.of();
    }
    long[] known = Arrays.copyOf(member.values, member.values.length + count);
    System.arraycopy(fresh, 0, known, member.values.length, count);
    List<Move> moves = new ArrayList<>(taken.size());
    for (CallStep step : taken) {
      int policies = semantics.policies().narrow(member.policies, step.by());
      int[] raws = raws(member, step, open.madeHandle());
      if (policies != Policies.CONTRADICTION && raws != null) {
        moves.add(new Move(this, member, thread, step, policies, known, raws));
      }
    }
    return moves;
  }

  /** Numbers the values of a call; gives how many the kernel does not have. */
  private static int number(Member member, Operation open, int[] values, long[] fresh) {
    int count = 0;
    for (int i = 0; i < values.length; i++) {
      long value = open.values[i];
      int place = value == 0 ? 0 : find(member.values, member.values.length, value);
      if (place < 0) {
        place = find(fresh, count, value);
        if (place < 0) {
          fresh[count++] = value;
          place = count;
        }
        place += member.values.length;
      }
      values[i] = place;
    }
    return count;
  }

  /** The number of a value, from 1; negative where it is not there. */
  private static int find(long[] values, int length, long value) {
    for (int i = 0; i < length; i++) {
      if (values[i] == value) {
        return i + 1;
      }
    }
    return -1;
  }

  private static int actor(Member member, int thread) {
    for (int i = 0; i < member.threads.length; i++) {
      if (member.threads[i] == thread) {
        return i + 1;
      }
    }
    return member.threads.length + 1;
  }

  /** Where a move leads. */
  Member after(Move move, Member member) {
    CallStep step = move.step();
    long[] values = new long[step.values().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = move.known[step.values()[i] - 1];
    }
    int[] threads = new int[step.threads().length];
    for (int i = 0; i < threads.length; i++) {
      int before = step.threads()[i];
      threads[i] = before <= member.threads.length ? member.threads[before - 1] : move.thread();
    }
    int[] calls = member.calls.clone();
    calls[move.thread()] = step.call();
    return collected(step.to(), move.policies(), values, threads, move.raws, calls, member.open);
  }

  /** The values of the handles after a step; null where it gives one that is still in use. */
  private static int[] raws(Member member, CallStep step, int made) {
    if (!step.changesHandles()) {
      return member.raws;
    }
    int[] numbers = step.to().numbers();
    int[] raws = new int[numbers.length];
    for (int i = 0; i < raws.length; i++) {
      if (numbers[i] == step.made()) {
        raws[i] = made;
      } else {
        raws[i] = member.raws[member.form.place(numbers[i])];
        if (raws[i] == made && step.made() != 0 && made != 0) {
          return null;
        }
      }
    }
    return raws;
  }

  /** Drops what neither a handle nor a call can reach. */
  private Member collected(
      KernelForm form,
      int policies,
      long[] values,
      int[] threads,
      int[] raws,
      int[] calls,
      Operation[] open) {
    if (!form.isClean()) {
      int[] holding = calls.clone();
      for (int t = 0; t < holding.length; t++) {
        holding[t] = Math.max(holding[t], Member.IDLE);
      }
      int kernel = semantics.collect(form.kernel(), holding);
      if (kernel != form.kernel()) {
        KernelForms.Renamed to = forms.of(kernel);
        long[] keptValues = Arrays.stream(to.values()).mapToLong(v -> values[v - 1]).toArray();
        int[] keptThreads = Arrays.stream(to.threads()).map(t -> threads[t - 1]).toArray();
        return new Member(to.form(), policies, keptValues, keptThreads, raws, calls, open);
      }
    }
    return new Member(form, policies, values, threads, raws, calls, open);
  }
}
