package bindcheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.call.Verdict;
import bindcheck.litmus.Results;
import bindcheck.litmus.jpf.ClassFiles;
import bindcheck.target.CrossedLocks;
import bindcheck.target.ReferenceTarget;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code bindcheck litmus}: what it keeps, and implementations that go wrong for good. */
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

  @Test
  void resultsSayWhichClassesRan() throws Exception {
    Path results = folder.resolve("results.json");
    Run run =
        Run.of(
            "litmus",
            "waiters-01-before-or-after",
            "--engine",
            "stress",
            "--runs",
            "1",
            "--results",
            results.toString());
    assertEquals(Verdict.PASS.exitCode(), run.code(), run::err);
    assertEquals(
        ClassFiles.of(ReferenceTarget.class, List.of()).hash(),
        Results.parse(Files.readString(results)).classes());
  }

  /** In a process, for nothing ends its threads. */
  @Test
  void aDeadlockIsAFailureThoughItsThreadsCannotBeEnded() throws Exception {
    Path program = Files.writeString(folder.resolve("locks.litmus"), PROGRAM);
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "bindcheck.cli.Main",
                    "litmus",
                    program.toString(),
                    "--engine",
                    "stress",
                    "--target",
                    "java:" + CrossedLocks.class.getName()))
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
