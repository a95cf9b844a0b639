package bindcheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.check.Verdict;
import bindcheck.target.NoSyscalls;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code bindcheck litmus} on implementations that go wrong for good. */
@Timeout(60)
class LitmusCommandTest {
  private static final String PROGRAM =
      """
      Two calls at once

      Each takes two locks.

      set-up:
        i = interrupt_create(INVALID, 0, VIRTUAL)

      threads:
        T1               || T2
        interrupt_ack(i) || interrupt_destroy(i)

      forbidden: T1: blocked
        R-bind: an ack does not block.
      """;

  @TempDir private Path folder;

  /** An ack and a destroy wait for one another's locks. */
  public static class Locks extends NoSyscalls {
    private final Object first = new Object();
    private final Object second = new Object();
    private final AtomicInteger holders = new AtomicInteger();

    @Override
    public int interruptCreate(int srcObj, int srcNum, int options, int[] out) {
      return 0;
    }

    @Override
    public int interruptAck(int inth) {
      return holdBoth(first, second);
    }

    @Override
    public int interruptDestroy(int inth) {
      return holdBoth(second, first);
    }

    private int holdBoth(Object outer, Object inner) {
      synchronized (outer) {
        holders.incrementAndGet();
        while (holders.get() < 2) {
          Thread.onSpinWait();
        }
        synchronized (inner) {
          return 0;
        }
      }
    }
  }

  /** In a process, for nothing ends its threads. */
  @Test
  void aDeadlockIsAFailureThoughItsThreadsCannotBeEnded() throws Exception {
    Path program = Files.writeString(folder.resolve("locks.litmus"), PROGRAM);
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    "bindcheck.cli.Main",
                    "litmus",
                    program.toString(),
                    "--engine",
                    "stress",
                    "--target",
                    "java:" + Locks.class.getName()))
            .redirectErrorStream(true)
            .start();
    try {
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(Verdict.FAIL.exitCode(), process.waitFor(), printed);
      assertTrue(printed.contains("each waits for a lock that another has"), printed);
      assertTrue(printed.strip().endsWith("verdict   FAIL"), printed);
    } finally {
      process.destroyForcibly();
    }
  }
}
