package bindcheck.cli;

import bindcheck.call.Verdict;
import bindcheck.history.HistoryReader;
import bindcheck.history.tlc.RecordedHistory;
import bindcheck.history.tlc.TlcJudge;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What TLC says of histories, each printed as soon as all of a variant are decided. */
final class TlcOpinions {
  private final PrintWriter out;
  private final Duration time;

  /**
   * Prepares to ask.
   *
   * @param time how long TLC may take for each history
   */
  TlcOpinions(PrintWriter out, Duration time) {
    this.out = out;
    this.time = time;
  }

  /** The worst of the files' verdicts; for a file it is enough that one variant agrees. */
  Verdict of(Map<Path, RecordedHistory> histories, List<String> variants) {
    Map<Path, List<Verdict>> verdicts = new LinkedHashMap<>();
    List<RecordedHistory> all = List.copyOf(histories.values());
    for (String variant : variants) {
      Iterator<TlcJudge.Opinion> opinions =
          TlcJudge.of(all, variant, time.multipliedBy(all.size())).iterator();
      histories.forEach(
          (file, history) -> {
            TlcJudge.Opinion opinion = opinions.next();
            verdicts.computeIfAbsent(file, f -> new ArrayList<>()).add(opinion.verdict());
            print(file, history, variant, opinion);
          });
    }
    return Verdict.of(verdicts.values().stream().map(Verdict::best).toList());
  }

  private void print(Path file, RecordedHistory history, String variant, TlcJudge.Opinion opinion) {
    int events = history.events().size();
    out.printf("history       %s%n", file);
    out.printf("explained     %d of %d events, by TLC%n", opinion.reached(), events);
    String why =
        opinion.verdict() == Verdict.FAIL
            ? ": nothing explains %s:%d".formatted(file, HistoryReader.line(opinion.reached()))
            : opinion.reason().isEmpty() ? "" : ": " + opinion.reason();
    out.printf("%-13s %s%s%n", variant, opinion.verdict(), why);
    out.flush();
  }
}
