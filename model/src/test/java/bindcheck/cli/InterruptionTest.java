package bindcheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.target.Altered;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever ends a command early is told what it has found so far. */
@Timeout(180)
class InterruptionTest {
  /** What a terminal's Ctrl-C does is done by SIGTERM as well: a test may not be sent the other. */
  private static final int TERMINATED = 128 + 15;

  private static final Pattern BEGUN = Pattern.compile("\"done\":[1-9]");

  /** Fails at the first step of every walk. */
  public static final class RefusesPorts extends Altered {
    @Override
    public int portCreate(int options, int[] out) {
      return -1;
    }
  }

  private record Ended(int code, String out) {}

  /** Ends it once steps have been made. */
  private static Ended ended(String... args) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "bindcheck.cli.Main"));
    command.addAll(List.of(args));
    command.addAll(List.of("--progress", "json"));
    Process process = new ProcessBuilder(command).start();
    try (BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
      String line = err.readLine();
      while (line != null && !BEGUN.matcher(line).find()) {
        line = err.readLine();
      }
      process.toHandle().destroy();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(process.waitFor(60, TimeUnit.SECONDS));
      return new Ended(process.exitValue(), out);
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void aCheckTellsItsFailuresAndItsSeed() throws Exception {
    String target = "java:" + RefusesPorts.class.getName();
    Ended ended =
        ended(
            "check",
            "--suite",
            "quick",
            "--target",
            target,
            "--of",
            "reference",
            "--continue",
            "--seed",
            "7");
    assertEquals(TERMINATED, ended.code(), ended::out);
    assertTrue(ended.out().contains("ended early   in scene "), ended::out);
    assertTrue(ended.out().contains(", --seed 7\nfound so far  "), ended::out);
    assertTrue(ended.out().contains("  observed    main: INTERNAL"), ended::out);
    assertFalse(ended.out().contains("verdict"), ended::out);
  }

  @Test
  void aHuntTellsHowFarItCame() throws Exception {
    Ended ended = ended("hunt", "--time", "600", "--threads", "2", "--seed", "7");
    assertEquals(TERMINATED, ended.code(), ended::out);
    assertTrue(
        ended.out().matches("(?s).*ended early   after \\d+ rounds, .*--seed 7\n.*"), ended::out);
    assertTrue(ended.out().contains("found so far  nothing wrong\n"), ended::out);
  }
}
