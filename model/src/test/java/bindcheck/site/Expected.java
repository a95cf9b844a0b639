package bindcheck.site;

import static java.util.stream.Collectors.joining;

import bindcheck.file.InputException;
import bindcheck.oracle.Allowed;
import bindcheck.oracle.Explanation;
import bindcheck.script.Script;
import bindcheck.spec.Semantics;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;

/** What this program explains of a script, as data that the site's answer is compared with. */
final class Expected {
  private Expected() {}

  /**
   * The script, its variant, and all that is allowed at each line; up to the first that cannot be
   * made, if there is one.
   */
  static ObjectNode of(String text, Semantics variant) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("script", text).put("variant", variant.variant().name());
    ArrayNode steps = node.putArray("steps");
    try {
      explained(text, variant).forEach(step -> steps.add(of(step)));
    } catch (InputException cannotBeMade) {
      int line = line(cannotBeMade);
      node.put("error", line);
      String before = text.lines().limit(line - 1L).map(one -> one + "\n").collect(joining());
      explained(before, variant).forEach(step -> steps.add(of(step)));
    }
    return node;
  }

  /** The script, and the first line that cannot be read: 0 where all can. */
  static ObjectNode read(String text) {
    ObjectNode node = JsonNodeFactory.instance.objectNode().put("script", text);
    try {
      Script.parse("script", text);
      return node.put("error", 0);
    } catch (InputException malformed) {
      return node.put("error", line(malformed));
    }
  }

  private static int line(InputException wrong) {
    return Integer.parseInt(wrong.getMessage().split(":", -1)[1]);
  }

  private static List<Explanation.Step> explained(String text, Semantics variant) {
    return Explanation.of("script", Script.parse("script", text), variant);
  }

  private static ObjectNode of(Explanation.Step step) {
    ObjectNode node = JsonNodeFactory.instance.objectNode().put("line", step.line().number());
    ArrayNode allowed = node.putArray("allowed");
    step.allowed().stream()
        .sorted(Comparator.comparing((Allowed a) -> a.observation().toString()))
        .forEach(one -> allowed.add(allowed(one)));
    return node;
  }

  private static ObjectNode allowed(Allowed one) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("text", one.observation().toString());
    one.by().forEach(node.putArray("by")::add);
    return node;
  }
}
