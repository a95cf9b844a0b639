package bindcheck.call;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntUnaryOperator;
import java.util.function.LongUnaryOperator;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * One call with its arguments, each as its 64 raw bits. A handle may still be a name, until {@link
 * #resolve} puts the value in its place that the name means. Immutable; the text of a call whose
 * handles are names parses back to it.
 */
public final class Call implements Statement {
  /** A null pointer, as the last argument of a call. */
  public static final String NULL = "NULL";

  /** What a script calls the status of a packet that is queued, and its type. */
  public static final String STATUS = "status";

  public static final String TYPE = "type";

  /** The places of what {@code port_queue} is given beside its port. */
  private static final int KEY = 1;

  private static final int PAYLOAD = 2;

  private final Op op;
  private final long[] arguments;

  /** The handles that are names, by place; empty where all of them are numbers. */
  private final String[] names;

  private final boolean nullPointer;

  /** What is queued, where key and first word do not say it all; else null. */
  private final PortPacket packet;

  private Call(Op op, boolean nullPointer, long[] arguments, String[] names, PortPacket packet) {
    this.op = op;
    this.nullPointer = nullPointer;
    this.arguments = arguments;
    this.names = names;
    this.packet = packet;
  }

  /**
   * A call of a script.
   *
   * @param arguments as many as {@code op.parameters(nullPointer)}, each fit for its kind
   * @param nullPointer whether the call's pointer is null
   */
  public Call(Op op, List<Argument> arguments, boolean nullPointer) {
    this(op, nullPointer, numbers(arguments), names(arguments), null);
    requireCount(op, nullPointer, arguments.size());
    for (int i = 0; i < arguments.size(); i++) {
      requireFit(op.parameters().get(i), arguments.get(i));
    }
  }

  private static long[] numbers(List<Argument> arguments) {
    return arguments.stream()
        .mapToLong(argument -> argument instanceof Argument.Number number ? number.raw() : 0)
        .toArray();
  }

  private static String[] names(List<Argument> arguments) {
    return arguments.stream().noneMatch(Argument.Handle.class::isInstance)
        ? new String[0]
        : arguments.stream()
            .map(argument -> argument instanceof Argument.Handle handle ? handle.name() : null)
            .toArray(String[]::new);
  }

  /** A call of a script whose pointer, if it has one, is not null. */
  public static Call of(Op op, Argument... arguments) {
    return new Call(op, Arrays.asList(arguments), false);
  }

  /** A call with the values of its handles, whose pointer, if it has one, is not null. */
  public static Call of(Op op, long... arguments) {
    return of(op, false, arguments);
  }

  /** A call with the values of its handles; as many arguments as {@code op.parameters}. */
  public static Call of(Op op, boolean nullPointer, long... arguments) {
    requireCount(op, nullPointer, arguments.length);
    return new Call(op, nullPointer, arguments.clone(), new String[0], null);
  }

  private static void requireCount(Op op, boolean nullPointer, int given) {
    if (nullPointer && !op.takesPointer()) {
      throw new IllegalArgumentException(op.scriptName() + " takes no pointer");
    }
    if (given != op.parameters(nullPointer).size()) {
      throw new IllegalArgumentException(
          "expected the arguments of " + op.signature(nullPointer) + ", found " + given);
    }
  }

  private static void requireFit(Parameter parameter, Argument argument) {
    boolean fits =
        parameter.kind() == Kind.HANDLE
            ? argument instanceof Argument.Handle || isNumber(Kind.HANDLE, argument)
            : isNumber(parameter.kind(), argument);
    if (!fits) {
      throw new IllegalArgumentException(
          "expected " + parameter.name() + " of kind " + parameter.kind() + ", found " + argument);
    }
  }

  private static boolean isNumber(Kind kind, Argument argument) {
    return argument instanceof Argument.Number number && kind.holds(number.raw());
  }

  /**
   * The call that releases a thread which is blocked in such a call on the object of the handle.
   */
  public static Call releasing(Op blocked, long handle) {
    Op op = blocked.releasedBy().orElseThrow();
    long[] arguments = new long[op.parameters().size()];
    Arrays.fill(arguments, 1);
    arguments[0] = handle;
    return of(op, arguments);
  }

  /** The same call with the values that its names mean, each a u32. */
  public Call resolve(ToIntFunction<String> values) {
    long[] raw = arguments.clone();
    for (int i = 0; i < names.length; i++) {
      if (names[i] != null) {
        raw[i] = Integer.toUnsignedLong(values.applyAsInt(names[i]));
      }
    }
    return new Call(op, nullPointer, raw, new String[0], packet);
  }

  /** The same call with other numbers for the handles that are no names. */
  public Call withHandles(IntUnaryOperator values) {
    long[] changed = arguments.clone();
    for (int i = 0; i < changed.length; i++) {
      if (op.parameters().get(i).kind() == Kind.HANDLE && !isNamed(i)) {
        changed[i] = Integer.toUnsignedLong(values.applyAsInt((int) changed[i]));
      }
    }
    return new Call(op, nullPointer, changed, names, packet);
  }

  /** The same call with other names for its handles. */
  public Call rename(UnaryOperator<String> renaming) {
    String[] renamed = names.clone();
    Arrays.setAll(renamed, i -> names[i] == null ? null : renaming.apply(names[i]));
    return new Call(op, nullPointer, arguments, renamed, packet);
  }

  /** The same call with other 64-bit values in the places of its own. */
  public Call withValues(LongUnaryOperator values) {
    long[] changed = arguments.clone();
    for (int i = 0; i < changed.length; i++) {
      Kind kind = op.parameters().get(i).kind();
      if (kind == Kind.U64 || kind == Kind.I64) {
        changed[i] = values.applyAsLong(changed[i]);
      }
    }
    Call call = new Call(op, nullPointer, changed, names, null);
    return packet == null ? call : call.withPacket(packet.mapValues(values));
  }

  /**
   * The same call with other numbers for handles, none of which may be a name, and for the values
   * that a kernel compares; one deadline stands for all of its kind.
   */
  public Call numbered(LongUnaryOperator handles, LongUnaryOperator values) {
    long[] changed = arguments.clone();
    for (int i = 0; i < changed.length; i++) {
      long raw = arguments[i];
      changed[i] =
          switch (op.parameters().get(i).kind()) {
            case HANDLE -> handles.applyAsLong(raw);
            case U32, U64, I64 -> values.applyAsLong(raw);
            case TIME -> Deadline.of(raw).raw();
            case OPTIONS, RIGHTS -> raw;
          };
    }
    return new Call(op, nullPointer, changed, names, null);
  }

  /** The same call with other bits at a place that has no handle. */
  public Call with(int index, long raw) {
    long[] changed = arguments.clone();
    changed[index] = raw;
    return new Call(op, nullPointer, changed, names, packet);
  }

  /** The same call with that packet; it must queue one. */
  public Call withPacket(PortPacket queued) {
    if (op != Op.PORT_QUEUE || nullPointer) {
      throw new IllegalArgumentException(this + " queues no packet");
    }
    long[] changed = arguments.clone();
    changed[KEY] = queued.key();
    changed[PAYLOAD] = queued.value();
    boolean isAllSaid = queued.isPlain() && queued.type() == PortPacket.USER;
    return new Call(op, false, changed, names, isAllSaid ? null : queued);
  }

  /** The packet that the call queues; it must be one that does. */
  public PortPacket packet() {
    return packet == null ? PortPacket.ofUser(arguments[KEY], arguments[PAYLOAD]) : packet;
  }

  /** The same call with its packet folded as the specification knows it, if it queues one. */
  public Call folded() {
    return packet == null
        ? this
        : withPacket(PortPacket.ofUser(packet.key(), packet.folded().value()));
  }

  /** Whether it queues a packet of which its key and the first word of its payload say not all. */
  public boolean hasWholePacket() {
    return packet != null;
  }

  /** The same call with a pointer, where that stands for none of its arguments. */
  public Call withPointer() {
    return new Call(op, false, arguments, names, packet);
  }

  /** Which call. */
  public Op op() {
    return op;
  }

  /** Whether the call's pointer is null. */
  public boolean nullPointer() {
    return nullPointer;
  }

  /** The parameters that it has arguments for. */
  public List<Parameter> parameters() {
    return op.parameters(nullPointer);
  }

  /** The raw bits of the argument at that place, from 0; it must be no name. */
  public long argument(int index) {
    return arguments[index];
  }

  /** Whether the argument at that place is the name of a handle. */
  public boolean isNamed(int index) {
    return names.length > 0 && names[index] != null;
  }

  /** The name of the handle at that place, which must be one. */
  public String name(int index) {
    return Objects.requireNonNull(names[index]);
  }

  /** The names of its handles. */
  public List<String> names() {
    return Arrays.stream(names).filter(Objects::nonNull).toList();
  }

  /** When it gives up waiting; one that takes no deadline may wait for ever. */
  public Deadline deadline() {
    return Deadline.of(op, this::argument);
  }

  /** Whether it waits with a deadline that an {@code expire} lets pass. */
  public boolean hasFiniteDeadline() {
    return deadline() == Deadline.FINITE;
  }

  /** The values of the handles that it has no names for. */
  public IntStream handles() {
    return IntStream.range(0, arguments.length)
        .filter(i -> op.parameters().get(i).kind() == Kind.HANDLE && !isNamed(i))
        .map(i -> (int) arguments[i]);
  }

  /** Whether one of its arguments is the handle of that value. */
  public boolean uses(int handle) {
    return handles().anyMatch(value -> value == handle);
  }

  /** Whether the call can give a handle that a name could be assigned. */
  public boolean returnsHandle() {
    return op.returnsHandle() && !nullPointer;
  }

  /** The argument as a script has it; a handle without a name is its value in hex. */
  private String text(int index) {
    Kind kind = op.parameters().get(index).kind();
    if (isNamed(index)) {
      return names[index];
    }
    return kind == Kind.HANDLE && arguments[index] != 0
        ? "0x" + Integer.toHexString((int) arguments[index])
        : Constants.text(op, kind, arguments[index]);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Call that
        && op == that.op
        && nullPointer == that.nullPointer
        && Arrays.equals(arguments, that.arguments)
        && Arrays.equals(names, that.names)
        && Objects.equals(packet, that.packet);
  }

  @Override
  public int hashCode() {
    int hash = op.hashCode() * 31 + Arrays.hashCode(arguments);
    hash = (hash * 31 + Arrays.hashCode(names)) * 31 + Objects.hashCode(packet);
    return hash * 2 + (nullPointer ? 1 : 0);
  }

  @Override
  public String toString() {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < arguments.length; i++) {
      words.add(text(i));
    }
    if (nullPointer) {
      words.add(NULL);
    }
    if (packet != null) {
      words.set(PAYLOAD, packet.payload().toString());
      addUnusual(words);
    }
    return op.scriptName() + "(" + String.join(", ", words) + ")";
  }

  private void addUnusual(List<String> words) {
    if (packet.status() != Status.OK.code()) {
      words.add(STATUS + "=" + Status.text(packet.status()));
    }
    if (packet.type() != PortPacket.USER) {
      String number = Integer.toUnsignedString(packet.type());
      words.add(TYPE + "=" + PortPacket.typeName(packet.type()).orElse(number));
    }
  }
}
