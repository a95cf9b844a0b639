package bindcheck.litmus.jpf;

import bindcheck.litmus.Columns;
import bindcheck.litmus.Program;
import bindcheck.script.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The path that led to the current state, as a sequence chart: a column for each thread, time going
 * down. It shows the calls, the synchronized methods that a thread got into, its waits and
 * wake-ups, where it stood in the implementation when another thread took over, and what it threw.
 * What comes before all threads begin is the set-up, which is not shown: the last thread makes it.
 */
final class Schedule {
  private static final String DRIVER = Driver.class.getName();
  private static final List<String> JDK = List.of("java.", "jdk.", "sun.");
  private static final String INITIALISER = "<clinit>";

  /** Something that a thread did. Of threads without a column nothing is shown. */
  private record Event(String thread, String text) {}

  private final Program program;
  private List<Event> events;
  private Map<String, Integer> calls;
  private Map<String, Object> last;
  private boolean hasBegun;

  Schedule(Program program) {
    this.program = program;
  }

  /** The chart of the path; it ends with a line break. */
  String chart(Mirror vm) {
    events = new ArrayList<>();
    calls = new HashMap<>();
    last = new HashMap<>();
    hasBegun = false;
    String running = "";
    for (Object transition : (Iterable<?>) vm.call("getPath")) {
      String thread = new Mirror(transition).at("getThreadInfo").text("getName");
      if (!thread.equals(running) && last.containsKey(running)) {
        interrupted(running, new Mirror(last.get(running)));
      }
      running = thread;
      for (Object step : (Iterable<?>) transition) {
        step(thread, new Mirror(step).at("getInstruction"));
      }
    }
    thrown(vm.at("getPendingException"));
    List<List<String>> rows = new ArrayList<>();
    List<String> columns = List.copyOf(program.threads().keySet());
    rows.add(columns);
    for (Event event : events) {
      if (columns.contains(event.thread())) {
        rows.add(columns.stream().map(c -> c.equals(event.thread()) ? event.text() : "").toList());
      }
    }
    return Columns.of(rows, column -> column == 0 ? "" : " | ");
  }

  private void step(String thread, Mirror instruction) {
    Mirror method = instruction.at("getMethodInfo");
    String type = method.text("getClassName");
    String name = method.text("getName");
    if (!hasBegun) {
      hasBegun = isEnd(type, name, instruction);
      return;
    }
    // Where threads may be switched, an instruction is begun again by the thread that goes on.
    boolean again = instruction.object().equals(last.put(thread, instruction.object()));
    boolean entered = instruction.is("isFirstInstruction") && (!again || name.equals("wait"));
    if (type.equals("java.lang.Object") && entered) {
      monitor(thread, name);
    } else if (type.startsWith(DRIVER) && name.equals("make") && entered) {
      call(thread);
    } else if (isEnd(type, name, instruction)) {
      events.add(new Event(thread, "ends"));
    } else if (isImplementation(type, name) && entered && method.is("isSynchronized")) {
      events.add(new Event(thread, "  " + simple(type) + "." + name));
    }
  }

  /** Whether a thread, or the set-up before all, has made its calls. */
  private static boolean isEnd(String type, String name, Mirror instruction) {
    return type.startsWith(DRIVER)
        && name.equals("run")
        && instruction.text("getMnemonic").equals("return");
  }

  private void thrown(Mirror exception) {
    if (exception.object() != null) {
      String type = exception.text("getExceptionClassname");
      events.add(new Event(exception.at("getThread").text("getName"), "throws " + simple(type)));
    }
  }

  private void monitor(String thread, String method) {
    switch (method) {
      case "wait" -> events.add(new Event(thread, waits(thread) ? "  wakes" : "  waits"));
      case "notify", "notifyAll" -> events.add(new Event(thread, "  " + method));
      default -> {}
    }
  }

  /** Whether the last thing that is known of the thread is that it waits. */
  private boolean waits(String thread) {
    for (int i = events.size() - 1; i >= 0; i--) {
      if (events.get(i).thread().equals(thread)) {
        return events.get(i).text().equals("  waits");
      }
    }
    return false;
  }

  private void call(String thread) {
    int index = calls.merge(thread, 1, Integer::sum) - 1;
    List<Line> lines = program.threads().getOrDefault(thread, List.of());
    if (index < lines.size()) {
      events.add(new Event(thread, lines.get(index).statement().toString()));
    }
  }

  private void interrupted(String thread, Mirror instruction) {
    Mirror method = instruction.at("getMethodInfo");
    String type = method.text("getClassName");
    if (isImplementation(type, method.text("getName")) && !waits(thread)) {
      int line = instruction.integer("getLineNumber");
      events.add(new Event(thread, "  at " + simple(type) + ":" + line));
    }
  }

  /** Java PathFinder enters the initialiser of a class as if it were synchronized. */
  private static boolean isImplementation(String type, String method) {
    return JDK.stream().noneMatch(type::startsWith)
        && !type.startsWith(DRIVER)
        && !method.equals(INITIALISER);
  }

  private static String simple(String type) {
    return type.substring(type.lastIndexOf('.') + 1);
  }
}
