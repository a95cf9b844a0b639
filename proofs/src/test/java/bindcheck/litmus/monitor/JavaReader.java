package bindcheck.litmus.monitor;

import bindcheck.call.Payload;
import bindcheck.litmus.monitor.JavaState.FromInterrupt;
import bindcheck.litmus.monitor.JavaState.FromUser;
import bindcheck.litmus.monitor.JavaState.Standing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads the state of one kernel of the reference implementation, by the names of its fields. */
final class JavaReader {
  /** The classes whose monitors the model has. */
  private static final String INTERRUPT = "Interrupt";

  private static final String PORT = "Port";
  private static final String TABLE = "HandleTable";

  private final Object target;
  private final IdentityHashMap<Object, Integer> objects = new IdentityHashMap<>();
  private final SortedMap<Integer, Integer> denotes = new TreeMap<>();

  /** Takes the target that adapts the kernel. */
  JavaReader(Object target) {
    this.target = target;
  }

  /** Whether the model has the monitor of an object, but for the table's. */
  static boolean isModelled(Object object) {
    String name = object.getClass().getSimpleName();
    return name.equals(INTERRUPT) || name.equals(PORT);
  }

  static boolean isTable(Object object) {
    return object.getClass().getSimpleName().equals(TABLE);
  }

  /**
   * Reads it.
   *
   * @param owner who is in the monitor of an object; empty for nobody
   */
  JavaState read(Function<Object, String> owner, SortedMap<String, Standing> threads) {
    SortedMap<Integer, Boolean> open = new TreeMap<>();
    table().forEach((value, handle) -> open.put(value, hasAllRights(handle)));
    SortedMap<Integer, JavaState.Interrupt> interrupts = new TreeMap<>();
    SortedMap<Integer, JavaState.Port> ports = new TreeMap<>();
    objects.forEach(
        (object, name) -> {
          if (object.getClass().getSimpleName().equals(INTERRUPT)) {
            interrupts.put(name, interrupt(object, owner.apply(object)));
          } else if (object.getClass().getSimpleName().equals(PORT)) {
            ports.put(name, port(object, owner.apply(object)));
          }
        });
    return new JavaState(new TreeMap<>(denotes), open, interrupts, ports, new TreeMap<>(threads));
  }

  /** The handles that there are; those that are new are kept. */
  private Map<Integer, Object> table() {
    Map<Integer, Object> table = new TreeMap<>();
    Object handles = Fields.of(Fields.of(target, "kernel"), "handles");
    ((Map<?, ?>) Fields.of(handles, "table"))
        .forEach((value, handle) -> table.put((Integer) value, handle));
    table.forEach(
        (value, handle) ->
            denotes.computeIfAbsent(
                value, first -> objects.computeIfAbsent(Fields.of(handle, "object"), it -> first)));
    return table;
  }

  private static boolean hasAllRights(Object handle) {
    Object object = Fields.of(handle, "object");
    try {
      var method = object.getClass().getDeclaredMethod("defaultRights");
      method.setAccessible(true);
      return method.invoke(object).equals(Fields.of(handle, "rights"));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private JavaState.Interrupt interrupt(Object object, String owner) {
    Object port = Fields.of(object, "port");
    return new JavaState.Interrupt(
        owner,
        port == null ? 0 : objects.getOrDefault(port, 0),
        port == null ? "" : Fields.bits(object, "key"),
        Fields.is(object, "armed"),
        Fields.is(object, "pending"),
        Fields.bits(object, "pendingTimestamp"),
        Fields.is(object, "waiting"),
        Fields.is(object, "destroyed"));
  }

  private JavaState.Port port(Object object, String owner) {
    List<FromInterrupt> interrupts = new ArrayList<>();
    for (Object packet : (Collection<?>) Fields.of(object, "interruptPackets")) {
      interrupts.add(
          new FromInterrupt(
              objects.getOrDefault(Fields.of(packet, "source"), 0),
              Fields.bits(packet, "key"),
              Fields.bits(packet, "timestamp")));
    }
    List<FromUser> packets = new ArrayList<>();
    for (Object packet : (Collection<?>) Fields.of(object, "userPackets")) {
      packets.add(user(packet));
    }
    return new JavaState.Port(
        owner, Fields.is(object, "bindable"), interrupts, packets, Fields.is(object, "closed"));
  }

  private static FromUser user(Object packet) {
    long[] words = (long[]) Fields.of(packet, "user");
    return new FromUser(
        Fields.bits(packet, "key"),
        payload(Fields.number(packet, "status"), Payload.of(place -> words[place])));
  }

  /** Status and payload of a user's packet, as one name. */
  static String payload(int status, Payload payload) {
    return status + " " + payload;
  }

  /** Whether the deadline of the wait that a thread is in has passed. */
  boolean isExpired(Thread thread) {
    Object sleep = ((Map<?, ?>) Fields.of(Fields.of(target, "clock"), "sleeps")).get(thread);
    return sleep != null && Fields.is(sleep, "expired");
  }
}
