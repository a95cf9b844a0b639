package bindcheck.litmus.jpf;

import bindcheck.call.Reply;
import bindcheck.litmus.Ending;
import bindcheck.litmus.Outcome;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

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
  private final SortedMap<Outcome, String> schedules = new TreeMap<>();
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

  SortedMap<Outcome, String> schedules() {
    return schedules;
  }

  /** The first error; none where there was no error. */
  List<String> errors() {
    return errors;
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) {
    switch (method.getName()) {
      case "stateAdvanced" -> advanced(new Mirror(arguments[0]));
      case "propertyViolated" -> violated(new Mirror(arguments[0]));
      case "hashCode" -> {
        return System.identityHashCode(proxy);
      }
      case "equals" -> {
        return proxy == arguments[0];
      }
      case "toString" -> {
        return getClass().getName();
      }
      default -> {}
    }
    return null;
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
    Map<String, String> alive = alive(vm);
    SortedMap<String, Ending> endings = new TreeMap<>();
    for (Mirror thread : threads(vm)) {
      String name = thread.text("getStringField", "name");
      Ending ending = ending(vm, thread);
      endings.put(name, ending);
      if (ending.blocked() && !alive.containsKey(name)) {
        fail(search, vm, name + " ended before its calls did");
      }
    }
    if (alive.values().stream().allMatch(WAITING::equals)) {
      Outcome outcome = new Outcome(endings);
      outcomes.merge(outcome, 1L, Long::sum);
      schedules.computeIfAbsent(outcome, first -> schedule.chart(vm));
    } else {
      fail(search, vm, "deadlock: " + describe(vm));
    }
  }

  private void violated(Mirror search) {
    Mirror error = search.at("getLastError");
    String details = error.text("getDetails").strip().replaceAll("\\s*\\R\\s*", "; ");
    errors.add(error.text("getDescription").strip() + ": " + details);
    errors.add(schedule.chart(search.at("getVM")));
  }

  private void fail(Mirror search, Mirror vm, String what) {
    errors.add(what);
    errors.add(schedule.chart(vm));
    search.call("terminate");
  }

  /** The threads that have not ended, each with its state. */
  private static Map<String, String> alive(Mirror vm) {
    Map<String, String> alive = new HashMap<>();
    for (Object thread : (Object[]) vm.call("getLiveThreads")) {
      Mirror info = new Mirror(thread);
      if (!info.is("isTerminated")) {
        alive.put(info.text("getName"), info.text("getState"));
      }
    }
    return alive;
  }

  private static String describe(Mirror vm) {
    List<String> threads = new ArrayList<>();
    for (Object thread : (Object[]) vm.call("getLiveThreads")) {
      Mirror info = new Mirror(thread);
      if (!info.is("isTerminated")) {
        threads.add(info.text("getStateDescription"));
      }
    }
    return String.join("; ", threads);
  }

  private List<Mirror> threads(Mirror vm) {
    List<Mirror> threads = new ArrayList<>();
    int thread = driver().integer("getReferenceField", "threads");
    while (isObject(vm, thread)) {
      threads.add(vm.at("getElementInfo", thread));
      thread = threads.get(threads.size() - 1).integer("getReferenceField", "next");
    }
    return threads;
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

  private static boolean isObject(Mirror vm, int reference) {
    return vm.call("getElementInfo", reference) != null;
  }

  private static Ending ending(Mirror vm, Mirror thread) {
    int returned = thread.integer("getIntField", "returned");
    List<Reply> replies = new ArrayList<>();
    int call = thread.integer("getReferenceField", "first");
    while (replies.size() < returned) {
      Mirror made = vm.at("getElementInfo", call);
      replies.add(reply(made));
      call = made.integer("getReferenceField", "next");
    }
    return new Ending(replies, isObject(vm, call));
  }

  private static Reply reply(Mirror call) {
    int status = call.integer("getIntField", "status");
    long value = (long) call.call("getLongField", "value");
    return switch (call.integer("getIntField", "output")) {
      case Driver.TIMESTAMP -> new Reply(status, new Reply.Timestamp(value));
      case Driver.PACKET ->
          new Reply(
              status,
              new Reply.Packet(
                  call.integer("getIntField", "packetType"),
                  (long) call.call("getLongField", "key"),
                  call.integer("getIntField", "packetStatus"),
                  value));
      default -> Reply.of(status);
    };
  }
}
