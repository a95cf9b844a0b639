package bindcheck.findings;

import java.util.List;

/**
 * What may be observed at a line of a script, or when all threads of a program have ended.
 *
 * @param line the line, from 1; 0 for the end of a program
 * @param text the observation, or the outcome
 * @param by the variants and readings that allow it
 */
public record Observed(int line, String text, List<String> by) {
  /** Where a program is observed. */
  static final String END = "end";

  /** Keeps a copy. */
  public Observed {
    by = List.copyOf(by);
  }

  /** Where: {@code line 3}, or {@code end}. */
  public String place() {
    return line == 0 ? END : "line " + line;
  }

  /** As a file has it. */
  @Override
  public String toString() {
    return "- %s, `%s`: %s".formatted(place(), text, String.join(", ", by));
  }
}
