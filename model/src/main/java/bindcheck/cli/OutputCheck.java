package bindcheck.cli;

import bindcheck.file.InputException;
import bindcheck.file.Output;
import bindcheck.file.Outputs;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/**
 * Runs a command once all that it is to write, which is what it has of type {@link Output}, was
 * checked against its other arguments. So no command begins that would lose what it reads, or what
 * it finds.
 */
final class OutputCheck implements IExecutionStrategy {
  /** A target is what it reads, too: a library, or a program and its arguments. */
  private static final String TARGET = "--target";

  /** It may name a script. */
  private static final String ONLY = "--only";

  @Override
  public int execute(ParseResult parsed) throws ExecutionException, ParameterException {
    ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    if (!last.isUsageHelpRequested() && !last.isVersionHelpRequested()) {
      check(last.commandSpec());
    }
    return new RunLast().execute(parsed);
  }

  private static void check(CommandSpec command) {
    Outputs outputs = new Outputs();
    for (ArgSpec argument : command.args()) {
      for (Path input : inputs(argument)) {
        outputs.reads(name(argument), input);
      }
    }
    try {
      for (ArgSpec argument : command.args()) {
        if (argument.getValue() instanceof Output output) {
          outputs.writes(name(argument), output);
        }
      }
    } catch (InputException unfit) {
      throw new ParameterException(command.commandLine(), unfit.getMessage(), unfit);
    }
  }

  private static List<Path> inputs(ArgSpec argument) {
    Object value = argument.getValue();
    boolean isTarget = name(argument).equals(TARGET);
    List<Path> paths = new ArrayList<>();
    for (Object each :
        value instanceof Collection<?> all ? all : List.of(value == null ? "" : value)) {
      if (each instanceof Path path) {
        paths.add(path);
      } else if (isTarget || (isWord(argument) && each instanceof String)) {
        paths.addAll(words(each.toString(), isTarget));
      }
    }
    return paths;
  }

  /** Whether what it names may be a file. */
  private static boolean isWord(ArgSpec argument) {
    return argument.isPositional() || name(argument).equals(ONLY);
  }

  private static List<Path> words(String text, boolean isTarget) {
    List<Path> words = new ArrayList<>();
    String rest = isTarget ? text.substring(text.indexOf(':') + 1) : text;
    for (String word : isTarget ? rest.split("\\s+") : new String[] {rest}) {
      path(word).ifPresent(words::add);
    }
    return words;
  }

  private static Optional<Path> path(String word) {
    try {
      return Optional.of(Path.of(word));
    } catch (InvalidPathException noPath) {
      return Optional.empty();
    }
  }

  private static String name(ArgSpec argument) {
    return argument instanceof CommandLine.Model.OptionSpec option
        ? option.longestName()
        : argument.paramLabel();
  }
}
