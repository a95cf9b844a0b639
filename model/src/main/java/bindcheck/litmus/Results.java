package bindcheck.litmus;

import bindcheck.call.Verdict;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one engine found of several programs, as it is kept in a file of JSON.
 *
 * @param engine the name of the engine
 * @param version of the tool behind it, or empty
 * @param target what ran, as a user names it
 * @param classes a hash of the class files that ran; empty where the target is none of Java
 * @param findings of each program
 */
public record Results(
    String engine, String version, String target, String classes, List<Findings> findings) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** Keeps a copy. */
  public Results {
    findings = List.copyOf(findings);
  }

  /**
   * Reads the text of such a file.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Results parse(String text) {
    try {
      JsonNode root = JSON.readTree(text);
      List<Findings> findings = new ArrayList<>();
      root.required("programs").forEach(node -> findings.add(findings(node)));
      return new Results(
          root.required("engine").asText(),
          root.required("version").asText(),
          root.required("target").asText(),
          root.required("classes").asText(),
          findings);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("expected results in JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static Findings findings(JsonNode node) {
    SortedMap<Outcome, Long> outcomes = new TreeMap<>();
    node.required("outcomes")
        .properties()
        .forEach(entry -> outcomes.put(Outcome.parse(entry.getKey()), entry.getValue().asLong()));
    SortedMap<String, Long> figures = new TreeMap<>();
    node.required("figures")
        .properties()
        .forEach(entry -> figures.put(entry.getKey(), entry.getValue().asLong()));
    return new Findings(
        node.required("program").asText(),
        Verdict.valueOf(node.required("verdict").asText()),
        node.required("reason").asText(),
        node.required("exhaustive").asBoolean(),
        outcomes,
        figures);
  }

  /** The text of the file, which {@link #parse} reads. */
  public String toJson() {
    ObjectNode root = JSON.createObjectNode();
    root.put("engine", engine).put("version", version).put("target", target);
    root.put("classes", classes);
    for (Findings each : findings) {
      ObjectNode node = root.withArray("programs").addObject();
      node.put("program", each.program()).put("verdict", each.verdict().name());
      node.put("reason", each.reason()).put("exhaustive", each.exhaustive());
      each.figures().forEach(node.putObject("figures")::put);
      ObjectNode outcomes = node.putObject("outcomes");
      each.outcomes().forEach((outcome, count) -> outcomes.put(outcome.toString(), count));
    }
    try {
      return JSON.writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
