package bindcheck.target.hosted;

import bindcheck.call.Call;
import bindcheck.call.CallJson;
import bindcheck.call.Reply;
import bindcheck.call.ReplyJson;
import bindcheck.file.JsonFields;
import bindcheck.file.Malformed;
import bindcheck.script.Line;
import bindcheck.target.Ends;
import bindcheck.target.Plan;
import bindcheck.target.perturb.Schedule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is asked and answered, as JSON; each form is written and read. */
final class Forms {
  private static final String THREAD = "thread";
  private static final String THREADS = "threads";
  private static final String SET_UP = "setup";
  private static final String CALLS = "calls";
  private static final String HANDLE = "handle";
  private static final String REPLIES = "replies";
  private static final String REUSED = "reused";

  private Forms() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ObjectNode ofThread(String thread) {
    return object().put(THREAD, thread);
  }

  static String thread(JsonFields fields) throws Malformed {
    return fields.text(THREAD);
  }

  static ObjectNode of(String thread, Call call) {
    ObjectNode node = ofThread(thread);
    CallJson.HISTORY.write(call, node);
    return node;
  }

  static Call call(JsonFields fields) throws Malformed {
    return CallJson.HISTORY.read(fields);
  }

  /** Adds the reply of each thread. */
  static void write(SortedMap<String, Reply> replies, ObjectNode node) {
    ArrayNode array = node.putArray(REPLIES);
    replies.forEach(
        (thread, reply) -> ReplyJson.TARGET.write(reply, array.addObject().put(THREAD, thread)));
  }

  static SortedMap<String, Reply> replies(JsonFields fields) throws Malformed {
    SortedMap<String, Reply> replies = new TreeMap<>();
    for (JsonFields each : fields.parts(REPLIES)) {
      replies.put(thread(each), ReplyJson.TARGET.read(each));
    }
    return replies;
  }

  static void writeThreads(Set<String> threads, ObjectNode node) {
    threads.forEach(node.putArray(THREADS)::add);
  }

  static Set<String> threads(JsonFields fields) throws Malformed {
    return fields.distinctTexts(THREADS);
  }

  static ObjectNode of(Plan plan) {
    ObjectNode node = object();
    write(plan.setup(), node.putArray(SET_UP));
    ArrayNode threads = node.putArray(THREADS);
    plan.threads()
        .forEach(
            (thread, lines) ->
                write(lines, threads.addObject().put(THREAD, thread).putArray(CALLS)));
    return node;
  }

  private static void write(List<Line> lines, ArrayNode array) {
    for (Line line : lines) {
      ObjectNode node = array.addObject().put(THREAD, line.thread());
      line.name().ifPresent(name -> node.put(HANDLE, name));
      CallJson.TRACE.write(line.call(), node);
    }
  }

  static Plan plan(JsonFields fields) throws Malformed {
    SortedMap<String, List<Line>> threads = new TreeMap<>();
    for (JsonFields each : fields.parts(THREADS)) {
      threads.put(thread(each), lines(each.parts(CALLS)));
    }
    return new Plan(lines(fields.parts(SET_UP)), threads);
  }

  private static List<Line> lines(List<JsonFields> array) throws Malformed {
    List<Line> lines = new ArrayList<>();
    for (JsonFields each : array) {
      Optional<String> handle =
          each.has(HANDLE) ? Optional.of(each.text(HANDLE)) : Optional.empty();
      lines.add(new Line(thread(each), handle, CallJson.TRACE.read(each), lines.size() + 1));
    }
    return lines;
  }

  static ObjectNode of(Ends ends) {
    ObjectNode node = object().put(REUSED, ends.reused());
    ArrayNode threads = node.putArray(THREADS);
    for (List<Reply> ofThread : ends.replies()) {
      ArrayNode replies = threads.addObject().putArray(REPLIES);
      ofThread.forEach(reply -> ReplyJson.TARGET.write(reply, replies.addObject()));
    }
    return node;
  }

  static Ends ends(JsonFields fields) throws Malformed {
    List<List<Reply>> threads = new ArrayList<>();
    for (JsonFields each : fields.parts(THREADS)) {
      List<Reply> replies = new ArrayList<>();
      for (JsonFields reply : each.parts(REPLIES)) {
        replies.add(ReplyJson.TARGET.read(reply));
      }
      threads.add(replies);
    }
    return new Ends(threads, fields.truth(REUSED));
  }

  static ObjectNode of(Schedule schedule) {
    return object()
        .put("seed", Long.toString(schedule.seed()))
        .put("changesIn", schedule.changesIn())
        .put("quietMicros", schedule.quietMicros())
        .put("longestMicros", schedule.longestMicros())
        .put("data", schedule.data())
        .put("pinned", schedule.pinned());
  }

  static Schedule schedule(JsonFields fields) throws Malformed {
    return new Schedule(
        fields.i64("seed"),
        fields.count("changesIn"),
        fields.count("quietMicros"),
        fields.count("longestMicros"),
        fields.truth("data"),
        fields.truth("pinned"));
  }

  /** What calls are in progress, for a person. */
  static String describe(Map<String, Call> busy) {
    List<String> described = new ArrayList<>();
    busy.forEach((thread, call) -> described.add(thread + ": " + call));
    return String.join("; ", described);
  }
}
