package bindcheck.report;

import bindcheck.check.SceneResult;
import bindcheck.explain.Cause;
import bindcheck.explain.Expectation;
import bindcheck.explain.Explained;
import bindcheck.explain.Grade;
import bindcheck.explain.Judgement;
import bindcheck.explain.Rejected;
import bindcheck.explain.Report;
import bindcheck.explain.Tally;
import bindcheck.file.WholeFile;
import bindcheck.oracle.Allowed;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * Reports as JSON: schema/report.schema.json says what that of a check means, and
 * schema/judgement.schema.json that of judged histories.
 */
public final class JsonReport {
  private JsonReport() {}

  /**
   * Writes the report of a check.
   *
   * @throws bindcheck.file.InputException if the file cannot be written
   */
  public static void write(Path file, Report report) {
    write(file, of(report));
  }

  /**
   * Writes judgements.
   *
   * @throws bindcheck.file.InputException if the file cannot be written
   */
  public static void write(Path file, List<Judgement> judgements) {
    ObjectNode node = node().put("format", "bindcheck-judgement").put("version", 1);
    add(node, "histories", judgements, JsonReport::of);
    write(file, node);
  }

  private static void write(Path file, ObjectNode node) {
    WholeFile.write(file, out -> out.write(node.toPrettyString() + "\n"));
  }

  private static ObjectNode node() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static <T> void add(
      ObjectNode node, String name, Collection<T> all, Function<T, ObjectNode> form) {
    ArrayNode array = node.putArray(name);
    all.forEach(one -> array.add(form.apply(one)));
  }

  private static void add(ObjectNode node, String name, Collection<?> texts) {
    ArrayNode array = node.putArray(name);
    texts.forEach(text -> array.add(text.toString()));
  }

  static ObjectNode of(Report report) {
    Report.Subject subject = report.subject();
    ObjectNode node = node().put("format", "bindcheck-report").put("version", 1);
    node.put("target", subject.target()).put("judge", subject.judge());
    node.put("suite", subject.suite()).put("covered", subject.covered());
    node.put("seed", Long.toString(subject.seed()));
    subject.scenes().ifPresent(file -> node.put("sceneFile", file));
    if (!subject.only().isEmpty()) {
      add(node, "only", subject.only());
    }
    subject
        .shard()
        .ifPresent(
            shard -> node.putObject("shard").put("part", shard.part()).put("of", shard.of()));
    node.put("blocking", report.isExact() ? "observed" : "settled");
    ObjectNode skipped = node.putObject("skipped");
    add(skipped, "missing", report.missing());
    skipped.put("edges", report.allLeftOut());
    report.leftOut().forEach(skipped.putObject("calls")::put);
    node.put("verdict", report.verdict().name());
    add(node, "scenes", report.scenes(), JsonReport::of);
    node.set("grades", of(report.sum()));
    report.agreements().forEach(node.putObject("kernels")::put);
    add(node, "requirements", report.requirements(), JsonReport::of);
    add(node, "failures", report.failures(), failure -> of(failure, subject.target()));
    report.ending().ifPresent(how -> node.put("ending", how));
    report.expectation().ifPresent(expected -> node.set("expected", of(report, expected)));
    return node;
  }

  private static ObjectNode of(SceneResult scene) {
    ObjectNode node =
        node()
            .put("scene", scene.size().name())
            .put("nodes", scene.size().nodes())
            .put("edges", scene.size().edges())
            .put("hash", scene.size().hash())
            .put("walks", scene.size().walks())
            .put("steps", scene.steps())
            .put("lowerBound", scene.size().lowerBound())
            .put("walksLeft", scene.walksLeft());
    node.putObject("outputFaults")
        .put("killed", scene.outputsKilled())
        .put("tried", scene.size().edges());
    scene
        .killed()
        .ifPresent(
            faults ->
                node.putObject("transferFaults")
                    .put("killed", faults.killed())
                    .put("tried", faults.tried())
                    .put("sampled", faults.isSample()));
    return node;
  }

  private static ObjectNode of(Tally tally) {
    ObjectNode node = node();
    for (Grade grade : Grade.values()) {
      if (grade != Grade.NOT_EXERCISED) {
        node.put(grade.text(), tally.of(grade));
      }
    }
    return node;
  }

  private static ObjectNode of(Report.Requirement requirement) {
    ObjectNode node = node();
    node.put("id", requirement.id()).put("from", requirement.from());
    node.put("text", requirement.text());
    node.put("grade", requirement.tally().grade().text());
    node.set("steps", of(requirement.tally()));
    return node;
  }

  private static ObjectNode of(Explained failure, String target) {
    ObjectNode node = node();
    node.put("scene", failure.scene()).put("verdict", failure.verdict().name());
    node.put("grade", failure.grade().text());
    count(node, failure);
    failure.event().ifPresent(line -> node.put("call", line.toString()));
    wrong(node, failure);
    if (!failure.guard().isEmpty()) {
      node.put("guard", failure.guard());
    }
    cause(node, failure);
    if (!failure.timing().text().isEmpty()) {
      node.put("timing", failure.timing().text());
    }
    add(node, "kernels", failure.kernels());
    add(node, "prefix", failure.prefix().lines());
    add(node, "script", failure.shown().lines());
    add(node, "chart", TextChart.of(SequenceChart.of(failure.shown())));
    add(node, "also", failure.also(), JsonReport::of);
    return node.put("c", CTest.of(failure)).put("java", JavaTest.of(failure, target));
  }

  private static ObjectNode of(Explained.Other other) {
    ObjectNode node = node().put("scene", other.scene()).put("observed", other.shown().observed());
    add(node, "script", other.shown().lines());
    return node;
  }

  private static ObjectNode of(Report report, Expectation expectation) {
    ObjectNode node = node().put("met", expectation.isMet(report));
    add(node, "listed", expectation.listed());
    add(node, "unexpected", expectation.unexpected(report));
    add(node, "passing", expectation.passing(report));
    return node;
  }

  private static ObjectNode of(Judgement judgement) {
    ObjectNode node = node();
    node.put("file", judgement.file()).put("target", judgement.header().target());
    node.put("calls", judgement.calls()).put("events", judgement.events());
    node.put("verdict", judgement.verdict().name());
    add(node, "opinions", judgement.verdicts(), JsonReport::of);
    return node;
  }

  private static ObjectNode of(Judgement.VariantVerdict judged) {
    ObjectNode node = node();
    node.put("variant", judged.variant()).put("verdict", judged.verdict().name());
    if (!judged.reason().isEmpty()) {
      node.put("reason", judged.reason());
    }
    add(node, "failures", judged.failures(), JsonReport::of);
    return node;
  }

  private static ObjectNode of(Judgement.Refutation failure) {
    ObjectNode node = node().put("line", failure.line());
    count(node, failure);
    wrong(node, failure);
    cause(node, failure);
    add(node, "steps", failure.rejection().contradiction().steps());
    add(node, "chart", TextChart.of(failure.rejection().contradiction()));
    return node;
  }

  private static void count(ObjectNode node, Rejected failure) {
    node.put("count", failure.count()).put("consequence", failure.isConsequence());
  }

  private static void wrong(ObjectNode node, Rejected failure) {
    node.put("observed", failure.observed());
    add(node, "allowed", failure.allowed(), JsonReport::of);
    add(node, "requirements", failure.broken());
  }

  private static void cause(ObjectNode node, Rejected failure) {
    failure.cause().ifPresent(cause -> node.set("cause", of(cause)));
  }

  private static ObjectNode of(Allowed allowed) {
    ObjectNode node = node().put("observation", allowed.observation().toString());
    add(node, "by", allowed.by());
    return node;
  }

  private static ObjectNode of(Cause cause) {
    ObjectNode node = node();
    node.put("choice", cause.choice()).put("question", cause.question());
    node.put("taken", cause.taken());
    add(node, "kept", cause.kept());
    add(node, "kernels", cause.kernels());
    return node.put("text", cause.text());
  }
}
