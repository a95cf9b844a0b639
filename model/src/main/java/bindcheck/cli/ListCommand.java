package bindcheck.cli;

import bindcheck.litmus.Catalogue;
import bindcheck.spec.Glossary;
import bindcheck.spec.SpecModule;
import bindcheck.spec.Variant;
import bindcheck.spec.Variants;
import bindcheck.spec.tlc.Model;
import bindcheck.suite.Scene;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code bindcheck list}. */
@Command(
    name = "list",
    description = {"Lists what the other commands take by name, a line each."})
final class ListCommand extends Subcommand {
  private static final String ROW = "%-32s %s";

  @Parameters(
      arity = "0..1",
      paramLabel = "KIND",
      description = {
        "requirements, choices, variants, scenes, programs or models",
        "(default: how many there are of each)"
      })
  private String kind;

  @Mixin private SceneOption own;

  @Override
  public Integer call() {
    SpecModule module = own.evaluation();
    Map<String, Supplier<List<String>>> kinds = new LinkedHashMap<>();
    kinds.put("requirements", () -> requirements(new Glossary(module)));
    kinds.put("choices", () -> choices(new Glossary(module)));
    kinds.put("variants", () -> variants(new Variants(module)));
    kinds.put("scenes", () -> scenes(module));
    kinds.put("programs", ListCommand::programs);
    kinds.put("models", ListCommand::models);
    PrintWriter out = out();
    if (kind == null) {
      kinds.forEach((name, lines) -> out.printf("%-13s %4d%n", name, lines.get().size()));
    } else {
      require(kinds.keySet(), "kind", kind);
      kinds.get(kind).get().forEach(out::println);
    }
    out.flush();
    return 0;
  }

  private static List<String> requirements(Glossary glossary) {
    return glossary.requirements().stream()
        .map(id -> ROW.formatted(id, glossary.text(id)))
        .toList();
  }

  private static List<String> choices(Glossary glossary) {
    List<String> lines = new ArrayList<>();
    for (String id : glossary.choices()) {
      TreeSet<String> all = new TreeSet<>(glossary.doc(id));
      all.addAll(glossary.quirks(id));
      lines.add(ROW.formatted(id, String.join(" ", all) + ": " + glossary.question(id)));
    }
    return lines;
  }

  /** Each with how much it leaves open. */
  private static List<String> variants(Variants variants) {
    List<String> lines = new ArrayList<>();
    for (String name : variants.names()) {
      Variant variant = variants.of(name);
      long open = variant.alternatives().keySet().stream().filter(variant::leavesOpen).count();
      lines.add(
          ROW.formatted(
              name,
              open == 0
                  ? "one alternative of each choice"
                  : "several alternatives of " + open + (open == 1 ? " choice" : " choices")));
    }
    return lines;
  }

  /** Each with the suites that it belongs to. */
  private static List<String> scenes(SpecModule module) {
    Map<String, List<String>> suites = new TreeMap<>();
    for (String suite : Scene.suites(module)) {
      for (String scene : Scene.ofSuite(module, suite)) {
        suites.computeIfAbsent(scene, first -> new ArrayList<>()).add(suite);
      }
    }
    List<String> lines = new ArrayList<>();
    suites.forEach((scene, of) -> lines.add(ROW.formatted(scene, "in " + String.join(", ", of))));
    return lines;
  }

  private static List<String> programs() {
    return Catalogue.all().stream()
        .map(program -> ROW.formatted(program.name(), program.title()))
        .toList();
  }

  private static List<String> models() {
    return Model.all().stream().map(model -> ROW.formatted(model.name(), model.shows())).toList();
  }
}
