package bindcheck.conformance;

import static bindcheck.conformance.MarkdownTable.code;

import bindcheck.spec.Glossary;
import bindcheck.spec.SpecModule;
import bindcheck.spec.Variants;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Each choice with its alternatives, and what each variant allows. */
final class ChoiceTable {
  private final Glossary glossary;
  private final Variants variants;

  ChoiceTable(SpecModule module) {
    glossary = new Glossary(module);
    variants = new Variants(module);
  }

  /** The choices, in the order in which Choices.tla has them. */
  private List<String> ordered() {
    String text = Checkout.read(Checkout.spec("Choices.tla"));
    List<String> ids = new ArrayList<>(glossary.choices());
    ids.sort(Comparator.comparingInt(id -> text.indexOf('"' + id + '"')));
    return ids;
  }

  @Override
  public String toString() {
    List<String> heads = new ArrayList<>(List.of("id", "kind", "what is chosen", "`doc` allows"));
    heads.add("only kernels do");
    variants.implementations().forEach(name -> heads.add("`" + name + "`"));
    MarkdownTable table = new MarkdownTable(heads.toArray(String[]::new));
    ordered().forEach(id -> table.row(cells(id).toArray()));
    return table.toString();
  }

  private List<String> cells(String id) {
    List<String> cells = new ArrayList<>();
    cells.add("`" + id + "`");
    cells.add(glossary.isPolicy(id) ? "policy" : "free");
    cells.add(glossary.question(id));
    cells.add(code(allowed(Variants.DOC, id)));
    cells.add(code(glossary.quirks(id)));
    variants.implementations().forEach(name -> cells.add(cell(name, id)));
    return cells;
  }

  private String cell(String variant, String id) {
    String taken = code(allowed(variant, id));
    return breaches(variant, id) ? "**" + taken + "** (finding)" : taken;
  }

  private SortedSet<String> allowed(String variant, String id) {
    return variants.of(variant).of(id);
  }

  private boolean breaches(String variant, String id) {
    return !allowed(Variants.DOC, id).containsAll(allowed(variant, id));
  }

  /** The choices at which a variant takes what the document does not admit. */
  Set<String> findings() {
    Set<String> findings = new TreeSet<>();
    for (String id : glossary.choices()) {
      for (String variant : variants.names()) {
        if (breaches(variant, id)) {
          findings.add(id);
        }
      }
    }
    return findings;
  }

  /** Every choice, and every tag that a step may bear for one. */
  Set<String> tags() {
    Set<String> tags = new TreeSet<>(glossary.choices());
    glossary.alternatives().forEach(alternative -> tags.add(alternative.toString()));
    return tags;
  }

  /** Of a resolved variant: every choice with the alternative that it takes, as steps bear it. */
  Set<String> taken(String variant) {
    Set<String> taken = new TreeSet<>();
    for (String id : glossary.choices()) {
      allowed(variant, id).forEach(alternative -> taken.add(id + "=" + alternative));
    }
    return taken;
  }

  /** The ids of all choices. */
  Set<String> ids() {
    return glossary.choices();
  }
}
