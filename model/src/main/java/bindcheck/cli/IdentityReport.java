package bindcheck.cli;

import bindcheck.oracle.Allowed;
import bindcheck.spec.Glossary;
import bindcheck.spec.SpecModule;
import bindcheck.variants.Identity;
import java.io.PrintWriter;
import java.util.SortedSet;

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
    identity.oddities().forEach(oddity -> refuted("no variant allows all of this:", oddity));
    identity.refutations().forEach((name, step) -> refuted("not " + name + ":", step));
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

  private void refuted(String title, Identity.Refutation refutation) {
    seen(title, refutation);
    for (Allowed allowed : refutation.step().allowed()) {
      out.printf("  allowed     %s%n", allowed.observation());
    }
    out.println();
  }
}
