package bindcheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is malformed is refused in one line, in 512 MB, and no file is touched. */
class HostileCorpusTest {
  private static final Pattern PLAYED = Pattern.compile("played ([0-9]+) of ([0-9]+)\n");
  private static final int LEAST = 400;

  @TempDir private Path folder;

  /** Plays one of so many cases. */
  private void play(long seed, int oneOf) throws Exception {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            HostileCorpus.class.getName(),
            folder.toString(),
            Long.toString(seed),
            Integer.toString(oneOf));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String printed;
    try {
      printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(0, process.waitFor(), printed);
    } finally {
      process.destroyForcibly();
    }
    Matcher played = PLAYED.matcher(printed);
    assertTrue(played.matches(), () -> "seed " + seed + ": " + printed);
    assertTrue(Integer.parseInt(played.group(2)) >= LEAST, printed);
  }

  @Test
  @Timeout(240)
  void someOfIt() throws Exception {
    play(1, 18);
  }

  @Test
  @Tag("long")
  @Timeout(1800)
  void allOfIt() throws Exception {
    play(2, 1);
  }
}
