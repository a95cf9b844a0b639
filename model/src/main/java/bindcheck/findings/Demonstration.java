package bindcheck.findings;

import bindcheck.litmus.Program;
import bindcheck.script.Script;

/** What separates the readings of a finding. */
public sealed interface Demonstration {
  /**
   * Calls, one after the other.
   *
   * @param written as the file has them: a line that ends in {@code # 3 times} stands for three
   * @param script all of them; what was written once has one number
   */
  record Calls(String written, Script script) implements Demonstration {
    private static final int LONG = 500;

    @Override
    public boolean isLong() {
      return script.lines().size() > LONG;
    }
  }

  /** Threads that make their calls at once. */
  record Race(Program program) implements Demonstration {}

  /** Whether it takes minutes rather than a moment to say what is allowed. */
  default boolean isLong() {
    return false;
  }
}
