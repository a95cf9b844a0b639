package bindcheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What has no end, or is longer than anything that is written, is refused in one line. */
@Timeout(60)
class EndlessInputTest {
  private static final int MUCH = 5_000_000;

  @TempDir private Path folder;

  /** Every command that reads a file; the file is the word {@code FILE}. */
  static Stream<String> commands() {
    return Stream.of(
        "explain FILE",
        "run FILE -o out",
        "judge FILE",
        "litmus FILE",
        "check --suite quick --expect-failures FILE",
        "hunt --expect-failures FILE");
  }

  private static void assertRefused(String command, Path file, String expected) {
    Run run = Run.of(command.replace("FILE", file.toString()).split(" "));
    assertEquals(2, run.code(), run::err);
    assertEquals("", run.out());
    assertEquals(1, run.err().lines().count(), run::err);
    assertTrue(run.err().contains(file + expected), run::err);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void aDevice(String command) {
    Path zero = Path.of("/dev/zero");
    assumeTrue(Files.exists(zero));
    assertRefused(command, zero, ": expected ");
  }

  /** Nobody will ever write to it. */
  @ParameterizedTest
  @MethodSource("commands")
  void aPipe(String command) throws Exception {
    Path pipe = folder.resolve("pipe");
    assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
    assertRefused(command, pipe, ": expected ");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void aLineThatIsTooLong(String command) throws IOException {
    assertRefused(
        command,
        Files.writeString(folder.resolve("a.litmus"), "#".repeat(20_000)),
        ":1: expected a line of at most 10000 characters");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void tooManyLines(String command) throws IOException {
    Path file = Files.writeString(folder.resolve("a.litmus"), "# \n".repeat(MUCH / 3));
    assertRefused(command, file, command.startsWith("judge") ? ":1: expected" : ": expected ");
  }
}
