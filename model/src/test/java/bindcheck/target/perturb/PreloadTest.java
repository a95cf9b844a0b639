package bindcheck.target.perturb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Programs do the same with the library preloaded. */
@Timeout(60)
class PreloadTest {
  private static final Schedule OFTEN = new Schedule(1, 2, 5, 40, true, true);
  private static final Path PROGRAM = Path.of("src/test/resources/perturb/uses-threads.c");

  @TempDir private Path folder;

  private static Perturbation built() {
    Perturbation built = Preload.build(false);
    assumeTrue(built.missing().isEmpty(), () -> "skipped: " + built.missing().orElseThrow());
    return built;
  }

  private static String output(List<String> command, Perturbation by)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(by.environment());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    return said;
  }

  @Test
  void whereThereIsNoCompilerItSaysSo() {
    Perturbation none = Preload.build("no-such-compiler", false);
    assertEquals(
        Optional.of("it takes a C compiler, and there is no no-such-compiler"), none.missing());
    assertTrue(none.environment().isEmpty());
  }

  /** Locks, conditions with and without deadlines, semaphores, futexes, and errno after each. */
  @Test
  void everyFunctionDoesWhatItDid() throws IOException, InterruptedException {
    try (Perturbation by = built()) {
      String program = folder.resolve("uses-threads").toString();
      output(
          List.of("cc", "-std=c11", "-O2", "-pthread", "-o", program, PROGRAM.toString()),
          Perturbation.NONE);
      String alone = output(List.of(program), Perturbation.NONE);
      by.begin(OFTEN);
      assertEquals(alone, output(List.of(program), by));
      by.end();
      assertEquals(alone, output(List.of(program), by));
    }
  }

  @Test
  void nothingIsLeftOfIt() {
    Perturbation by = built();
    Path schedule = Path.of(by.environment().get("BINDCHECK_PERTURB"));
    assertTrue(Files.exists(schedule));
    by.close();
    assertFalse(Files.exists(schedule.getParent()));
  }
}
