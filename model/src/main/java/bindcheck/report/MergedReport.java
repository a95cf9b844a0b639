package bindcheck.report;

import bindcheck.call.Verdict;
import bindcheck.explain.Grade;
import bindcheck.file.InputException;
import bindcheck.file.WholeFile;
import bindcheck.suite.Shard;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The reports of all parts of a check as the report of the whole. */
public final class MergedReport {
  private final List<PartReport> parts;
  private final PartReport first;

  private MergedReport(List<PartReport> parts) {
    this.parts = parts;
    this.first = parts.get(0);
  }

  /**
   * Reads and joins them.
   *
   * @throws InputException if one cannot be read, if they are of different checks, or if a part is
   *     missing or there twice
   */
  public static MergedReport of(List<Path> files) {
    Map<Integer, PartReport> byPart = new TreeMap<>();
    for (Path file : files) {
      PartReport part = PartReport.read(file);
      PartReport other = byPart.putIfAbsent(part.shard().part(), part);
      if (other != null) {
        throw new InputException(
            file, "expected each part once, found " + part.shard() + " as in " + other.file());
      }
    }
    MergedReport merged = new MergedReport(List.copyOf(byPart.values()));
    merged.requireAlike();
    merged.requireAll();
    return merged;
  }

  private void requireAlike() {
    Map<String, PartReport> graphs = new LinkedHashMap<>();
    for (PartReport part : parts) {
      requireSame(part, "shard.of", other -> other.shard().of());
      Set<String> names = new TreeSet<>(first.subject().keySet());
      names.addAll(part.subject().keySet());
      names.forEach(name -> requireSame(part, name, other -> other.subject().get(name)));
      requireSame(part, "requirements", other -> other.requirements().keySet());
      requireSame(part, "expected.listed", other -> other.expected().map(e -> e.listed()));
      part.scenes()
          .forEach(
              (name, scene) -> {
                PartReport other = graphs.computeIfAbsent(name, seen -> part);
                if (!other.scenes().get(name).hash().equals(scene.hash())) {
                  differs(part, "the graph of scene " + name, other);
                }
              });
    }
  }

  private void requireSame(PartReport part, String name, Function<PartReport, Object> value) {
    Object here = value.apply(part);
    Object there = value.apply(first);
    if (here == null ? there != null : !here.equals(there)) {
      differs(part, name, first);
    }
  }

  private static void differs(PartReport part, String what, PartReport other) {
    throw new InputException(
        part.file(),
        "expected a part of the check of " + other.file() + ", but " + what + " differs");
  }

  private void requireAll() {
    int of = first.shard().of();
    String missing =
        IntStream.rangeClosed(1, of)
            .filter(i -> parts.stream().noneMatch(part -> part.shard().part() == i))
            .mapToObj(i -> new Shard(i, of).toString())
            .limit(3)
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      throw new InputException(
          first.file(), "expected beside it the reports of all parts, found none of " + missing);
    }
  }

  /** What all parts come to together. */
  public Verdict verdict() {
    Verdict worst = Verdict.of(parts.stream().map(PartReport::verdict).toList());
    boolean isAnythingTried =
        parts.stream()
            .flatMap(part -> part.scenes().values().stream())
            .anyMatch(scene -> scene.edges() > 0);
    return worst == Verdict.PASS && !isAnythingTried ? Verdict.INCONCLUSIVE : worst;
  }

  /** As that of a check of the whole: failures that are exactly those expected are a success. */
  public int exitCode() {
    if (first.expected().isEmpty() || verdict() == Verdict.INCONCLUSIVE) {
      return verdict().exitCode();
    }
    return (isAsExpected() ? Verdict.PASS : Verdict.FAIL).exitCode();
  }

  private boolean isAsExpected() {
    boolean attributed =
        groups().stream().allMatch(one -> one.isConsequence() || !one.broken().isEmpty());
    return attributed && unexpected().isEmpty() && passing().isEmpty();
  }

  private Set<String> unexpected() {
    Set<String> all = new TreeSet<>();
    parts.forEach(part -> part.expected().ifPresent(e -> all.addAll(e.unexpected())));
    return all;
  }

  /** What is listed and fails in no part. */
  private Set<String> passing() {
    Set<String> all = new TreeSet<>(first.expected().orElseThrow().listed());
    parts.forEach(part -> part.expected().ifPresent(e -> all.retainAll(e.passing())));
    return all;
  }

  /** Those of one fault together, the one with the shortest script for all. */
  private Collection<PartReport.Failing> groups() {
    Map<String, PartReport.Failing> groups = new LinkedHashMap<>();
    for (PartReport part : parts) {
      for (PartReport.Failing one : part.failures()) {
        groups.merge(one.group(), one, MergedReport::together);
      }
    }
    return groups.values();
  }

  private static PartReport.Failing together(PartReport.Failing one, PartReport.Failing other) {
    PartReport.Failing shown = other.script().size() < one.script().size() ? other : one;
    long count = one.count() + other.count();
    boolean isConsequence = one.isConsequence() && other.isConsequence();
    ObjectNode node = shown.node().deepCopy();
    node.put("count", count).put("consequence", isConsequence);
    return new PartReport.Failing(
        node,
        shown.scene(),
        shown.verdict(),
        count,
        isConsequence,
        shown.broken(),
        shown.observed(),
        shown.script());
  }

  private static Map<String, Long> sum(Map<String, Long> one, Map<String, Long> other) {
    Map<String, Long> sum = new LinkedHashMap<>(one);
    other.forEach((key, value) -> sum.merge(key, value, Long::sum));
    return sum;
  }

  private Map<String, Long> sum(Function<PartReport, Map<String, Long>> of) {
    return parts.stream().map(of).reduce(Map.of(), MergedReport::sum);
  }

  /** Each requirement, with the grades of its steps in all parts. */
  private Map<String, Map<String, Long>> requirements() {
    Map<String, Map<String, Long>> all = new LinkedHashMap<>();
    for (String id : first.requirements().keySet()) {
      all.put(id, sum(part -> part.requirements().get(id).steps()));
    }
    return all;
  }

  /** The worst that a step came to. */
  private static Grade grade(Map<String, Long> steps) {
    Grade worst = Grade.NOT_EXERCISED;
    for (Grade grade : Grade.values()) {
      worst = steps.getOrDefault(grade.text(), 0L) > 0 ? grade : worst;
    }
    return worst;
  }

  private Map<String, ObjectNode> scenes() {
    Map<String, ObjectNode> scenes = new LinkedHashMap<>();
    for (PartReport part : parts) {
      part.scenes()
          .forEach(
              (name, scene) -> {
                ObjectNode sum = scenes.get(name);
                if (sum == null) {
                  scenes.put(name, scene.node().deepCopy());
                } else {
                  sum.put("steps", sum.get("steps").longValue() + scene.steps());
                  sum.put("walksLeft", sum.get("walksLeft").longValue() + scene.walksLeft());
                }
              });
    }
    return scenes;
  }

  /**
   * Writes it as the report of a check of the whole.
   *
   * @throws InputException if the file cannot be written
   */
  public void write(Path file) {
    WholeFile.write(file, out -> out.write(json().toPrettyString() + "\n"));
  }

  ObjectNode json() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("format", "bindcheck-report").put("version", 1);
    first.subject().forEach(node::set);
    node.put("verdict", verdict().name());
    node.putArray("scenes").addAll(scenes().values());
    sum(PartReport::grades).forEach(node.putObject("grades")::put);
    sum(PartReport::kernels).forEach(node.putObject("kernels")::put);
    ArrayNode requirements = node.putArray("requirements");
    requirements()
        .forEach(
            (id, steps) -> {
              ObjectNode one = first.requirements().get(id).node().deepCopy();
              one.put("grade", grade(steps).text());
              steps.forEach(one.putObject("steps")::put);
              requirements.add(one);
            });
    ArrayNode failures = node.putArray("failures");
    groups().forEach(one -> failures.add(one.node()));
    ending().ifPresent(how -> node.put("ending", how));
    first
        .expected()
        .ifPresent(
            expected -> {
              ObjectNode all = node.putObject("expected").put("met", isAsExpected());
              put(all, "listed", expected.listed());
              put(all, "unexpected", unexpected());
              put(all, "passing", passing());
            });
    return node;
  }

  private Optional<String> ending() {
    return parts.stream().flatMap(part -> part.ending().stream()).findFirst();
  }

  private static void put(ObjectNode node, String name, Collection<String> texts) {
    ArrayNode array = node.putArray(name);
    texts.forEach(array::add);
  }

  /** Prints what the parts come to, and each failure. */
  public void print(PrintWriter out) {
    Map<String, JsonNode> subject = first.subject();
    out.printf("target        %s%n", subject.get("target").textValue());
    out.printf("judge         %s%n", subject.get("judge").textValue());
    out.printf(
        "suite         %s of %s, in %d parts%n",
        subject.get("suite").textValue(), subject.get("covered").textValue(), parts.size());
    Collection<ObjectNode> scenes = scenes().values();
    long steps = scenes.stream().mapToLong(scene -> scene.get("steps").longValue()).sum();
    out.printf("walked        %d scenes, %,d steps%n", scenes.size(), steps);
    Map<String, Map<String, Long>> requirements = requirements();
    out.printf(
        "requirements  %d of %d exercised%n",
        requirements.values().stream().filter(each -> grade(each) != Grade.NOT_EXERCISED).count(),
        requirements.size());
    parts.stream()
        .filter(part -> part.verdict() != Verdict.PASS)
        .forEach(part -> out.printf("%-13s %s: %s%n", part.verdict(), part.shard(), part.file()));
    groups().stream().filter(one -> !one.isConsequence()).forEach(one -> print(one, out));
    ending().ifPresent(how -> out.printf("the target    %s%n", how));
    String expected = first.expected().isPresent() && isAsExpected() ? ", as expected" : "";
    out.printf("verdict       %s%s%n", verdict(), expected);
    out.flush();
  }

  private static void print(PartReport.Failing failure, PrintWriter out) {
    out.printf(
        "%n%s in scene %s, %,d times%s%n",
        failure.verdict(),
        failure.scene(),
        failure.count(),
        failure.broken().isEmpty() ? "" : ": " + String.join(" ", failure.broken()));
    failure.script().forEach(line -> out.printf("    %s%n", line));
    out.printf("observed: %s%n%n", failure.observed());
  }
}
