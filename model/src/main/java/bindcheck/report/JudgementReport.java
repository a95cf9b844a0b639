package bindcheck.report;

import bindcheck.explain.Judgement;
import bindcheck.oracle.Allowed;
import bindcheck.report.JunitXml.Test;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Judgements as files: JSON, of which schema/judgement.schema.json says what it means; JUnit. */
public final class JudgementReport {
  private JudgementReport() {}

  /**
   * Writes them as JSON.
   *
   * @throws bindcheck.file.InputException if the file cannot be written
   */
  public static void writeJson(Path file, List<Judgement> judgements) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("format", "bindcheck-judgement").put("version", 1);
    ArrayNode histories = node.putArray("histories");
    judgements.forEach(judgement -> histories.add(json(judgement)));
    JsonReport.write(file, node);
  }

  private static ObjectNode json(Judgement judgement) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("file", judgement.file()).put("target", judgement.header().target());
    node.put("calls", judgement.calls()).put("events", judgement.events());
    node.put("verdict", judgement.verdict().name());
    ArrayNode opinions = node.putArray("opinions");
    judgement.opinions().forEach(opinion -> opinions.add(json(opinion)));
    return node;
  }

  private static ObjectNode json(Judgement.VariantVerdict opinion) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("variant", opinion.variant()).put("verdict", opinion.verdict().name());
    if (!opinion.reason().isEmpty()) {
      node.put("reason", opinion.reason());
    }
    ArrayNode failures = node.putArray("failures");
    opinion.failures().forEach(failure -> failures.add(json(failure)));
    return node;
  }

  private static ObjectNode json(Judgement.Refutation failure) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("line", failure.line()).put("count", failure.count());
    node.put("consequence", failure.isConsequence());
    node.put("observed", failure.rejection().observed());
    node.set("allowed", JsonReport.of(failure.rejection().allowed()));
    failure.broken().forEach(node.putArray("requirements")::add);
    failure.cause().ifPresent(cause -> node.set("cause", JsonReport.of(cause)));
    failure.rejection().contradiction().steps().forEach(node.putArray("steps")::add);
    TextChart.of(failure.rejection().contradiction()).forEach(node.putArray("chart")::add);
    return node;
  }

  /**
   * Writes them as JUnit XML: a suite for each history and variant, in it a test for each
   * requirement that was not met, under the requirement's id, and one test {@code verdict}.
   *
   * @throws bindcheck.file.InputException if the file cannot be written
   */
  public static void writeJunit(Path file, List<Judgement> judgements) {
    List<JunitXml.Suite> suites = new ArrayList<>();
    for (Judgement judgement : judgements) {
      for (Judgement.VariantVerdict opinion : judgement.opinions()) {
        suites.add(suite(judgement, opinion));
      }
    }
    JunitXml.write(file, suites);
  }

  private static JunitXml.Suite suite(Judgement judgement, Judgement.VariantVerdict opinion) {
    String name = "bindcheck " + judgement.file() + " " + opinion.variant();
    List<Test> tests = new ArrayList<>();
    opinion.failures().stream()
        .filter(failure -> !failure.isConsequence())
        .flatMap(failure -> failure.broken().stream())
        .distinct()
        .sorted()
        .map(id -> notMet(judgement, opinion, id))
        .forEach(tests::add);
    tests.add(verdict(opinion));
    return new JunitXml.Suite(name, tests);
  }

  private static Test notMet(Judgement judgement, Judgement.VariantVerdict opinion, String id) {
    List<Judgement.Refutation> failures =
        opinion.failures().stream()
            .filter(failure -> failure.broken().contains(id) && !failure.isConsequence())
            .toList();
    StringBuilder text = new StringBuilder();
    for (Judgement.Refutation failure : failures) {
      text.append(judgement.file()).append(':').append(failure.line()).append('\n');
      text.append("observed  ").append(failure.rejection().observed()).append('\n');
      for (Allowed allowed : failure.rejection().allowed()) {
        text.append("allowed   ").append(allowed.observation()).append('\n');
      }
      failure.cause().ifPresent(cause -> text.append(cause.text()).append('\n'));
      TextChart.of(failure.rejection().contradiction())
          .forEach(row -> text.append("  ").append(row).append('\n'));
    }
    String first = failures.get(0).rejection().observed();
    return Test.failed(id, "bindcheck." + opinion.variant(), first, "fail", text.toString());
  }

  private static Test verdict(Judgement.VariantVerdict opinion) {
    String className = "bindcheck." + opinion.variant();
    String observed =
        opinion.failures().stream().map(f -> f.rejection().observed()).findFirst().orElse("");
    return switch (opinion.verdict()) {
      case PASS -> Test.passed("verdict", className, "");
      case FAIL -> Test.failed("verdict", className, "FAIL", "verdict", observed);
      case INCONCLUSIVE, SKIPPED ->
          Test.undecided("verdict", className, opinion.verdict().name(), opinion.reason());
    };
  }
}
