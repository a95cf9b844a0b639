package bindcheck.cli;

import bindcheck.call.Nearest;
import bindcheck.call.Verdict;
import bindcheck.file.Excerpt;
import bindcheck.file.InputException;
import bindcheck.file.OutputFile;
import bindcheck.file.OutputFolder;
import bindcheck.report.PageFolder;
import bindcheck.report.ScriptFolder;
import bindcheck.spec.tlc.Endpoint;
import bindcheck.suite.Shard;
import bindcheck.target.TargetException;
import bindcheck.target.TargetSpecException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line of this program. */
@Command(
    subcommands = {
      CheckCommand.class,
      ModelCommand.class,
      ExplainCommand.class,
      FindingsCommand.class,
      SiteCommand.class,
      ListCommand.class,
      TracesCommand.class,
      LitmusCommand.class,
      DiffCommand.class,
      ReportCommand.class,
      RerunCommand.class,
      RunCommand.class,
      JudgeCommand.class,
      HuntCommand.class,
      IdentifyCommand.class,
      ZooCommand.class,
      CertifyCommand.class,
      BenchCommand.class,
      HelpCommand.class
    })
public final class Main extends Program {
  static final String VERSION = "bindcheck 0.1.0";

  static final int BAD_INPUT = 2;

  private static final int FRAMES = 4;

  /** In characters. */
  private static final int LONGEST_LINE = 2_000;

  private static final int LONGEST_MESSAGE = 400;

  /** What is left of a longer message: where something is wrong, and what was expected. */
  private static final int MESSAGE_HEAD = 200;

  private static final int MESSAGE_TAIL = 150;

  /** Runs one command and exits with its code. */
  public static void main(String[] args) {
    CommandLine line = commandLine(args);
    UnaryOperator<String> styles =
        CommandLine.Help.Ansi.AUTO.enabled() ? new Highlight() : UnaryOperator.identity();
    line.setOut(Screen.over(line.getOut(), LONGEST_LINE, styles))
        .setErr(Screen.over(line.getErr(), LONGEST_MESSAGE));
    Exhaustion.watch(line.getErr());
    System.exit(line.execute(args));
  }

  /** One that prints there, through a {@link Screen}. */
  static CommandLine commandLine(Writer out, Writer err, String... words) {
    return commandLine(words)
        .setOut(Screen.over(out, LONGEST_LINE))
        .setErr(Screen.over(err, LONGEST_MESSAGE));
  }

  /**
   * One for these words: where the first is a command, it alone is made ready, since all of them
   * take longer than most of what they do.
   */
  static CommandLine commandLine(String... words) {
    CommandLine line =
        named(words)
            .map(command -> new CommandLine(new Program()).addSubcommand(command))
            .orElseGet(() -> new CommandLine(new Main()))
            .registerConverter(OutputFile.class, word -> new OutputFile(path(word)))
            .registerConverter(OutputFolder.class, word -> new OutputFolder(path(word)))
            .registerConverter(PageFolder.class, word -> new PageFolder(path(word)))
            .registerConverter(ScriptFolder.class, word -> new ScriptFolder(path(word)))
            .registerConverter(Shard.class, Main::shard)
            .registerConverter(Endpoint.class, Main::endpoint)
            .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
            .setExecutionStrategy(new OutputCheck())
            .setExecutionExceptionHandler((e, command, result) -> explain(e, command))
            .setParameterExceptionHandler((e, args) -> explainUsage(e));
    line.setUsageHelpAutoWidth(CommandLine.Help.Ansi.AUTO.enabled());
    line.getSubcommands().values().forEach(command -> complete(command, line));
    return line;
  }

  private static void complete(CommandLine command, CommandLine program) {
    UsageMessageSpec usage = program.getCommandSpec().usageMessage();
    command
        .getCommandSpec()
        .exitCodeOnExecutionException(Verdict.INCONCLUSIVE.exitCode())
        .usageMessage()
        // The list of commands shows the first element, and that is all of it.
        .description(sentence(command.getCommandSpec()))
        .exitCodeListHeading(usage.exitCodeListHeading())
        .exitCodeList(usage.exitCodeList());
    command.getSubcommands().values().forEach(part -> complete(part, program));
  }

  private static Optional<Class<?>> named(String... words) {
    return Arrays.stream(Main.class.getAnnotation(Command.class).subcommands())
        .filter(command -> command != HelpCommand.class && words.length > 0)
        .filter(command -> command.getAnnotation(Command.class).name().equals(words[0]))
        .findFirst();
  }

  /** No name is no place: it would mean the folder that one is in. */
  private static Path path(String word) {
    if (word.isBlank()) {
      throw new TypeConversionException("expected a name, found none");
    }
    return Path.of(word);
  }

  private static Shard shard(String word) {
    return Shard.parse(word)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "expected I/N, part I of N, such as 1/4, found '" + Excerpt.of(word) + "'"));
  }

  private static Endpoint endpoint(String word) {
    return Endpoint.parse(word)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "expected HOST or HOST:PORT, found '" + Excerpt.of(word) + "'"));
  }

  private static String sentence(CommandSpec command) {
    return String.join(" ", command.usageMessage().description());
  }

  private static int explainUsage(ParameterException e) {
    CommandLine line = e.getCommandLine();
    String why = firstLine(e);
    if (line.getParent() == null && e instanceof UnmatchedArgumentException unmatched) {
      String word = unmatched.getUnmatched().get(0);
      why = word.startsWith("-") ? why : unknown(word, line);
    }
    line.getErr().println("bindcheck: " + why);
    return BAD_INPUT;
  }

  private static String unknown(String command, CommandLine line) {
    String hint = Nearest.hint(command, line.getSubcommands().keySet().stream());
    return "expected a command, found '" + command + "'" + hint + "; see bindcheck --help";
  }

  private static int explain(Exception e, CommandLine line) {
    if (e instanceof InputException || e instanceof TargetSpecException) {
      line.getErr().println("bindcheck: " + firstLine(e));
      return BAD_INPUT;
    }
    if (e instanceof TargetException end) {
      line.getErr().println("bindcheck: " + end.verdict() + ": the target " + firstLine(e));
      return end.verdict().exitCode();
    }
    line.getErr().println("bindcheck: " + Exhaustion.of(e).orElseGet(() -> unforeseen(e)));
    return Verdict.INCONCLUSIVE.exitCode();
  }

  /** Nothing that whoever called can mend: where it is does for a report of it. */
  private static String unforeseen(Exception e) {
    String where =
        Arrays.stream(e.getStackTrace())
            .limit(FRAMES)
            .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
            .collect(Collectors.joining(", from "));
    return Verdict.INCONCLUSIVE + ": a mistake in bindcheck: " + e + " at " + where;
  }

  private static String firstLine(Exception e) {
    String line = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return line.length() <= LONGEST_MESSAGE
        ? line
        : line.substring(0, MESSAGE_HEAD) + " ... " + line.substring(line.length() - MESSAGE_TAIL);
  }
}
