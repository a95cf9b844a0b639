package bindcheck.cli;

import bindcheck.call.Verdict;
import bindcheck.spec.SpecModule;
import bindcheck.target.Target;
import bindcheck.target.TargetException;
import bindcheck.variants.Identification;
import bindcheck.variants.Identity;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bindcheck identify}. */
@Command(
    name = "identify",
    description = {
      "Plays what tells variants apart on a target, and says which alternative it takes",
      "at each choice, which variants it agrees with, and what refutes the others.",
      "Ends with PASS where it agrees with a variant in all, else with FAIL;",
      "with INCONCLUSIVE where there is nothing that it can be asked."
    })
final class IdentifyCommand extends Subcommand {
  @Mixin private TargetOption target;

  @Option(
      names = "--fill",
      description = "also finds out how many packets a port holds, by thousands of calls")
  private boolean fill;

  @Override
  public Integer call() {
    try (Target opened = target.open();
        Progress progress = new Progress()) {
      SpecModule module = evaluation();
      Identity identity =
          Identification.of(module, opened, fill, choice -> progress.begin(choice, -1));
      progress.pause();
      new IdentityReport(out(), module).print(target.name(), identity);
      Optional<TargetException> ending = end(opened);
      ending.ifPresent(how -> out().printf("the target %s%n", how.getMessage()));
      Verdict verdict = ending.map(TargetException::verdict).orElse(Verdict.PASS);
      return Verdict.of(List.of(verdict(identity), verdict)).exitCode();
    }
  }

  private static Verdict verdict(Identity identity) {
    if (identity.asked() == 0) {
      return Verdict.INCONCLUSIVE;
    }
    boolean agrees = identity.isConsistent() && !identity.agreeing().isEmpty();
    return agrees ? Verdict.PASS : Verdict.FAIL;
  }
}
