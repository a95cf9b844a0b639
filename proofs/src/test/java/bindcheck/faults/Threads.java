package bindcheck.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

/** The threads that targets run their calls on. */
final class Threads {
  /** How {@link bindcheck.target.JavaTarget} names them. */
  private static final String PREFIX = "bindcheck-";

  private Threads() {}

  /** Asserts that every target has been closed, and has ended its threads. */
  static void assertNoneOfTargets() {
    List<String> left =
        Thread.getAllStackTraces().keySet().stream()
            .map(Thread::getName)
            .filter(name -> name.startsWith(PREFIX))
            .toList();
    assertEquals(List.of(), left, "threads that were left behind");
  }
}
