package bindcheck.report;

import bindcheck.history.Event;
import bindcheck.history.judge.Contradiction;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A contradiction as data that {@code timeline.js} draws; places are numbers of events. */
final class Timeline {
  private final List<Event> events;
  private final ObjectNode node = JsonNodeFactory.instance.objectNode();
  private final ArrayNode calls = node.putArray("calls");
  private final ArrayNode marks = node.putArray("marks");
  private final Set<String> threads = new LinkedHashSet<>();
  private final Map<String, ObjectNode> open = new HashMap<>();

  private Timeline(Contradiction contradiction) {
    this.events = contradiction.events();
    for (int at = 0; at < events.size(); at++) {
      add(at, events.get(at), at == events.size() - 1);
    }
    effects(contradiction.execution());
    threads.forEach(node.putArray("threads")::add);
    node.put("length", events.size());
  }

  static ObjectNode of(String title, Contradiction contradiction) {
    return new Timeline(contradiction).node.put("title", title);
  }

  private void add(int at, Event event, boolean isWrong) {
    if (event instanceof Event.Called called) {
      threads.add(called.thread());
      ObjectNode call = calls.addObject().put("thread", called.thread()).put("from", at);
      call.putNull("to").put("call", called.call().toString()).put("reply", "");
      call.putNull("effect").put("order", 0).put("wrong", false);
      open.put(called.thread(), call);
    } else if (event instanceof Event.Returned returned) {
      ObjectNode call = open.remove(returned.thread());
      if (call != null) {
        call.put("to", at).put("reply", returned.reply().toString()).put("wrong", isWrong);
      }
    } else if (event != null) {
      marks.addObject().put("at", at).put("text", text(event)).put("wrong", isWrong);
      if (isWrong) {
        open.values().forEach(call -> call.put("wrong", true));
      }
    }
  }

  private static String text(Event event) {
    if (event instanceof Event.Expired expired) {
      return "deadline of " + expired.thread();
    }
    if (event instanceof Event.Reset) {
      return "fresh kernel";
    }
    boolean isBlocked = !(event instanceof Event.End end) || end.quiescent();
    return isBlocked ? "the rest is blocked" : "end";
  }

  private void effects(List<Contradiction.Effect> effects) {
    int order = 1;
    for (Contradiction.Effect effect : effects) {
      for (var call : calls) {
        boolean isBegun = call.get("from").intValue() < effect.before();
        boolean isOver = !call.get("to").isNull() && call.get("to").intValue() < effect.before();
        if (call.get("thread").textValue().equals(effect.thread()) && isBegun && !isOver) {
          ((ObjectNode) call).put("effect", effect.before()).put("order", order++);
        }
      }
    }
  }
}
