package bindcheck.litmus;

import java.util.Optional;

/**
 * Finds outcomes of programs: all that there are, or those that it happens to meet. Used by one
 * thread.
 */
public interface Engine extends AutoCloseable {
  /** How many threads a program may have, unless a user asks for more. */
  int FEW_THREADS = 3;

  /**
   * Runs a program as often, and in as many orders, as this engine can.
   *
   * <p>Whether the outcomes are allowed is not for an engine to say. Its verdict is FAIL where
   * something went wrong that is no outcome (a deadlock that the specification knows as none, a
   * data race, an exception), INCONCLUSIVE where it gave up, SKIPPED where it cannot run here or
   * cannot run such a program.
   */
  Findings run(Program program);

  /**
   * A chart of how the program came to an outcome that was found when it ran last; empty where this
   * engine does not know.
   */
  default Optional<String> interleaving(Program program, Outcome outcome) {
    return Optional.empty();
  }

  /** Lets go of threads and targets. */
  @Override
  default void close() {}
}
