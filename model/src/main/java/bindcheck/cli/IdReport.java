package bindcheck.cli;

import bindcheck.litmus.Catalogue;
import bindcheck.litmus.Program;
import bindcheck.report.Wrapped;
import bindcheck.spec.Alternative;
import bindcheck.spec.Citations;
import bindcheck.spec.Glossary;
import bindcheck.spec.SpecModule;
import bindcheck.spec.Variants;
import bindcheck.suite.Exercised;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What {@code bindcheck explain} prints of a requirement or a choice. */
final class IdReport {
  private static final int TITLE = 14;

  private final PrintWriter out;
  private final int width;
  private final Glossary glossary;
  private final Variants variants;

  IdReport(PrintWriter out, int width, SpecModule module) {
    this.out = out;
    this.width = width;
    this.glossary = new Glossary(module);
    this.variants = new Variants(module);
  }

  /**
   * Prints all that is known of it without a target.
   *
   * @param id one that the glossary knows
   */
  void print(String id) {
    out.print(Wrapped.of("", glossary.entry(id), width));
    if (Glossary.isRequirement(id)) {
      requirement(id);
    } else {
      choice(id);
    }
    row("specified", String.join(" ", Citations.of(id)));
    row("conformance", "its row in CONFORMANCE.md says what checks it");
    List<String> scenes = Exercised.scenes(id);
    row("scenes", scenes.isEmpty() ? "no step of a suite" : String.join(" ", scenes));
    List<String> programs =
        Catalogue.all().stream().filter(program -> names(program, id)).map(Program::name).toList();
    row("programs", programs.isEmpty() ? "no litmus program" : String.join(" ", programs));
    row("to try it", "bindcheck check --only " + id);
    out.flush();
  }

  private void requirement(String id) {
    row("document", glossary.from(id));
    if (!glossary.speaksOf(id).isEmpty()) {
      row("speaks of", String.join(" ", glossary.speaksOf(id)));
    }
  }

  private void choice(String id) {
    row(
        "kind",
        glossary.isPolicy(id)
            ? "policy: an implementation takes one alternative, and keeps to it"
            : "free: every call may take another alternative");
    Stream.concat(glossary.doc(id).stream(), glossary.quirks(id).stream())
        .sorted()
        .map(name -> new Alternative(id, name))
        .forEach(this::alternative);
  }

  private void alternative(Alternative one) {
    List<String> takers =
        variants.implementations().stream().filter(name -> variants.of(name).allows(one)).toList();
    String who = takers.isEmpty() ? "taken by no variant" : "taken by " + String.join(", ", takers);
    boolean isAllowed = glossary.doc(one.choice()).contains(one.name());
    row(
        "alternative",
        one.name()
            + ": "
            + (isAllowed ? "the document admits it" : "only kernels do so")
            + "; "
            + who);
  }

  /** Whether its table or the requirements that it exercises name the id. */
  private static boolean names(Program program, String id) {
    return Arrays.stream(program.generated().split("\\s+"))
        .anyMatch(word -> word.equals(id) || Alternative.withoutName(word).equals(id));
  }

  private void row(String title, String text) {
    out.print(Wrapped.of("  " + title + " ".repeat(TITLE - title.length()), text, width));
  }
}
