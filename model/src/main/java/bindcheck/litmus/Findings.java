package bindcheck.litmus;

import bindcheck.call.Verdict;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an engine found of one program.
 *
 * @param program the name of the program
 * @param verdict PASS where the engine did what it can; see {@link Engine#run}
 * @param reason why the verdict is not PASS: one line, and then a chart of the interleaving where
 *     there is one; empty for PASS
 * @param exhaustive whether there is no outcome besides these
 * @param outcomes how often each was met, in the engine's own unit
 * @param figures how much was done, by unit: {@code states}, {@code schedules}, {@code runs}
 */
@JsonPropertyOrder({"program", "verdict", "reason", "exhaustive", "figures", "outcomes"})
public record Findings(
    String program,
    Verdict verdict,
    String reason,
    boolean exhaustive,
    SortedMap<Outcome, Long> outcomes,
    SortedMap<String, Long> figures) {

  /** The figure of runs whose outcome would not say which handle a call meant. */
  public static final String REUSED = "not counted, a handle value was used again";

  /** Keeps copies. */
  public Findings {
    if (reason.isEmpty() != (verdict == Verdict.PASS)) {
      throw new IllegalArgumentException("expected a reason if and only if not PASS: " + reason);
    }
    outcomes = Collections.unmodifiableSortedMap(new TreeMap<>(outcomes));
    figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
  }

  /** The engine did what it can. */
  public static Findings of(
      Program program, boolean exhaustive, Map<Outcome, Long> outcomes, Map<String, Long> figures) {
    return new Findings(
        program.name(),
        Verdict.PASS,
        "",
        exhaustive,
        new TreeMap<>(outcomes),
        new TreeMap<>(figures));
  }

  /** The engine cannot run, here or this program. */
  public static Findings skipped(Program program, String reason) {
    return new Findings(
        program.name(), Verdict.SKIPPED, reason, false, new TreeMap<>(), new TreeMap<>());
  }

  /** The same, but that it ended otherwise than it should. */
  public Findings ended(Verdict with, String because) {
    return new Findings(program, with, because, false, outcomes, figures);
  }
}
