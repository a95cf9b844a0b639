package bindcheck.cli;

import bindcheck.check.Departure;
import bindcheck.script.Line;
import bindcheck.spec.Alternative;
import bindcheck.spec.Glossary;
import bindcheck.spec.Variant;
import java.io.PrintWriter;
import java.util.List;

/** Says where a target did otherwise than the variant walked, though right, and whether to care. */
final class DepartureReport {
  private static final int MOST_LINES = 12;

  private final PrintWriter out;
  private final Glossary glossary;
  private final Variant walked;

  DepartureReport(PrintWriter out, Glossary glossary, Variant walked) {
    this.out = out;
    this.glossary = glossary;
    this.walked = walked;
  }

  void print(Departure departure) {
    List<Line> lines = departure.lines();
    Line last = lines.get(lines.size() - 1);
    out.printf("           for example at %s%n", last);
    out.printf("             observed    %s%n", departure.observed());
    List<Alternative> other =
        Alternative.among(departure.by()).stream().filter(one -> !walked.allows(one)).toList();
    other.forEach(this::alternative);
    if (lines.size() <= MOST_LINES) {
      lines
          .subList(0, lines.size() - 1)
          .forEach(line -> out.printf("             after       %s%n", line));
    } else {
      out.printf("             after       %d lines%n", lines.size() - 1);
    }
    out.printf("           %s%n", care(other));
  }

  private void alternative(Alternative one) {
    out.printf(
        "             choice      %s, where the variant walked takes %s%n",
        one, String.join(" or ", walked.of(one.choice())));
  }

  /** One sentence. */
  private String care(List<Alternative> other) {
    boolean isPolicy = other.stream().anyMatch(one -> glossary.isPolicy(one.choice()));
    if (isPolicy) {
      return "no fault; but the states behind it were tried less: --of VARIANT,"
          + other.get(0)
          + " walks those";
    }
    return other.isEmpty()
        ? "no fault, and nothing to do: both are allowed there"
        : "no fault, and nothing to do: any call may take either alternative";
  }
}
