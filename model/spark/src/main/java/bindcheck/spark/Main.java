package bindcheck.spark;

import bindcheck.call.Verdict;
import bindcheck.file.InputException;
import bindcheck.spec.SpecModule;
import bindcheck.spec.Variants;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges a corpus of histories on Apache Spark. */
@Command(
    name = "bindcheck-spark",
    mixinStandardHelpOptions = true,
    version = "bindcheck 0.1.0",
    description = {
      "Judges recorded histories on Apache Spark: a row for each, as Parquet and as JSON.",
      "What is no history is a row as well.",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:PASS",
      "1:FAIL: some history is rejected",
      "2:bad input, a malformed history among it: the others were judged",
      "3:INCONCLUSIVE"
    })
public final class Main implements Callable<Integer> {
  private static final int BAD_INPUT = 2;

  /** Nothing is known then, as of what is INCONCLUSIVE. */
  private static final int FAILED = 3;

  /** In bytes: what one task looks through in a second or two. */
  private static final long PIECE = 1L << 26;

  @Spec private CommandLine.Model.CommandSpec command;

  @Parameters(
      paramLabel = "CORPUS",
      arity = "1..*",
      description =
          "files, folders or patterns that Hadoop can read; a file has one history, or many, one after the other")
  private List<String> corpus;

  @Option(
      names = "-o",
      paramLabel = "FOLDER",
      required = true,
      description =
          "a new folder for verdicts.parquet and verdicts.json, wherever Hadoop can write")
  private String folder;

  @Option(
      names = "--variant",
      defaultValue = Variants.DOC,
      description = "who judges (default: ${DEFAULT-VALUE})")
  private String variant;

  @Option(
      names = "--max-members",
      paramLabel = "N",
      description =
          "give a history up when so many states are held (default: when they fill the memory)")
  private long mostMembers = Long.MAX_VALUE;

  @Option(
      names = "--time",
      paramLabel = "S",
      defaultValue = "600",
      description = "give a history up after so many seconds (default: ${DEFAULT-VALUE})")
  private long seconds;

  @Option(
      names = "--master",
      paramLabel = "URL",
      description =
          "the cluster, as Spark names it (default: what spark-submit says, else local[*])")
  private String master;

  /** Runs it and exits with its code. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setExecutionExceptionHandler(
            (e, line, result) -> say(line, e, e instanceof InputException ? BAD_INPUT : FAILED))
        .setParameterExceptionHandler((e, args) -> say(e.getCommandLine(), e, BAD_INPUT));
  }

  /** What Spark says of a failure goes on for pages; the first line has what has happened. */
  private static int say(CommandLine line, Exception why, int exitCode) {
    String message = why.getMessage() == null ? why.toString() : why.getMessage();
    line.getErr().println("bindcheck: " + message.lines().findFirst().orElse(""));
    return exitCode;
  }

  @Override
  public Integer call() {
    requireTerms();
    SparkSession session = session();
    try {
      return judge(session);
    } finally {
      session.stop();
    }
  }

  private void requireTerms() {
    try {
      new Variants(SpecModule.load("Evaluation")).of(variant);
    } catch (IllegalArgumentException none) {
      throw new InputException("--variant: " + none.getMessage());
    }
    if (mostMembers < 1 || seconds < 1) {
      throw new InputException("--max-members, --time: expected a number from 1 on");
    }
  }

  private SparkSession session() {
    try {
      return SparkSession.builder()
          .config(Cluster.configuration(master))
          .appName("bindcheck")
          .getOrCreate();
    } catch (Exception why) {
      // Of Scala, which does not declare what it throws.
      throw new InputException(
          "--master: expected a cluster that can be reached, found: " + why.getMessage());
    }
  }

  private int judge(SparkSession session) {
    Corpus histories =
        Corpus.find(JavaSparkContext.fromSparkContext(session.sparkContext()), corpus, PIECE);
    makeFolder(session);
    String table = folder + "/verdicts.parquet";
    out().printf("histories     %d%n", histories.size());
    out().flush();
    Terms terms = new Terms(variant, mostMembers, seconds);
    session.createDataFrame(histories.judge(terms), Verdicts.SCHEMA).write().parquet(table);
    Dataset<Row> verdicts = session.read().parquet(table);
    verdicts.write().json(folder + "/verdicts.json");
    return summarize(verdicts);
  }

  private PrintWriter out() {
    return command.commandLine().getOut();
  }

  /** Makes it before anything else is done, so that what cannot be written is known at once. */
  private void makeFolder(SparkSession session) {
    org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(folder);
    try {
      FileSystem files = path.getFileSystem(session.sparkContext().hadoopConfiguration());
      if (files.exists(path)) {
        throw new InputException("-o " + folder + ": expected a new folder, found one");
      }
      if (!files.mkdirs(path)) {
        throw new IOException("it cannot be made");
      }
    } catch (IOException why) {
      throw new InputException(
          "-o " + folder + ": expected a new folder, found: " + why.getMessage());
    }
  }

  private int summarize(Dataset<Row> verdicts) {
    Map<String, Long> counts = new TreeMap<>();
    for (Row row : verdicts.groupBy("verdict").count().collectAsList()) {
      counts.put(row.getString(0), row.getLong(1));
    }
    counts.forEach((verdict, count) -> out().printf("%-13s %d%n", verdict, count));
    out().printf("verdicts      %s%n", folder);
    out().flush();
    if (counts.containsKey(Verdicts.MALFORMED)) {
      return BAD_INPUT;
    }
    return Verdict.of(counts.keySet().stream().map(Verdict::valueOf).toList()).exitCode();
  }
}
