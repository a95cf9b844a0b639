package bindcheck.spark;

import bindcheck.call.Verdict;
import bindcheck.file.InputException;
import bindcheck.file.ScratchFolder;
import bindcheck.history.HistoryReader;
import bindcheck.history.judge.HistoryJudge;
import bindcheck.history.judge.Rejection;
import bindcheck.history.judge.SectionJudge;
import bindcheck.history.linear.Budget;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.io.IOUtils;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Judges histories wherever they are, one after the other, on the thread that has made it. */
final class ExtentJudge implements AutoCloseable {
  /** What a thread has found out of the specification is of use to all that it judges. */
  private static final ThreadLocal<Map<String, Semantics>> VARIANTS =
      ThreadLocal.withInitial(HashMap::new);

  private final Terms terms;
  private final Configuration hadoop;
  private final Semantics semantics;
  private final ScratchFolder scratch = new ScratchFolder();
  private final Path copy = scratch.path().resolve("history");

  ExtentJudge(Terms terms, Configuration hadoop) {
    this.terms = terms;
    this.hadoop = hadoop;
    this.semantics =
        VARIANTS
            .get()
            .computeIfAbsent(
                terms.variant(), name -> new Semantics(SpecModule.load("Evaluation"), name));
  }

  /**
   * A row of {@link Verdicts}. What is wrong with a history is said in it.
   *
   * @throws IOException if the file cannot be read any more
   */
  Row judge(Extent extent) throws IOException {
    fetch(extent);
    try {
      return judge(extent, judgeOfCopy());
    } catch (InputException malformed) {
      long line = inFile(extent, Math.max(1, malformed.line()));
      return unjudged(extent, Verdicts.MALFORMED, malformed.what(), line);
    } catch (RuntimeException | StackOverflowError failed) {
      // A fault of the judge's own must not cost the verdicts on all the others.
      return unjudged(extent, Verdict.INCONCLUSIVE.toString(), "the judge failed: " + failed, null);
    }
  }

  /** The judge reads a file twice, which is cheap of one that is here. */
  private void fetch(Extent extent) throws IOException {
    org.apache.hadoop.fs.Path file = new org.apache.hadoop.fs.Path(extent.file());
    try (FSDataInputStream in = file.getFileSystem(hadoop).open(file);
        OutputStream out = Files.newOutputStream(copy)) {
      in.seek(extent.offset());
      IOUtils.copyBytes((InputStream) in, out, extent.bytes(), false);
    }
  }

  private HistoryJudge judgeOfCopy() {
    return new HistoryJudge(
        copy,
        Map.of(terms.variant(), semantics),
        () -> new Budget(terms.mostMembers(), Duration.ofSeconds(terms.seconds())));
  }

  private Row judge(Extent extent, HistoryJudge history) {
    SectionJudge judged = history.judge().get(terms.variant());
    Rejection first = judged.rejections().isEmpty() ? null : judged.rejections().get(0);
    return RowFactory.create(
        extent.file(),
        extent.line(),
        extent.offset(),
        extent.bytes(),
        history.header().target(),
        history.calls(),
        history.events(),
        terms.variant(),
        judged.verdict().toString(),
        judged.reason().isEmpty() ? null : judged.reason(),
        first == null ? null : inFile(extent, HistoryReader.line(first.event())),
        first == null ? null : first.observed(),
        first == null ? null : allowed(first));
  }

  private static String[] allowed(Rejection rejection) {
    return rejection.allowed().stream()
        .map(allowed -> allowed.observation().toString())
        .toArray(String[]::new);
  }

  private Row unjudged(Extent extent, String verdict, String reason, Long line) {
    return RowFactory.create(
        extent.file(),
        extent.line(),
        extent.offset(),
        extent.bytes(),
        null,
        null,
        null,
        terms.variant(),
        verdict,
        reason,
        line,
        null,
        null);
  }

  /** The number that a line of a history has in its file. */
  private static long inFile(Extent extent, long line) {
    return extent.line() - 1 + line;
  }

  @Override
  public void close() {
    scratch.close();
  }
}
