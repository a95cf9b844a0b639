package bindcheck.findings;

import bindcheck.litmus.SpecEngine;
import bindcheck.oracle.Allowed;
import bindcheck.oracle.Explanation;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.spec.Variants;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What every variant, and every reading of a finding, allows of its script or program. */
public final class Allowance {
  private final SpecModule module;
  private final Map<String, Semantics> semantics = new HashMap<>();
  private final Map<String, SpecEngine> engines = new HashMap<>();

  /** Asks that specification. */
  public Allowance(SpecModule module) {
    this.module = module;
  }

  /** The variants in the order in which they are named: the document first, the kernels by date. */
  public List<String> variants() {
    Set<String> names = new LinkedHashSet<>(List.of(Variants.DOC, Variants.REFERENCE));
    names.addAll(new Variants(module).names());
    return List.copyOf(names);
  }

  /** One of the variants, or one that was made of them. */
  Semantics semantics(String variant) {
    return semantics.computeIfAbsent(variant, name -> new Semantics(module, name));
  }

  /**
   * Every variant and every reading that the specification has, by what a finding calls it; a
   * reading is in everything else as the reference is, so that nothing else shows.
   */
  Map<String, String> columns(Finding finding) {
    Map<String, String> columns = new LinkedHashMap<>();
    variants().forEach(name -> columns.put(name, name));
    finding
        .readings()
        .forEach(
            reading ->
                reading
                    .variant(Variants.REFERENCE)
                    .ifPresent(variant -> columns.put(reading.name(), variant)));
    return columns;
  }

  /**
   * What a finding has to say is observed: at the last line of its script, and at each at which not
   * all allow the same; of a program, the outcomes that not all allow, or else all of them.
   *
   * @throws bindcheck.file.InputException if a variant can never make a line
   */
  public List<Observed> of(Finding finding) {
    SortedMap<Integer, SortedMap<String, List<String>>> by = new TreeMap<>();
    Map<String, String> columns = columns(finding);
    columns.forEach(
        (column, variant) ->
            seen(finding, variant)
                .forEach(
                    (line, texts) ->
                        texts.forEach(
                            text ->
                                by.computeIfAbsent(line, first -> new TreeMap<>())
                                    .computeIfAbsent(text, first -> new ArrayList<>())
                                    .add(column))));
    boolean differ = by.get(by.lastKey()).values().stream().anyMatch(all -> isSome(all, columns));
    List<Observed> observed = new ArrayList<>();
    by.forEach(
        (line, texts) -> {
          boolean isLast = line.equals(by.lastKey());
          boolean isRace = line == 0;
          texts.forEach(
              (text, all) -> {
                boolean tells = texts.values().stream().anyMatch(some -> isSome(some, columns));
                if (isRace ? isSome(all, columns) || !differ : tells || isLast) {
                  observed.add(new Observed(line, text, all));
                }
              });
        });
    return observed;
  }

  private static boolean isSome(List<String> by, Map<String, String> columns) {
    return by.size() < columns.size();
  }

  /** What a variant allows, by line; of a line that is written once and made often, at its last. */
  SortedMap<Integer, Set<String>> seen(Finding finding, String variant) {
    SortedMap<Integer, Set<String>> seen = new TreeMap<>();
    if (finding.demonstration() instanceof Demonstration.Race race) {
      seen.put(0, texts(outcomes(race, variant)));
    } else if (finding.demonstration() instanceof Demonstration.Calls calls) {
      for (Explanation.Step step :
          Explanation.of(finding.id(), calls.script(), semantics(variant))) {
        seen.put(
            step.line().number(),
            texts(step.allowed().stream().map(Allowed::observation).toList()));
      }
    }
    return seen;
  }

  /** The outcomes that a variant allows. */
  Set<?> outcomes(Demonstration.Race race, String variant) {
    return engines
        .computeIfAbsent(variant, name -> new SpecEngine(semantics(name)))
        .run(race.program())
        .outcomes()
        .keySet();
  }

  private static Set<String> texts(Iterable<?> all) {
    Set<String> texts = new TreeSet<>();
    all.forEach(one -> texts.add(one.toString()));
    return texts;
  }
}
