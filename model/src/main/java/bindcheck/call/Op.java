package bindcheck.call;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The calls, each with its parameters in C order and without its out-pointers.
 *
 * <p>A call that takes a pointer may be made with a null one, written as a last argument {@code
 * NULL}. An out-pointer is then named beside the other arguments; the packet of {@code port_queue},
 * which a script spells as key and payload, is named instead of them.
 */
public enum Op {
  INTERRUPT_CREATE(Pointer.OUT_HANDLE, handle("src_obj"), u32("src_num"), options()),
  INTERRUPT_BIND(Pointer.NONE, handle("inth"), handle("porth"), u64("key"), options()),
  INTERRUPT_ACK(Pointer.NONE, handle("inth")),
  INTERRUPT_TRIGGER(Pointer.NONE, handle("inth"), options(), i64("timestamp")),
  INTERRUPT_DESTROY(Pointer.NONE, handle("inth")),
  INTERRUPT_WAIT(Pointer.OUT_TIMESTAMP, handle("inth")),
  PORT_CREATE(Pointer.OUT_HANDLE, options()),
  PORT_QUEUE(Pointer.IN_PACKET, handle("porth"), u64("key"), u64("payload")),
  PORT_WAIT(Pointer.OUT_PACKET, handle("porth"), new Parameter("deadline", Kind.TIME)),
  HANDLE_CLOSE(Pointer.NONE, handle("handle")),
  HANDLE_DUPLICATE(Pointer.OUT_HANDLE, handle("handle"), rights()),
  HANDLE_REPLACE(Pointer.OUT_HANDLE, handle("handle"), rights()),
  EVENT_CREATE(Pointer.OUT_HANDLE, options());

  private enum Pointer {
    NONE(Reply.None.class),
    IN_PACKET(Reply.None.class),
    OUT_HANDLE(Reply.Handle.class),
    OUT_TIMESTAMP(Reply.Timestamp.class),
    OUT_PACKET(PortPacket.class);

    private final Class<? extends Reply.Output> output;

    Pointer(Class<? extends Reply.Output> output) {
      this.output = output;
    }
  }

  private static final Map<String, Op> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toMap(Op::scriptName, Function.identity()));

  private final Pointer pointer;
  private final String scriptName = name().toLowerCase(Locale.ROOT);

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<Parameter> parameters;

  Op(Pointer pointer, Parameter... parameters) {
    this.pointer = pointer;
    this.parameters = List.of(parameters);
  }

  /** The call of that name in a script, if there is one. */
  public static Optional<Op> named(String scriptName) {
    return Optional.ofNullable(BY_NAME.get(scriptName));
  }

  /** The name in a script: the name in C without {@code zx_}. */
  public String scriptName() {
    return scriptName;
  }

  /** The parameters, in C order. */
  public List<Parameter> parameters() {
    return parameters;
  }

  /** The parameters that are given beside a null pointer: all but those that it stands for. */
  public List<Parameter> parameters(boolean nullPointer) {
    return nullPointer && pointer == Pointer.IN_PACKET ? parameters.subList(0, 1) : parameters;
  }

  /** Whether the call has a pointer, which may then be null. */
  public boolean takesPointer() {
    return pointer != Pointer.NONE;
  }

  /** Whether the call, when it succeeds, gives a new handle. */
  public boolean returnsHandle() {
    return pointer == Pointer.OUT_HANDLE;
  }

  /** What the call writes through its pointer where it succeeds. */
  Class<? extends Reply.Output> output() {
    return pointer.output;
  }

  /** Whether the call may block its thread. */
  public boolean mayBlock() {
    return releasedBy().isPresent();
  }

  /**
   * The call that releases a thread from this one, made with the same object; if this one may
   * block. A thread whose deadline is finite is released by the passing of that as well.
   */
  public Optional<Op> releasedBy() {
    return switch (this) {
      case INTERRUPT_WAIT -> Optional.of(INTERRUPT_DESTROY);
      case PORT_WAIT -> Optional.of(PORT_QUEUE);
      default -> Optional.empty();
    };
  }

  /** The call as a line would have it, with the names of the parameters for arguments. */
  public String signature(boolean nullPointer) {
    List<String> names =
        new ArrayList<>(parameters(nullPointer).stream().map(Parameter::name).toList());
    if (nullPointer) {
      names.add(Call.NULL);
    }
    return scriptName() + "(" + String.join(", ", names) + ")";
  }

  /** With which scripts begin the name of a handle that such a call gives. */
  public String letter() {
    return switch (this) {
      case PORT_CREATE -> "p";
      case INTERRUPT_CREATE -> "i";
      case EVENT_CREATE -> "e";
      default -> "h";
    };
  }

  private static Parameter handle(String name) {
    return new Parameter(name, Kind.HANDLE);
  }

  private static Parameter u32(String name) {
    return new Parameter(name, Kind.U32);
  }

  private static Parameter u64(String name) {
    return new Parameter(name, Kind.U64);
  }

  private static Parameter i64(String name) {
    return new Parameter(name, Kind.I64);
  }

  private static Parameter options() {
    return new Parameter("options", Kind.OPTIONS);
  }

  private static Parameter rights() {
    return new Parameter("rights", Kind.RIGHTS);
  }
}
