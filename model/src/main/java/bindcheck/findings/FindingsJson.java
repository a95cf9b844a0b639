package bindcheck.findings;

import bindcheck.file.WholeFile;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** Findings as JSON; schema/findings.schema.json says what it means. */
public final class FindingsJson {
  private static final String FORMAT = "bindcheck-findings";

  private FindingsJson() {}

  /**
   * Writes findings.
   *
   * @throws bindcheck.file.InputException if the file cannot be written
   */
  public static void write(Path file, List<Finding> findings) {
    ObjectNode node = node();
    ArrayNode all = node.putArray("findings");
    findings.forEach(finding -> all.add(of(finding)));
    write(file, node);
  }

  /**
   * Writes what a target does at each.
   *
   * @param judge the variant that gave the verdicts
   * @throws bindcheck.file.InputException if the file cannot be written
   */
  public static void write(Path file, String target, String judge, List<Followed> followed) {
    ObjectNode node = node().put("target", target).put("judge", judge);
    ArrayNode all = node.putArray("findings");
    followed.forEach(one -> all.add(of(one)));
    write(file, node);
  }

  private static ObjectNode node() {
    return JsonNodeFactory.instance.objectNode().put("format", FORMAT).put("version", 1);
  }

  private static void write(Path file, ObjectNode node) {
    WholeFile.write(file, out -> out.write(node.toPrettyString() + "\n"));
  }

  /** A finding as the schema has it. */
  public static ObjectNode of(Finding finding) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("id", finding.id()).put("title", finding.title());
    node.put("kind", finding.kind().toString());
    node.put("document", finding.document());
    ArrayNode readings = node.putArray("readings");
    finding
        .readings()
        .forEach(one -> readings.addObject().put("name", one.name()).put("text", one.text()));
    if (finding.demonstration() instanceof Demonstration.Race race) {
      node.put("program", race.program().written());
    } else if (finding.demonstration() instanceof Demonstration.Calls calls) {
      texts(node, "script", calls.written().lines().toList());
    }
    ArrayNode observed = node.putArray("observed");
    for (Observed one : finding.observed()) {
      ObjectNode seen = observed.addObject().put("line", one.line()).put("text", one.text());
      texts(seen, "by", one.by());
    }
    node.put("cost", finding.cost());
    ArrayNode proposals = node.putArray("proposals");
    finding
        .proposals()
        .forEach(
            one -> texts(proposals.addObject().put("sentence", one.sentence()), "ids", one.ids()));
    return node;
  }

  private static ObjectNode of(Followed followed) {
    ObjectNode node = of(followed.finding());
    ObjectNode does = node.putObject("target");
    does.put("verdict", followed.verdict().name());
    texts(does, "variants", followed.variants());
    texts(does, "readings", followed.readings());
    texts(does, "seen", followed.seen());
    does.put("reason", followed.reason());
    return node;
  }

  private static void texts(ObjectNode node, String name, Collection<String> texts) {
    ArrayNode array = node.putArray(name);
    texts.forEach(array::add);
  }
}
