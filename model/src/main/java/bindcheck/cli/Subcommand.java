package bindcheck.cli;

import bindcheck.file.InputException;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.spec.Variant;
import bindcheck.spec.Variants;
import bindcheck.target.Target;
import bindcheck.target.TargetException;
import bindcheck.variants.Covered;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What all commands have: help, a place to print to, the specification and its variants. */
@Command(mixinStandardHelpOptions = true)
abstract class Subcommand implements Callable<Integer> {
  /** In seconds; some thirty years. */
  static final int LONGEST = 1_000_000_000;

  static final int MOST_THREADS = 64;

  @Spec private CommandSpec spec;

  final PrintWriter out() {
    return spec.commandLine().getOut();
  }

  final PrintWriter err() {
    return spec.commandLine().getErr();
  }

  /** How many characters fit in a line: the terminal's, or 80 where the output goes elsewhere. */
  final int width() {
    return spec.usageMessage().width();
  }

  /** The module that all of it is evaluated in. */
  static SpecModule evaluation() {
    return SpecModule.load("Evaluation");
  }

  static Semantics semantics(SpecModule module, String name) {
    return new Semantics(module, variant(module, name));
  }

  static Variant variant(SpecModule module, String name) {
    return known(() -> new Variants(module).of(name));
  }

  /** One that has one alternative a choice. */
  static Semantics resolved(SpecModule module, String name) {
    return new Semantics(module, known(() -> new Variants(module).resolved(name)));
  }

  /**
   * The variant that is covered: the one named, or, where that is null, what the target is.
   *
   * @param out where it is said what the target is
   */
  static Covered covered(
      SpecModule module, String name, Target target, Progress progress, PrintWriter out) {
    if (name != null) {
      return known(() -> Covered.named(module, name));
    }
    Covered covered =
        Covered.of(
            module,
            target,
            found -> {
              progress.pause();
              out.printf("identify %s%n", found.replace("\n", "\n         "));
            },
            choice -> progress.begin("identifying " + choice, -1));
    progress.pause();
    return covered;
  }

  /** Ends the target before the verdict is given; what it did then, where that is a failure. */
  static Optional<TargetException> end(Target target) {
    try {
      target.close();
      return Optional.empty();
    } catch (TargetException failed) {
      return Optional.of(failed);
    }
  }

  private static <T> T known(Supplier<T> named) {
    try {
      return named.get();
    } catch (IllegalArgumentException unknown) {
      throw new InputException(unknown.getMessage());
    }
  }

  /** An option that is a number has its bounds; the upper one keeps sums and products exact. */
  static void require(String option, long value, long least, long most) {
    if (value < least || value > most) {
      throw new InputException(
          "%s: expected %d to %d, found %d".formatted(option, least, most, value));
    }
  }

  static void require(Set<String> known, String what, String name) {
    if (!known.contains(name)) {
      throw new InputException(
          "expected a " + what + " out of " + String.join(", ", known) + ", found '" + name + "'");
    }
  }
}
