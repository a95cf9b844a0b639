package bindcheck.conformance;

import static bindcheck.conformance.MarkdownTable.code;

import bindcheck.spec.SpecModule;
import bindcheck.spec.Terms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tlc2.value.impl.Value;

/** Each choice with its alternatives, and what each variant allows. */
final class ChoiceTable {
  private static final String DOC = "doc";

  private final SortedMap<String, Value> choices;
  private final SortedMap<String, SortedMap<String, Value>> variants = new TreeMap<>();

  ChoiceTable(SpecModule module) {
    choices = Terms.fields(module.evaluate("Choice"));
    Terms.fields(module.evaluate("Variants"))
        .forEach((name, variant) -> variants.put(name, Terms.fields(variant)));
  }

  /** The choices, in the order in which Choices.tla has them. */
  private List<String> ordered() {
    String text = Checkout.read(Checkout.spec("Choices.tla"));
    List<String> ids = new ArrayList<>(choices.keySet());
    ids.sort(Comparator.comparingInt(id -> text.indexOf('"' + id + '"')));
    return ids;
  }

  @Override
  public String toString() {
    List<String> heads = new ArrayList<>(List.of("id", "kind", "what is chosen", "`doc` allows"));
    heads.add("only kernels do");
    resolved().forEach(name -> heads.add("`" + name + "`"));
    MarkdownTable table = new MarkdownTable(heads.toArray(String[]::new));
    ordered().forEach(id -> table.row(cells(id).toArray()));
    return table.toString();
  }

  private List<String> cells(String id) {
    Value choice = choices.get(id);
    List<String> cells = new ArrayList<>();
    cells.add("`" + id + "`");
    cells.add(Terms.text(Terms.field(choice, "kind")));
    cells.add(Terms.text(Terms.field(choice, "question")));
    cells.add(code(allowed(DOC, id)));
    cells.add(code(Terms.texts(Terms.field(choice, "quirks"))));
    resolved().forEach(name -> cells.add(cell(name, id)));
    return cells;
  }

  private String cell(String variant, String id) {
    String taken = code(allowed(variant, id));
    return breaches(variant, id) ? "**" + taken + "** (finding)" : taken;
  }

  private List<String> resolved() {
    return variants.keySet().stream().filter(name -> !name.equals(DOC)).toList();
  }

  private SortedSet<String> allowed(String variant, String id) {
    return Terms.texts(variants.get(variant).get(id));
  }

  private boolean breaches(String variant, String id) {
    return !allowed(DOC, id).containsAll(allowed(variant, id));
  }

  /** The choices at which a variant takes what the document does not admit. */
  Set<String> findings() {
    Set<String> findings = new TreeSet<>();
    for (String id : choices.keySet()) {
      for (String variant : variants.keySet()) {
        if (breaches(variant, id)) {
          findings.add(id);
        }
      }
    }
    return findings;
  }

  /** Every choice, and every tag that a step may bear for one. */
  Set<String> tags() {
    Set<String> tags = new TreeSet<>();
    choices.forEach(
        (id, choice) -> {
          tags.add(id);
          Terms.texts(Terms.field(choice, "doc")).forEach(a -> tags.add(id + "=" + a));
          Terms.texts(Terms.field(choice, "quirks")).forEach(a -> tags.add(id + "=" + a));
        });
    return tags;
  }

  /** Of a resolved variant: every choice with the alternative that it takes, as steps bear it. */
  Set<String> taken(String variant) {
    Set<String> taken = new TreeSet<>();
    for (String id : choices.keySet()) {
      allowed(variant, id).forEach(alternative -> taken.add(id + "=" + alternative));
    }
    return taken;
  }

  /** The ids of all choices. */
  Set<String> ids() {
    return choices.keySet();
  }
}
