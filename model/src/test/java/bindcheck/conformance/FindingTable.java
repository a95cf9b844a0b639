package bindcheck.conformance;

import static bindcheck.conformance.MarkdownTable.code;

import bindcheck.findings.Finding;
import bindcheck.findings.Observed;
import bindcheck.litmus.Catalogue;
import bindcheck.spec.SpecModule;
import bindcheck.spec.Variants;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Each finding with what it would change, and the kernels that break the document there. */
final class FindingTable {
  private static final String FOLDER = "spec/findings/";
  private static final String KERNEL = "zircon-";

  private FindingTable() {}

  static String of(SpecModule module) {
    Set<String> kernels = new Variants(module).kernels();
    MarkdownTable table =
        new MarkdownTable(
            "finding", "what it is about", "kind", "would change", "breaks it", "not as reference");
    for (Finding finding : all()) {
      table.row(
          "[%1$s](%2$s%1$s.md)".formatted(finding.id(), FOLDER),
          finding.title(),
          finding.kind(),
          code(finding.changes()),
          dates(without(Variants.DOC, finding.observed(), kernels)),
          dates(without(Variants.REFERENCE, finding.observed(), kernels)));
    }
    return table.toString();
  }

  private static List<Finding> all() {
    return Checkout.findings().stream().map(file -> Finding.read(file, Catalogue.all())).toList();
  }

  /** The kernels of which something is observed there that is not of another variant. */
  private static SortedSet<String> without(
      String variant, List<Observed> observed, Set<String> kernels) {
    SortedSet<String> found = new TreeSet<>();
    observed.stream()
        .filter(one -> !one.by().contains(variant))
        .forEach(one -> found.addAll(one.by()));
    found.retainAll(kernels);
    return found;
  }

  private static String dates(SortedSet<String> kernels) {
    return kernels.isEmpty() ? "-" : String.join(" ", kernels).replace(KERNEL, "");
  }
}
