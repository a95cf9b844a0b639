package bindcheck.conformance;

import static bindcheck.conformance.MarkdownTable.number;

import bindcheck.litmus.Allowances;
import bindcheck.litmus.Catalogue;
import bindcheck.litmus.Outcome;
import bindcheck.litmus.Program;
import bindcheck.litmus.Tables;
import bindcheck.spec.SpecModule;
import bindcheck.spec.Variants;
import java.util.ArrayList;
import java.util.List;

/** The litmus catalogue in numbers: by theme, the outcomes that are allowed and those seen. */
final class LitmusTable {
  private final Allowances allowances;
  private final Tables tables;

  private LitmusTable(SpecModule module) {
    allowances = new Allowances(module);
    tables = new Tables(allowances, allowances.variants(), Catalogue.kept());
  }

  static String of(SpecModule module) {
    return new LitmusTable(module).table();
  }

  private String table() {
    List<String> heads = new ArrayList<>(List.of("theme", ">programs"));
    allowances.variants().forEach(variant -> heads.add(">" + variant));
    heads.addAll(List.of(">seen", ">by a choice", ">finer"));
    MarkdownTable table = new MarkdownTable(heads.toArray(String[]::new));
    List<Program> all = Catalogue.all();
    for (String theme : Catalogue.themes(all)) {
      row(table, "`" + theme + "`", all.stream().filter(p -> p.theme().equals(theme)).toList());
    }
    row(table, "**all**", all);
    return table.toString();
  }

  private void row(MarkdownTable table, String name, List<Program> programs) {
    List<Object> cells = new ArrayList<>(List.of(name, number(programs.size())));
    for (String variant : allowances.variants()) {
      cells.add(number(programs.stream().mapToLong(p -> outcomes(variant, p).size()).sum()));
    }
    cells.add(number(programs.stream().mapToLong(p -> tables.seen(p).size()).sum()));
    cells.add(number(marked(programs, "C-")));
    cells.add(number(marked(programs, "finer")));
    table.row(cells.toArray());
  }

  private List<Outcome> outcomes(String variant, Program program) {
    return List.copyOf(allowances.of(variant).run(program).outcomes().keySet());
  }

  /** How many outcomes that the documents allow have a reason that begins so. */
  private long marked(List<Program> programs, String reason) {
    return programs.stream()
        .mapToLong(
            program ->
                outcomes(Variants.DOC, program).stream()
                    .filter(outcome -> tables.mark(program, outcome).startsWith(reason))
                    .count())
        .sum();
  }
}
