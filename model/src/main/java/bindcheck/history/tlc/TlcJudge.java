package bindcheck.history.tlc;

import bindcheck.call.Verdict;
import bindcheck.spec.tlc.TextRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Has TLC decide how far each of some histories is a behaviour of {@code spec/Machine.tla}: every
 * state is held, so that this is for short ones.
 */
public final class TlcJudge {
  /**
   * What TLC says of a history.
   *
   * @param reached how many of its events are explained
   * @param reason why nothing can be said; else empty
   */
  public record Opinion(Verdict verdict, int reached, String reason) {}

  private static final String MODULE = "RecordedHistories";
  private static final Pattern REACHED = Pattern.compile("<<\"reached\", ([0-9]+), ([0-9]+)>>");

  private TlcJudge() {}

  /**
   * The opinions on those histories, in their order.
   *
   * @param variant who judges
   * @param time after which TLC is ended, for all of them together
   */
  public static List<Opinion> of(List<RecordedHistory> histories, String variant, Duration time) {
    SortedSet<String> threads = new TreeSet<>();
    histories.forEach(history -> threads.addAll(history.threads()));
    if (threads.isEmpty()) {
      return histories.stream().map(h -> new Opinion(Verdict.PASS, h.events().size(), "")).toList();
    }
    int[] reached = new int[histories.size()];
    String failure =
        TextRun.of(
            MODULE,
            module(histories),
            configuration(threads, variant),
            time,
            line -> read(line, reached));
    List<Opinion> opinions = new ArrayList<>();
    for (int i = 0; i < reached.length; i++) {
      opinions.add(opinion(histories.get(i), reached[i], failure));
    }
    return opinions;
  }

  private static void read(String line, int[] reached) {
    Matcher matcher = REACHED.matcher(line);
    if (matcher.matches()) {
      int history = Integer.parseInt(matcher.group(1)) - 1;
      reached[history] = Math.max(reached[history], Integer.parseInt(matcher.group(2)));
    }
  }

  private static Opinion opinion(RecordedHistory history, int reached, String failure) {
    String beyond = history.beyond().orElse("");
    if (!beyond.isEmpty()) {
      return new Opinion(Verdict.INCONCLUSIVE, reached, beyond);
    }
    if (reached == history.events().size()) {
      return new Opinion(Verdict.PASS, reached, "");
    }
    return failure.isEmpty()
        ? new Opinion(Verdict.FAIL, reached, "")
        : new Opinion(Verdict.INCONCLUSIVE, reached, failure);
  }

  private static String module(List<RecordedHistory> histories) {
    String all =
        histories.stream().map(TlcJudge::term).collect(Collectors.joining(",\n", "<<", ">>"));
    return """
    ---- MODULE %s ----
    EXTENDS HistoryTrace
    Histories == %s
    ====
    """
        .formatted(MODULE, all);
  }

  private static String term(RecordedHistory history) {
    String any = history.deadlinesRecorded() ? "FALSE" : "TRUE";
    String events = String.join(",\n", HistoryTerms.of(history));
    return "[any |-> " + any + ", events |-> <<\n" + events + ">>]";
  }

  private static String configuration(SortedSet<String> threads, String variant) {
    return """
    CONSTANTS
      MainThreads = {%s}
      ReaderThreads = {}
      VariantName = "%s"
      Prologue <- NoPrologue
      Alphabet <- NoAlphabet
      Capacity <- RealCapacity
      Recorded <- Histories
    SPECIFICATION TraceSpec
    """
        .formatted(
            threads.stream().map(t -> '"' + t + '"').collect(Collectors.joining(", ")), variant);
  }
}
