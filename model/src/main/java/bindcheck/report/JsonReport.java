package bindcheck.report;

import bindcheck.check.SceneResult;
import bindcheck.explain.Cause;
import bindcheck.explain.Expectation;
import bindcheck.explain.Explained;
import bindcheck.explain.Grade;
import bindcheck.explain.Report;
import bindcheck.explain.Tally;
import bindcheck.file.InputException;
import bindcheck.file.WholeFile;
import bindcheck.oracle.Allowed;
import bindcheck.script.Line;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;

/** A report as JSON; schema/report.schema.json says what it means. */
public final class JsonReport {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private JsonReport() {}

  /**
   * Writes a report.
   *
   * @throws InputException if the file cannot be written
   */
  public static void write(Path file, Report report) {
    write(file, of(report));
  }

  /**
   * Writes what is to be a file by itself.
   *
   * @throws InputException if the file cannot be written
   */
  static void write(Path file, ObjectNode node) {
    WholeFile.write(
        file,
        out -> out.write(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n"));
  }

  static ObjectNode of(Report report) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("format", "bindcheck-report").put("version", 1);
    node.put("target", report.subject().target()).put("judge", report.subject().judge());
    node.put("suite", report.subject().suite()).put("covered", report.subject().covered());
    node.put("seed", Long.toString(report.subject().seed()));
    node.put("blocking", report.isExact() ? "observed" : "settled");
    ObjectNode skipped = node.putObject("skipped");
    report.missing().forEach(skipped.putArray("missing")::add);
    skipped.put("edges", report.leftOut());
    node.put("verdict", report.verdict().name());
    ArrayNode scenes = node.putArray("scenes");
    report.scenes().forEach(scene -> scenes.add(of(scene)));
    node.set("grades", of(report.sum()));
    ObjectNode kernels = node.putObject("kernels");
    report.agreements().forEach(kernels::put);
    ArrayNode requirements = node.putArray("requirements");
    report.requirements().forEach(requirement -> requirements.add(of(requirement)));
    ArrayNode failures = node.putArray("failures");
    report.failures().forEach(failure -> failures.add(of(failure, report.subject().target())));
    report.expectation().ifPresent(expectation -> add(node, report, expectation));
    return node;
  }

  private static ObjectNode of(SceneResult scene) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("scene", scene.part().name())
        .put("nodes", scene.part().graph().nodes())
        .put("edges", scene.part().graph().edges().size())
        .put("hash", scene.part().graph().hash())
        .put("walks", scene.part().suite().walks().size())
        .put("steps", scene.steps())
        .put("lowerBound", scene.part().suite().lowerBound())
        .put("walksLeft", scene.walksLeft());
  }

  private static ObjectNode of(Tally tally) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    for (Grade grade : Grade.values()) {
      if (grade != Grade.NOT_EXERCISED) {
        node.put(grade.text(), tally.of(grade));
      }
    }
    return node;
  }

  private static ObjectNode of(Report.Requirement requirement) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("id", requirement.id()).put("from", requirement.from());
    node.put("text", requirement.text());
    node.put("grade", requirement.tally().grade().text());
    node.set("steps", of(requirement.tally()));
    return node;
  }

  private static ObjectNode of(Explained failure, String target) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("scene", failure.scene()).put("verdict", failure.verdict().name());
    node.put("grade", failure.grade().text()).put("count", failure.count());
    node.put("consequence", failure.isConsequence());
    failure.event().ifPresent(line -> node.put("call", line.toString()));
    node.put("observed", failure.observed());
    node.set("allowed", of(failure.allowed()));
    failure.broken().forEach(node.putArray("requirements")::add);
    if (!failure.guard().isEmpty()) {
      node.put("guard", failure.guard());
    }
    failure.cause().ifPresent(cause -> node.set("cause", of(cause)));
    failure.kernels().forEach(node.putArray("kernels")::add);
    script(node.putArray("prefix"), failure.prefix().lines());
    script(node.putArray("script"), failure.shown().lines());
    TextChart.of(SequenceChart.of(failure.shown())).forEach(node.putArray("chart")::add);
    return node.put("c", CTest.of(failure)).put("java", JavaTest.of(failure, target));
  }

  /** What would have been allowed. */
  static ArrayNode of(List<Allowed> allowed) {
    ArrayNode node = JsonNodeFactory.instance.arrayNode();
    for (Allowed one : allowed) {
      ObjectNode permitted = node.addObject();
      permitted.put("observation", one.observation().toString());
      one.by().forEach(permitted.putArray("by")::add);
    }
    return node;
  }

  private static void script(ArrayNode node, List<Line> lines) {
    lines.forEach(line -> node.add(line.toString()));
  }

  /** Why something was rejected. */
  static ObjectNode of(Cause cause) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("choice", cause.choice()).put("question", cause.question());
    node.put("taken", cause.taken());
    cause.kept().forEach(node.putArray("kept")::add);
    cause.kernels().forEach(node.putArray("kernels")::add);
    return node.put("text", cause.text());
  }

  private static void add(ObjectNode node, Report report, Expectation expectation) {
    ObjectNode expected = node.putObject("expected");
    expected.put("met", expectation.isMet(report));
    expectation.listed().forEach(expected.putArray("listed")::add);
    expectation.unexpected(report).forEach(expected.putArray("unexpected")::add);
    expectation.passing(report).forEach(expected.putArray("passing")::add);
  }
}
