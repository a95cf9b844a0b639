package bindcheck.oracle;

import bindcheck.call.Argument;
import bindcheck.call.Call;
import bindcheck.call.FoldedPackets;
import bindcheck.call.Kind;
import bindcheck.call.Observation;
import bindcheck.call.Op;
import bindcheck.call.PortPacket;
import bindcheck.call.Reply;
import bindcheck.call.Statement.Expire;
import bindcheck.script.Line;
import bindcheck.spec.Automaton;
import bindcheck.spec.Quiescence;
import bindcheck.spec.Stimulus;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

/**
 * Says in the notation of scripts what the specification says in numbers, and the reverse: names
 * stand for the numbers of handles, 64-bit values for those of values.
 */
public final class Vocabulary {
  private final ValueNumbers numbers;
  private final FoldedPackets packets = new FoldedPackets();
  private final Map<Integer, String> names = new HashMap<>();
  private final Map<String, Integer> handles = new HashMap<>();

  /** The values that scenes have in mind are wide ones, in which a narrow type loses something. */
  public Vocabulary() {
    this(new ValueNumbers());
  }

  private Vocabulary(ValueNumbers numbers) {
    this.numbers = numbers;
  }

  /** The values that scenes have in mind are 0, 1, 2 and 3: for scripts that are to be read. */
  public static Vocabulary plain() {
    return new Vocabulary(ValueNumbers.plain());
  }

  /** Names the handles that a set-up makes after what they refer to; forgets other names. */
  public void nameHandles(List<Stimulus> setup) {
    names.clear();
    handles.clear();
    for (Stimulus stimulus : setup) {
      if (stimulus.out() != 0) {
        name(stimulus.out(), stimulus.call().op().letter() + stimulus.out());
      }
    }
  }

  private void name(int handle, String name) {
    names.put(handle, name);
    handles.put(name, handle);
  }

  /** The name that a handle of that number has, unless it has been given to a newer one. */
  String name(int handle) {
    if (!names.containsKey(handle)) {
      name(handle, "h" + handle);
    }
    return names.get(handle);
  }

  /** The number that a handle of that name has, unless an older handle still has it. */
  int handle(String name) {
    if (!handles.containsKey(name)) {
      name(handles.size() + 1, name);
    }
    return handles.get(name);
  }

  /** The line that makes the stimulus. */
  public Line line(Stimulus stimulus) {
    return line(stimulus, this::name);
  }

  /** The line that makes the stimulus, where handles have names of their own. */
  Line line(Stimulus stimulus, IntFunction<String> naming) {
    if (stimulus.isExpire()) {
      return Line.of(new Expire(stimulus.thread()), 0);
    }
    Call numbered = stimulus.call();
    List<Argument> arguments = new ArrayList<>();
    for (int i = 0; i < numbered.parameters().size(); i++) {
      arguments.add(argument(numbered.parameters().get(i).kind(), numbered.argument(i), naming));
    }
    Call call = packets.unfold(new Call(numbered.op(), arguments, numbered.nullPointer()));
    Optional<String> name =
        call.returnsHandle() ? Optional.of(name(stimulus.out())) : Optional.empty();
    return new Line(stimulus.thread(), name, call, 0);
  }

  /**
   * The stimulus with values in the places of its numbers; what each of them stood for is forgotten
   * unless it is live.
   *
   * @param live the numbers that stand for something in a kernel that somebody holds
   */
  public Stimulus dress(Stimulus stimulus, Values values, BitSet live) {
    if (stimulus.isExpire()) {
      return stimulus;
    }
    Call call = stimulus.call();
    BitSet used = (BitSet) live.clone();
    boolean queues = call.op() == Op.PORT_QUEUE && !call.nullPointer();
    long[] arguments =
        queues
            ? queueing(call.packet(), call.argument(0), values, used)
            : dressed(call, values, used);
    return new Stimulus(
        stimulus.thread(), Call.of(call.op(), call.nullPointer(), arguments), stimulus.out());
  }

  private long[] dressed(Call call, Values values, BitSet used) {
    long[] arguments = new long[call.parameters().size()];
    for (int i = 0; i < arguments.length; i++) {
      Kind kind = call.parameters().get(i).kind();
      arguments[i] = call.argument(i);
      if ((kind == Kind.U64 || kind == Kind.I64) && arguments[i] != 0) {
        int number = (int) arguments[i];
        arguments[i] = renumbered(values.next(kind, number), number, used);
      }
    }
    return arguments;
  }

  /** The arguments that queue a packet at the port of that number. */
  private long[] queueing(PortPacket numbered, long port, Values values, BitSet used) {
    int keyNumber = (int) numbered.key();
    long key = keyNumber == 0 ? 0 : values.next(Kind.U64, keyNumber);
    long keyAs = keyNumber == 0 ? 0 : renumbered(key, keyNumber, used);
    int number = (int) numbered.value();
    if (number == 0) {
      return new long[] {port, keyAs, 0};
    }
    Call whole = Call.of(Op.PORT_QUEUE, port, 0, 0).withPacket(values.packet(key, number));
    long payload = packets.fold(whole).packet().value();
    return new long[] {port, keyAs, renumbered(payload, number, used)};
  }

  /** The number that is to stand for the value from now on. */
  private int renumbered(long value, int preferred, BitSet used) {
    int number = numbers.renumber(value, preferred, used);
    used.set(number);
    return number;
  }

  private Argument argument(Kind kind, long number, IntFunction<String> naming) {
    return switch (kind) {
      case HANDLE ->
          number == 0 ? Argument.INVALID : new Argument.Handle(naming.apply((int) number));
      case U32, U64, I64 -> new Argument.Number(numbers.value((int) number));
      case TIME, OPTIONS, RIGHTS -> new Argument.Number(number);
    };
  }

  /**
   * The stimulus that a line makes.
   *
   * @param meaning the number of the handle that a name means now; 0 where it means none
   * @param values the number of the handle that has this value on the target; 0 where none has
   * @param out the number that a new handle is to have
   */
  public Stimulus stimulus(
      Line line, ToIntFunction<String> meaning, IntUnaryOperator values, int out) {
    return line.statement() instanceof Call call
        ? new Stimulus(line.thread(), numbered(call.withHandles(values).resolve(meaning)), out)
        : Stimulus.expire(line.thread());
  }

  /** The call with numbers for its 64-bit values; one deadline stands for all of its kind. */
  private Call numbered(Call call) {
    return packets.fold(call).numbered(handle -> handle, numbers::number);
  }

  /** The value that a number stands for. */
  long value(int number) {
    return numbers.value(number);
  }

  /** The reply, but for the value of a new handle, which is the target's business. */
  public Reply reply(Reply numbered) {
    return packets.unfold(numbered.mapValues(number -> numbers.value((int) number)));
  }

  /** What was seen, in numbers. */
  Observation numbered(Observation seen) {
    return mapped(seen, reply -> packets.fold(reply).mapValues(numbers::number));
  }

  /** The reverse. */
  Observation valued(Observation numbered) {
    return mapped(numbered, this::reply);
  }

  private static Observation mapped(Observation seen, UnaryOperator<Reply> mapping) {
    SortedMap<String, Reply> replies = new TreeMap<>(seen.replies());
    replies.replaceAll((thread, reply) -> mapping.apply(reply));
    return new Observation(replies, seen.blocked());
  }

  /** What an outcome looks like from outside. */
  public Observation observation(Automaton automaton, Quiescence outcome) {
    SortedMap<String, Reply> seen = new TreeMap<>();
    outcome.replies().forEach((thread, reply) -> seen.put(thread, reply(reply)));
    return Observation.of(seen, automaton.busyThreads(outcome.configuration()));
  }
}
