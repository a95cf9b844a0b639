package bindcheck.cli;

import bindcheck.call.Verdict;
import bindcheck.zoo.Attempt;
import bindcheck.zoo.Specimen;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What {@code bindcheck zoo} prints: a line each as it goes, then what each command found. */
final class ZooReport {
  private static final String ROW = "%-40s %-8s %-42s %10s %7s%n";

  private final PrintWriter out;
  private final Map<Specimen.Kind, Map<String, Count>> counts = new LinkedHashMap<>();
  private Verdict verdict = Verdict.PASS;

  /** How often a command was tried, and how often it found what is wrong. */
  private static final class Count {
    private int tried;
    private int found;
  }

  ZooReport(PrintWriter out) {
    this.out = out;
  }

  void name(Specimen specimen) {
    out.printf("%-40s %-8s %s%n", specimen.name(), specimen.kind(), specimen.what());
  }

  void begin() {
    out.printf(ROW, "implementation", "", "found by", "calls", "script");
    out.flush();
  }

  void tried(Specimen specimen, List<Attempt> attempts) {
    for (Attempt attempt : attempts) {
      Count count =
          counts
              .computeIfAbsent(specimen.kind(), kind -> new LinkedHashMap<>())
              .computeIfAbsent(attempt.command(), command -> new Count());
      count.tried++;
      count.found += attempt.isFound() ? 1 : 0;
    }
    Attempt last = attempts.get(attempts.size() - 1);
    out.printf(
        ROW,
        specimen.name(),
        specimen.kind(),
        last.isFound() ? last.shown() : "nothing: " + verdicts(attempts),
        last.calls(),
        last.script() == 0 ? "" : last.script());
    out.flush();
    boolean isRight =
        specimen.kind() == Specimen.Kind.UNUSUAL
            ? attempts.stream().allMatch(each -> each.verdict() == Verdict.PASS)
            : last.isFound();
    verdict = isRight ? verdict : Verdict.FAIL;
  }

  private static String verdicts(List<Attempt> attempts) {
    return String.join(", ", attempts.stream().map(each -> each.verdict().toString()).toList());
  }

  /** PASS where all that is wrong was found, and nothing that is right. */
  Verdict end() {
    out.println();
    counts.forEach(
        (kind, commands) ->
            commands.forEach(
                (command, count) ->
                    out.printf(
                        "%-8s %-42s found %d of %d%n", kind, command, count.found, count.tried)));
    out.printf("verdict  %s%n", verdict);
    out.flush();
    return verdict;
  }
}
