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
 * wake-ups, and where it stood in the implementation when another thread took over.
 */
final class Schedule {
  private static final String DRIVER = Driver.class.getName();
  private static final String JDK = "java.";

  /** Something that a thread did. Of threads without a column nothing is shown. */
  private record Event(String thread, String text) {}

  private final Program program;
  private List<Event> events;
  private Map<String, Integer> calls;

  Schedule(Program program) {
    this.program = program;
  }

  /** The chart of the path; it ends with a line break. */
  String chart(Mirror vm) {
    events = new ArrayList<>();
    calls = new HashMap<>();
    String running = "";
    Mirror last = null;
    for (Object transition : (Iterable<?>) vm.call("getPath")) {
      String thread = new Mirror(transition).at("getThreadInfo").text("getName");
      if (!thread.equals(running) && last != null) {
        interrupted(running, last);
      }
      running = thread;
      for (Object step : (Iterable<?>) transition) {
        last = new Mirror(step).at("getInstruction");
        step(thread, last);
      }
    }
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
    boolean entered = instruction.is("isFirstInstruction");
    if (type.equals("java.lang.Object") && entered) {
      monitor(thread, name);
    } else if (type.startsWith(DRIVER) && name.equals("make") && entered) {
      call(thread);
    } else if (type.startsWith(DRIVER)
        && name.equals("run")
        && instruction.text("getMnemonic").equals("return")) {
      events.add(new Event(thread, "ends"));
    } else if (isImplementation(type) && entered && method.is("isSynchronized")) {
      events.add(new Event(thread, "  " + simple(type) + "." + name));
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
    String type = instruction.at("getMethodInfo").text("getClassName");
    if (isImplementation(type) && !waits(thread)) {
      int line = instruction.integer("getLineNumber");
      events.add(new Event(thread, "  at " + simple(type) + ":" + line));
    }
  }

  private static boolean isImplementation(String type) {
    return !type.startsWith(JDK) && !type.startsWith(DRIVER);
  }

  private static String simple(String type) {
    return type.substring(type.lastIndexOf('.') + 1);
  }
}
