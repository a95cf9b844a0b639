package bindcheck.cli;

import static java.util.stream.Collectors.toList;

import bindcheck.oracle.Allowed;
import bindcheck.script.Line;
import bindcheck.spec.Glossary;
import bindcheck.spec.SpecModule;
import bindcheck.variants.Identity;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** What {@code bindcheck identify} prints. */
final class IdentityReport {
  private final PrintWriter out;
  private final Glossary glossary;

  IdentityReport(PrintWriter out, SpecModule module) {
    this.out = out;
    this.glossary = new Glossary(module);
  }

  void print(String target, Identity identity) {
    out.printf("target  %s%n%n", target);
    identity.taken().forEach((choice, taken) -> choice(choice, taken, identity));
    out.println();
    identity.unkept().forEach(this::unkept);
    byLook(identity.oddities()).forEach(this::oddity);
    byScript(identity.refutations())
        .forEach((step, names) -> refuted("not " + String.join(", ", names) + ":", step));
    out.printf("asked in %d scripts%n", identity.asked());
    out.printf("agrees on every step with: %s%n", identity.agreed());
    out.flush();
  }

  private void choice(String choice, SortedSet<String> taken, Identity identity) {
    String seen;
    if (identity.unkept().stream().anyMatch(unkept -> unkept.choice().equals(choice))) {
      seen = "NOT KEPT TO";
    } else if (identity.open().contains(choice)) {
      seen = "not seen";
    } else {
      seen = taken.isEmpty() ? "varies" : String.join(" or ", taken);
    }
    out.printf("%-23s %-14s %s%n", choice, seen, glossary.question(choice));
  }

  private void unkept(Identity.Unkept unkept) {
    out.printf("not kept to: %s%n", glossary.entry(unkept.choice()));
    seen("  first " + String.join(" or ", unkept.kept()) + ":", unkept.first());
    seen("  then " + unkept.taken() + ":", unkept.then());
    out.println();
  }

  private void seen(String title, Identity.Refutation at) {
    out.printf("%s%n", title);
    at.script().forEach(line -> out.printf("    %s%n", line));
    out.printf("  observed    %s%n", at.step().observation());
  }

  /** Those that end alike, which one fault may well have done; the shortest first. */
  private static Collection<List<Identity.Refutation>> byLook(List<Identity.Refutation> oddities) {
    return oddities.stream()
        .sorted(Comparator.comparingInt(oddity -> oddity.script().size()))
        .collect(
            Collectors.groupingBy(oddity -> oddity.step().look(), LinkedHashMap::new, toList()))
        .values();
  }

  private void oddity(List<Identity.Refutation> alike) {
    String others =
        alike.size() == 1 ? "" : " (and %d more scripts that end so)".formatted(alike.size() - 1);
    refuted("no variant allows all of this" + others + ":", alike.get(0));
  }

  /** The variants that one script refutes together. */
  private static Map<Identity.Refutation, List<String>> byScript(
      SortedMap<String, Identity.Refutation> refutations) {
    Map<List<Line>, Identity.Refutation> first = new HashMap<>();
    return refutations.keySet().stream()
        .collect(
            Collectors.groupingBy(
                name ->
                    first.computeIfAbsent(
                        refutations.get(name).script(), script -> refutations.get(name)),
                LinkedHashMap::new,
                toList()));
  }

  private void refuted(String title, Identity.Refutation refutation) {
    seen(title, refutation);
    for (Allowed allowed : refutation.step().allowed()) {
      out.printf("  allowed     %s%n", allowed.observation());
    }
    out.println();
  }
}
