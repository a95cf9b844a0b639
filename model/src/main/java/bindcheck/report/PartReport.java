package bindcheck.report;

import bindcheck.call.Verdict;
import bindcheck.explain.Grade;
import bindcheck.file.InputException;
import bindcheck.file.JsonFields;
import bindcheck.file.Malformed;
import bindcheck.file.TextFile;
import bindcheck.suite.Shard;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The JSON report of a check that walked one part of a suite, as far as merging needs to know it.
 *
 * @param file where it was read
 * @param subject what all parts have in common, by field
 * @param scenes as they stand, by name
 * @param requirements as they stand, by id
 * @param failures as they stand
 */
record PartReport(
    Path file,
    Map<String, JsonNode> subject,
    Shard shard,
    Verdict verdict,
    Map<String, Scene> scenes,
    Map<String, Long> grades,
    Map<String, Long> kernels,
    Map<String, Requirement> requirements,
    List<Failing> failures,
    Optional<Expected> expected,
    Optional<String> ending) {
  private static final int MOST_BYTES = 1 << 28;

  /** What the reports of all parts must have alike. */
  private static final List<String> COMMON =
      List.of(
          "target",
          "judge",
          "suite",
          "sceneFile",
          "covered",
          "seed",
          "only",
          "blocking",
          "skipped");

  /** A scene, with what adds up. */
  record Scene(JsonNode node, String hash, long edges, long steps, long walksLeft) {}

  /** A requirement, with how many of its steps came to which grade. */
  record Requirement(JsonNode node, Map<String, Long> steps) {}

  /** A failure, with what is told of it in a line or two. */
  record Failing(
      JsonNode node,
      String scene,
      String verdict,
      long count,
      boolean isConsequence,
      Set<String> broken,
      String observed,
      List<String> script) {
    /** What two of them have in common that are put down to one fault. */
    String group() {
      return broken.isEmpty() ? verdict + scene + observed : verdict + broken;
    }
  }

  /** What was expected to fail, and did not, or did without. */
  record Expected(Set<String> listed, Set<String> unexpected, Set<String> passing) {}

  /**
   * Reads one.
   *
   * @throws InputException if it is no report of a part
   */
  static PartReport read(Path file) {
    String text = TextFile.read(file, "a JSON report", MOST_BYTES);
    try {
      return read(file, JsonFields.parse(text, "report"));
    } catch (Malformed why) {
      throw new InputException(file, why.getMessage());
    }
  }

  private static PartReport read(Path file, JsonFields report) throws Malformed {
    report.constant("format", "bindcheck-report");
    report.integer("version", 1, 1);
    if (!report.has("shard")) {
      throw report.wrong("shard", "there, as in the report of `check --shard`");
    }
    JsonFields shard = report.part("shard");
    int of = (int) shard.integer("of", 1, Shard.MOST);
    int part = (int) shard.integer("part", 1, of);
    Map<String, JsonNode> subject = new LinkedHashMap<>();
    for (String name : COMMON) {
      if (report.has(name)) {
        subject.put(name, report.any(name));
      }
    }
    for (String name : List.of("target", "judge", "suite", "covered", "seed", "blocking")) {
      report.text(name);
    }
    report.part("skipped");
    return new PartReport(
        file,
        subject,
        new Shard(part, of),
        verdict(report),
        scenes(report),
        tally(report.part("grades")),
        counts(report, "kernels"),
        requirements(report),
        failures(report),
        expected(report),
        report.has("ending") ? Optional.of(report.text("ending")) : Optional.empty());
  }

  private static Verdict verdict(JsonFields of) throws Malformed {
    String name = of.text("verdict");
    return Arrays.stream(Verdict.values())
        .filter(verdict -> verdict.name().equals(name))
        .findFirst()
        .orElseThrow(() -> of.wrong("verdict", "PASS, FAIL or INCONCLUSIVE"));
  }

  private static Map<String, Scene> scenes(JsonFields report) throws Malformed {
    Map<String, Scene> scenes = new LinkedHashMap<>();
    List<JsonFields> all = report.parts("scenes");
    for (int i = 0; i < all.size(); i++) {
      JsonFields scene = all.get(i);
      scenes.put(
          scene.text("scene"),
          new Scene(
              report.any("scenes").get(i),
              scene.text("hash"),
              scene.count("edges"),
              scene.count("steps"),
              scene.count("walksLeft")));
    }
    return scenes;
  }

  private static Map<String, Long> tally(JsonFields of) throws Malformed {
    Map<String, Long> tally = new LinkedHashMap<>();
    for (Grade grade : Grade.values()) {
      if (grade != Grade.NOT_EXERCISED) {
        tally.put(grade.text(), of.integer(grade.text(), 0, Long.MAX_VALUE));
      }
    }
    return tally;
  }

  private static Map<String, Long> counts(JsonFields of, String name) throws Malformed {
    Map<String, Long> counts = new LinkedHashMap<>();
    JsonFields part = of.part(name);
    for (String key : (Iterable<String>) of.any(name)::fieldNames) {
      counts.put(key, part.integer(key, 0, Long.MAX_VALUE));
    }
    return counts;
  }

  private static Map<String, Requirement> requirements(JsonFields report) throws Malformed {
    Map<String, Requirement> requirements = new LinkedHashMap<>();
    List<JsonFields> all = report.parts("requirements");
    for (int i = 0; i < all.size(); i++) {
      requirements.put(
          all.get(i).text("id"),
          new Requirement(report.any("requirements").get(i), tally(all.get(i).part("steps"))));
    }
    return requirements;
  }

  private static List<Failing> failures(JsonFields report) throws Malformed {
    List<Failing> failures = new ArrayList<>();
    for (JsonFields failure : report.parts("failures")) {
      failures.add(
          new Failing(
              report.any("failures").get(failures.size()),
              failure.text("scene"),
              failure.text("verdict"),
              failure.count("count"),
              failure.truth("consequence"),
              new TreeSet<>(failure.texts("requirements")),
              failure.text("observed"),
              failure.texts("script")));
    }
    return failures;
  }

  private static Optional<Expected> expected(JsonFields report) throws Malformed {
    if (!report.has("expected")) {
      return Optional.empty();
    }
    JsonFields expected = report.part("expected");
    return Optional.of(
        new Expected(
            new TreeSet<>(expected.texts("listed")),
            new TreeSet<>(expected.texts("unexpected")),
            new TreeSet<>(expected.texts("passing"))));
  }
}
