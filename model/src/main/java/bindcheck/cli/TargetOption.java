package bindcheck.cli;

import bindcheck.target.JavaClasses;
import bindcheck.target.Syscalls;
import bindcheck.target.Target;
import bindcheck.target.Targets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which target, and how patient to be with it: the same options wherever one is driven. */
final class TargetOption {
  private static final double MILLIS_PER_SECOND = 1e3;
  private static final int LONGEST_SECONDS = 86_400;

  @Option(
      names = "--target",
      paramLabel = "TARGET",
      defaultValue = Targets.DEFAULT,
      description = {
        "java:CLASS, a class on the class path,",
        "process:COMMAND, a program that speaks the protocol,",
        "library:PATH, a shared object that exports the calls,",
        "spec:VARIANT, a resolved variant of the specification itself, or",
        "zoo:NAME, one that bindcheck zoo --list names",
        "(default: the reference implementation)"
      })
  private String name;

  @Option(
      names = "--classpath",
      split = ":",
      paramLabel = "PATH",
      description = "folders and jars with the class of a java: target, separated by colons")
  private List<Path> classpath = List.of();

  @Option(
      names = "--time-out",
      paramLabel = "S",
      defaultValue = "10",
      description = "seconds that the target may take for anything (default: ${DEFAULT-VALUE})")
  private double timeOutSeconds;

  @Option(
      names = "--settle",
      paramLabel = "MS",
      defaultValue = "100",
      description = {
        "milliseconds in which a call must not return to count as blocked,",
        "where the target cannot tell (default: ${DEFAULT-VALUE})"
      })
  private int settleMillis;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /** What the user calls the target. */
  String name() {
    return name;
  }

  /** The class of a java: target. */
  Class<? extends Syscalls> implementation() {
    return JavaClasses.implementation(name, classpath);
  }

  /** Where that class may be, beside our own. */
  List<Path> classpath() {
    return classpath;
  }

  Target open() {
    return open(false);
  }

  /** Opens it, so that its threads can be held up, or as it is. */
  Target open(boolean perturbed) {
    requireTimes();
    Duration timeOut = Duration.ofMillis(Math.round(timeOutSeconds * MILLIS_PER_SECOND));
    Duration settle = Duration.ofMillis(settleMillis);
    return perturbed
        ? Targets.openPerturbed(name, classpath, timeOut, settle)
        : Targets.open(name, classpath, timeOut, settle);
  }

  /** Refuses times that no target can be given. */
  void requireTimes() {
    if (!(timeOutSeconds > 0 && timeOutSeconds <= LONGEST_SECONDS)) {
      throw new ParameterException(
          spec.commandLine(),
          "--time-out: expected seconds, more than 0 and at most " + LONGEST_SECONDS);
    }
    if (settleMillis < 1 || settleMillis > timeOutSeconds * MILLIS_PER_SECOND) {
      throw new ParameterException(
          spec.commandLine(),
          "--settle: expected milliseconds, at least 1 and within the time-out");
    }
  }
}
