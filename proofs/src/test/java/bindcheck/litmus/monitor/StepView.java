package bindcheck.litmus.monitor;

import bindcheck.call.Call;
import bindcheck.call.Kind;
import bindcheck.call.Op;
import bindcheck.call.PortPacket;
import bindcheck.call.Reply;
import bindcheck.call.Status;
import bindcheck.litmus.monitor.JavaState.FromInterrupt;
import bindcheck.litmus.monitor.JavaState.Standing;
import bindcheck.tla.Terms;
import bindcheck.tla.Value;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A step as spec/Monitors.tla sees it. The model has one interrupt and one port: those are taken
 * that the call is about, with the threads that are at their monitors, and all others are the
 * {@link #rest}, in which nothing may change. What the model calls a timestamp is source, key and
 * timestamp, so that these are compared, too.
 */
final class StepView {
  private static final Set<Op> MODELLED =
      EnumSet.of(
          Op.INTERRUPT_TRIGGER,
          Op.INTERRUPT_ACK,
          Op.INTERRUPT_BIND,
          Op.INTERRUPT_WAIT,
          Op.INTERRUPT_DESTROY,
          Op.HANDLE_CLOSE,
          Op.HANDLE_REPLACE,
          Op.PORT_WAIT,
          Op.PORT_QUEUE);

  private static final Set<Op> OF_PORTS = EnumSet.of(Op.PORT_WAIT, Op.PORT_QUEUE);
  private static final Set<Op> MAKE = EnumSet.of(Op.PORT_CREATE, Op.INTERRUPT_CREATE);
  private static final Set<Op> OF_ANY = EnumSet.of(Op.HANDLE_CLOSE, Op.HANDLE_REPLACE);

  /** The model's handles; others are told apart from them and from each other. */
  private static final int THE_PORT = 1;

  private static final int THE_INTERRUPT = 2;

  private static final int OTHER_HANDLES = 10;

  /** The model's key, where the timestamp says which it is. */
  private static final int KEY = 7;

  private static final int SAME_RIGHTS = 1 << 31;
  private static final String NOBODY = "nobody";

  private final Step step;
  private final Call call;
  private final int interrupt;
  private final int port;
  private final int portHandle;
  private final boolean ownPacketsOnly;

  StepView(Step step) {
    this.step = step;
    this.call = step.standing().call();
    int object = step.before().object(call);
    boolean isPort = step.before().ports().containsKey(object);
    interrupt = isPort ? 0 : object;
    boolean binds = call.op() == Op.INTERRUPT_BIND;
    port =
        isPort
            ? object
            : binds ? step.before().object((int) call.argument(1)) : boundPort(step.before());
    portHandle = isPort || OF_PORTS.contains(call.op()) ? handle(0) : binds ? handle(1) : 0;
    ownPacketsOnly = !isPort && (call.op() == Op.INTERRUPT_DESTROY || call.op() == Op.HANDLE_CLOSE);
  }

  private int handle(int place) {
    return (int) call.argument(place);
  }

  private int boundPort(JavaState state) {
    JavaState.Interrupt of = state.interrupts().get(interrupt);
    return of == null ? 0 : of.port();
  }

  /** Whether an object is made, which the model begins with. */
  boolean makes() {
    return MAKE.contains(call.op());
  }

  /** Why the model does not have such a call; empty where it does. */
  Optional<String> outside() {
    if (!MODELLED.contains(call.op()) || call.nullPointer()) {
      return Optional.of(call.op().scriptName() + (call.nullPointer() ? " with NULL" : ""));
    }
    for (int i = 0; i < call.parameters().size(); i++) {
      Kind kind = call.op().parameters().get(i).kind();
      long argument = call.argument(i);
      if (kind == Kind.OPTIONS && argument != 0) {
        return Optional.of("options");
      }
      if (kind == Kind.RIGHTS && (int) argument != SAME_RIGHTS) {
        return Optional.of("fewer rights");
      }
      if (kind == Kind.HANDLE && (argument == 0 || isOdd((int) argument, i == 1))) {
        return Optional.of("a handle without some right, or of another type");
      }
    }
    boolean isLast = handlesOf(step.before().object(call)) < 2;
    return call.op() == Op.HANDLE_CLOSE && !isLast
        ? Optional.of("an object with two handles")
        : Optional.empty();
  }

  private boolean isOdd(int handle, boolean isSecond) {
    JavaState.Port asPort = step.before().ports().get(step.before().object(handle));
    boolean ofPort = isSecond || OF_PORTS.contains(call.op());
    boolean isKnown = step.before().object(handle) != 0;
    boolean isMistyped = isKnown && !OF_ANY.contains(call.op()) && ofPort != (asPort != null);
    boolean isPlain = isSecond && asPort != null && !asPort.bindable();
    return isMistyped || isPlain || !step.before().open().getOrDefault(handle, true);
  }

  private long handlesOf(int object) {
    return step.before().open().keySet().stream()
        .filter(handle -> step.before().object(handle) == object)
        .count();
  }

  Value thread() {
    return Terms.string(step.thread());
  }

  /** The state before. */
  Value before() {
    return value(step.before(), false, false, Terms.string("kept"));
  }

  /**
   * The state after. What the model keeps for its refinement alone is not in Java: it is what makes
   * the step one.
   */
  Value after(boolean acked, boolean sent) {
    boolean takes = owner(step.before()).equals(NOBODY);
    return value(
        step.after(),
        acked,
        sent,
        takes ? Terms.field(before(), "interrupt") : Terms.string("kept"));
  }

  /** What the step must leave as it is. */
  static Object rest(StepView view, JavaState of) {
    SortedMap<Integer, JavaState.Interrupt> interrupts = new TreeMap<>(of.interrupts());
    SortedMap<Integer, JavaState.Port> ports = new TreeMap<>(of.ports());
    SortedMap<String, Standing> threads = new TreeMap<>(of.threads());
    interrupts.remove(view.interrupt);
    JavaState.Port mine = ports.remove(view.port);
    threads.keySet().removeAll(view.threads().keySet());
    List<FromInterrupt> others = List.of();
    if (view.ownPacketsOnly && mine != null) {
      others = new ArrayList<>(mine.interrupts());
      others.removeIf(packet -> packet.source() == view.interrupt);
    }
    return List.of(interrupts, ports, threads, others);
  }

  boolean leavesTheRest() {
    return rest(this, step.before()).equals(rest(this, step.after()));
  }

  private Map<String, Standing> threads() {
    Map<String, Standing> threads = new TreeMap<>();
    step.before()
        .threads()
        .forEach(
            (name, standing) -> {
              int object = step.before().object(standing.call());
              boolean isNear = object != 0 && (object == interrupt || object == port);
              if (name.equals(step.thread())
                  || (isNear && MODELLED.contains(standing.call().op()))) {
                threads.put(name, standing);
              }
            });
    return threads;
  }

  private String owner(JavaState state) {
    JavaState.Interrupt of = state.interrupts().get(interrupt);
    return of == null || of.owner().isEmpty() ? NOBODY : of.owner();
  }

  private Value value(JavaState state, boolean acked, boolean sent, Value held) {
    String owner = owner(state);
    JavaState.Port of = state.ports().get(port);
    String portOwner = of == null || of.owner().isEmpty() ? NOBODY : of.owner();
    Map<String, Value> fields = new TreeMap<>();
    fields.put("handles", Terms.set(state.open().keySet().stream().map(this::number).toList()));
    fields.put("interrupt", interrupt(state.interrupts().get(interrupt), acked, sent));
    fields.put("port", port(of));
    fields.put(
        "owner",
        Terms.record(Map.of("interrupt", Terms.string(owner), "port", Terms.string(portOwner))));
    fields.put("before", Terms.tuple(owner.equals(NOBODY) ? List.of() : List.of(held)));
    fields.put("Tied", Terms.truth(false));
    fields.put("Mortal", Terms.set(List.of()));
    Map<String, Value> pcs = new TreeMap<>();
    Map<String, Value> replies = new TreeMap<>();
    Map<String, Value> program = new TreeMap<>();
    List<Value> expired = new ArrayList<>();
    threads()
        .keySet()
        .forEach(
            name -> {
              Standing standing = state.threads().get(name);
              pcs.put(name, Terms.string(standing.pc()));
              replies.put(name, standing.reply().map(this::reply).orElse(Terms.tuple(List.of())));
              program.put(name, call(name, standing.call()));
              if (standing.expired()) {
                expired.add(Terms.string(name));
              }
            });
    fields.put("pc", Terms.record(pcs));
    fields.put("reply", Terms.record(replies));
    fields.put("Program", Terms.record(program));
    fields.put("expired", Terms.set(expired));
    return Terms.record(fields);
  }

  private Value number(int handle) {
    boolean isFirst = handle == handle(0);
    boolean isPort = portHandle != 0 && handle == portHandle;
    return Terms.number(isPort ? THE_PORT : isFirst ? THE_INTERRUPT : handle + OTHER_HANDLES);
  }

  private static Value stamp(int source, String key, String timestamp) {
    return Terms.tuple(List.of(Terms.number(source), Terms.string(key), Terms.string(timestamp)));
  }

  /** A timestamp of the interrupt, with the key that it has in the end. */
  private Value stamp(String timestamp) {
    JavaState.Interrupt last = step.after().interrupts().get(interrupt);
    String key = last == null ? "" : last.key();
    return key.isEmpty() && timestamp.equals("0")
        ? Terms.number(0) // as the model begins
        : stamp(interrupt, key, timestamp);
  }

  private Value interrupt(JavaState.Interrupt of, boolean acked, boolean sent) {
    boolean isThere = of != null;
    return Terms.record(
        Map.of(
            "bound", Terms.truth(isThere && of.port() != 0),
            "armed", Terms.truth(isThere && of.armed()),
            "pending", Terms.truth(isThere && of.pending()),
            "timestamp", stamp(isThere ? of.timestamp() : "0"),
            "waiting", Terms.truth(isThere && of.waiting()),
            "destroyed", Terms.truth(isThere && of.destroyed()),
            "acked", Terms.truth(acked),
            "sent", Terms.truth(sent)));
  }

  private Value port(JavaState.Port of) {
    List<Value> interrupts = new ArrayList<>();
    List<Value> packets = new ArrayList<>();
    if (of != null) {
      of.interrupts().stream()
          .filter(packet -> !ownPacketsOnly || packet.source() == interrupt)
          .forEach(p -> interrupts.add(stamp(p.source(), p.key(), p.timestamp())));
      of.packets().forEach(p -> packets.add(user(p.key(), p.payload())));
    }
    return Terms.record(
        Map.of(
            "interrupts", Terms.tuple(interrupts),
            "packets", Terms.tuple(packets),
            "closed", Terms.truth(of != null && of.closed())));
  }

  private static Value user(String key, String payload) {
    return Terms.record(Map.of("key", Terms.string(key), "payload", Terms.string(payload)));
  }

  /** A call of a thread; of others' calls the model asks only which monitor they are about. */
  private Value call(String thread, Call of) {
    Map<String, Value> arguments = new TreeMap<>();
    boolean isAtPort = port != 0 && step.before().object(of) == port;
    Value first = isAtPort ? Terms.number(THE_PORT) : number((int) of.argument(0));
    arguments.put(of.op().parameters().get(0).name(), first);
    switch (of.op()) {
      case INTERRUPT_BIND -> arguments.put("porth", number((int) of.argument(1)));
      case INTERRUPT_TRIGGER -> arguments.put("timestamp", stamp(Long.toString(of.argument(2))));
      case PORT_WAIT -> arguments.put("deadline", Terms.string(of.deadline().name()));
      case PORT_QUEUE -> {
        PortPacket packet = of.packet();
        arguments.put("key", Terms.string(Long.toString(packet.key())));
        arguments.put("payload", payload(packet));
      }
      case HANDLE_REPLACE -> arguments.put("out", made(step.after().threads().get(thread)));
      default -> {
        // It has no other arguments.
      }
    }
    return Terms.record(
        Map.of("op", Terms.string(of.op().scriptName()), "args", Terms.record(arguments)));
  }

  /** The handle that a call has made, as far as it is known. */
  private Value made(Standing standing) {
    return standing
        .reply()
        .map(Reply::output)
        .filter(Reply.Handle.class::isInstance)
        .map(handle -> number(((Reply.Handle) handle).raw()))
        .orElse(Terms.number(0));
  }

  private static Value payload(PortPacket packet) {
    return Terms.string(JavaReader.payload(packet.status(), packet.payload()));
  }

  private Value reply(Reply of) {
    Map<String, Value> fields = new TreeMap<>();
    fields.put("status", Terms.string(Status.text(of.status())));
    if (of.output() instanceof Reply.Timestamp taken) {
      fields.put("timestamp", stamp(Long.toString(taken.value())));
    } else if (of.output() instanceof PortPacket packet) {
      fields.put("packet", packet(packet));
    }
    return Terms.record(fields);
  }

  private Value packet(PortPacket packet) {
    String key = Long.toString(packet.key());
    if (!packet.isInterrupt()) {
      Map<String, Value> fields = new TreeMap<>(Terms.fields(user(key, "")));
      fields.put("type", Terms.string("USER"));
      fields.put("payload", payload(packet));
      return Terms.record(fields);
    }
    return Terms.record(
        Map.of(
            "type", Terms.string("INTERRUPT"),
            "key", Terms.number(KEY),
            "timestamp", stamp(firstSource(), key, Long.toString(packet.value()))));
  }

  /** Whose packet a reader takes: the reply does not say. */
  private int firstSource() {
    JavaState.Port of = step.before().ports().get(port);
    return of == null || of.interrupts().isEmpty() ? 0 : of.interrupts().get(0).source();
  }
}
