package bindcheck.litmus.jpf;

import bindcheck.call.Op;
import bindcheck.call.PortPacket;
import bindcheck.call.Reply;
import bindcheck.litmus.Ending;
import bindcheck.litmus.Outcome;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Listens to a search for the states in which no thread can go on, and reads from {@link Driver}
 * how the program's threads ended there.
 *
 * <p>In such a state a thread has ended, or is in {@code Object.wait()}: then the call that it is
 * in is blocked, which is an outcome like any other. A thread that waits for a lock there is
 * deadlocked, which is an error and ends the search.
 */
final class EndStates implements InvocationHandler {
  private static final String DRIVER = Driver.class.getName();
  private static final String WAITING = "WAITING";

  private final Class<?> classes;
  private final Schedule schedule;
  private final SortedMap<Outcome, Long> outcomes = new TreeMap<>();
  private final Map<Outcome, String> charts = new HashMap<>();
  private final List<String> errors = new ArrayList<>();

  /**
   * Listens.
   *
   * @param classes the type {@code gov.nasa.jpf.vm.ClassLoaderInfo}
   */
  EndStates(Class<?> classes, Schedule schedule) {
    this.classes = classes;
    this.schedule = schedule;
  }

  SortedMap<Outcome, Long> outcomes() {
    return outcomes;
  }

  /** How each outcome was come to first. */
  Map<Outcome, String> charts() {
    return charts;
  }

  /** The first error; none where there was no error. */
  List<String> errors() {
    return errors;
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) {
    return switch (method.getName()) {
      case "stateAdvanced" -> {
        advanced(new Mirror(arguments[0]));
        yield null;
      }
      case "propertyViolated" -> {
        violated(new Mirror(arguments[0]));
        yield null;
      }
      case "hashCode" -> System.identityHashCode(proxy);
      case "equals" -> proxy == arguments[0];
      case "toString" -> getClass().getName();
      default -> null;
    };
  }

  private void advanced(Mirror search) {
    if (search.is("isNewState") && search.is("isEndState")) {
      Mirror vm = search.at("getVM");
      if (vm.call("getPendingException") == null) {
        ended(search, vm);
      }
    }
  }

  private void ended(Mirror search, Mirror vm) {
    List<Mirror> alive = alive(vm);
    Set<String> names = alive.stream().map(t -> t.text("getName")).collect(Collectors.toSet());
    SortedMap<String, Ending> endings = new TreeMap<>();
    for (Mirror thread : linked(vm, driver(), "threads")) {
      String name = thread.text("getStringField", "name");
      Ending ending = ending(vm, thread);
      endings.put(name, ending);
      if (ending.blocked() && !names.contains(name)) {
        fail(search, vm, name + " ended before its calls did");
      }
    }
    if (alive.stream().allMatch(thread -> thread.text("getState").equals(WAITING))) {
      Outcome outcome = new Outcome(endings);
      outcomes.merge(outcome, 1L, Long::sum);
      charts.computeIfAbsent(outcome, first -> schedule.chart(vm));
    } else {
      fail(search, vm, "deadlock: " + describe(alive));
    }
  }

  private void violated(Mirror search) {
    Mirror error = search.at("getLastError");
    String details = error.text("getDetails").strip().replaceAll("\\s*\\R\\s*", "; ");
    Mirror vm = search.at("getVM");
    Mirror thrown = vm.at("getPendingException");
    String thread = thrown.object() == null ? "" : thrown.at("getThread").text("getName") + ": ";
    errors.add(thread + error.text("getDescription").strip() + ": " + details);
    errors.add(schedule.chart(vm));
  }

  private void fail(Mirror search, Mirror vm, String what) {
    errors.add(what);
    errors.add(schedule.chart(vm));
    search.call("terminate");
  }

  /** The threads that have not ended. */
  private static List<Mirror> alive(Mirror vm) {
    return Arrays.stream((Object[]) vm.call("getLiveThreads"))
        .map(Mirror::new)
        .filter(thread -> !thread.is("isTerminated"))
        .toList();
  }

  private static String describe(List<Mirror> threads) {
    return threads.stream()
        .map(thread -> thread.text("getStateDescription"))
        .collect(Collectors.joining("; "));
  }

  /** The objects of a list that begins in a field. */
  private static List<Mirror> linked(Mirror vm, Mirror holder, String first) {
    List<Mirror> list = new ArrayList<>();
    Mirror object = vm.at("getElementInfo", holder.integer("getReferenceField", first));
    while (object.object() != null) {
      list.add(object);
      object = vm.at("getElementInfo", object.integer("getReferenceField", "next"));
    }
    return list;
  }

  private Mirror driver() {
    try {
      Object info =
          classes.getMethod("getCurrentResolvedClassInfo", String.class).invoke(null, DRIVER);
      return new Mirror(info).at("getStaticElementInfo");
    } catch (ReflectiveOperationException e) {
      throw new JpfCrash(e);
    }
  }

  private static Ending ending(Mirror vm, Mirror thread) {
    List<Mirror> calls = linked(vm, thread, "first");
    int returned = thread.integer("getIntField", "returned");
    List<Reply> replies = calls.subList(0, returned).stream().map(EndStates::reply).toList();
    return new Ending(replies, returned < calls.size());
  }

  private static Reply reply(Mirror call) {
    int status = call.integer("getIntField", "status");
    if (!(boolean) call.call("getBooleanField", "wrote")) {
      return Reply.of(status);
    }
    long value = (long) call.call("getLongField", "value");
    return new Reply(
        status,
        call.text("getStringField", "op").equals(Op.INTERRUPT_WAIT.scriptName())
            ? new Reply.Timestamp(value)
            : new PortPacket(
                call.integer("getIntField", "packetType"),
                (long) call.call("getLongField", "key"),
                call.integer("getIntField", "packetStatus"),
                value));
  }
}
