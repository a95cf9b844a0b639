package bindcheck.cli;

import bindcheck.litmus.Outcome;
import bindcheck.litmus.Program;
import bindcheck.litmus.TellingProgram;
import bindcheck.oracle.Allowed;
import bindcheck.oracle.Vocabulary;
import bindcheck.script.Line;
import bindcheck.spec.Alternative;
import bindcheck.spec.Glossary;
import bindcheck.spec.SpecModule;
import bindcheck.spec.Variant;
import bindcheck.variants.Difference;
import bindcheck.variants.Differences;
import bindcheck.variants.Probe;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bindcheck diff}. */
@Command(
    name = "diff",
    description = {
      "Prints, for each choice that separates two variants, the shortest script",
      "that shows it, and what each variant allows at its end."
    })
final class DiffCommand extends Subcommand {
  @Parameters(index = "0", paramLabel = "V1", description = "a variant")
  private String one;

  @Parameters(index = "1", paramLabel = "V2", description = "another")
  private String other;

  @Option(
      names = "--all",
      description = "also the choices that one variant leaves open and the other settles")
  private boolean all;

  @Override
  public Integer call() {
    SpecModule module = evaluation();
    Variant first = variant(module, one);
    Variant second = variant(module, other);
    Vocabulary vocabulary = Vocabulary.plain();
    List<Difference> differences;
    try (Progress progress = new Progress()) {
      differences =
          Differences.between(
              module, first, second, all, vocabulary, choice -> progress.begin(choice, -1));
    }
    print(differences, module, first, second, vocabulary);
    return 0;
  }

  private void print(
      List<Difference> differences,
      SpecModule module,
      Variant first,
      Variant second,
      Vocabulary vocabulary) {
    PrintWriter out = out();
    Glossary glossary = new Glossary(module);
    Set<String> ids = new TreeSet<>();
    for (Difference difference : differences) {
      out.printf("%s%n", glossary.entry(difference.choice()));
      out.printf("  %-12s %s%n", one, String.join(", ", difference.one()));
      out.printf("  %-12s %s%n%n", other, String.join(", ", difference.other()));
      if (difference.probe() == null) {
        TellingProgram.at(module, difference.choice(), first, second)
            .ifPresentOrElse(
                this::print, () -> out.printf("  no script that was tried shows it%n%n"));
      } else {
        script(difference.probe(), vocabulary).forEach(line -> out.printf("    %s%n", line));
        out.println();
        allowed(one, difference.oneAllowed(), ids);
        allowed(other, difference.otherAllowed(), ids);
        out.println();
      }
    }
    ids.forEach(id -> out.println(glossary.entry(id)));
    out.printf("%s%d choices%n", ids.isEmpty() ? "" : System.lineSeparator(), differences.size());
    out.flush();
  }

  private void print(TellingProgram telling) {
    Program program = telling.program();
    out().printf("    program %s: %s%n%n", program.name(), program.title());
    outcomes(one, telling.onlyOne());
    outcomes(other, telling.onlyOther());
    out().println();
  }

  private void outcomes(String variant, Set<Outcome> only) {
    only.forEach(outcome -> out().printf("  %-12s only: %s%n", variant, outcome));
  }

  private void allowed(String variant, List<Allowed> allowed, Set<String> ids) {
    PrintWriter out = out();
    for (Allowed one : allowed) {
      out.printf("  %-12s %s%n", variant, one.observation());
      out.printf("  %-12s   %s%n", "", String.join(" ", one.by()));
      one.by().forEach(id -> ids.add(Alternative.withoutName(id)));
    }
  }

  /** The lines of the script; equal ones in a row are written once, with how often. */
  private static List<String> script(Probe probe, Vocabulary vocabulary) {
    List<String> text = new ArrayList<>();
    List<Line> before = probe.linesBefore(vocabulary);
    for (int i = 0; i < before.size(); ) {
      int next = i;
      while (next < before.size() && before.get(next).equals(before.get(i))) {
        next++;
      }
      text.add(before.get(i) + (next - i > 1 ? "      # " + (next - i) + " times" : ""));
      i = next;
    }
    if (probe.isConcurrent()) {
      text.add("# at once");
    }
    probe.lastLines(vocabulary).forEach(line -> text.add(line.toString()));
    return text;
  }
}
