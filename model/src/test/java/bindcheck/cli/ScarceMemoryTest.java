package bindcheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Where memory does not do, nothing was decided, and one line says so. */
@Timeout(240)
class ScarceMemoryTest {
  private static final int OVERLAPPING = 14;

  @TempDir private Path folder;

  /** What a process printed to both, and its exit code. */
  private record Ended(int code, String printed) {}

  private static Ended run(String heap, String... args) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx" + heap, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "bindcheck.cli.Main"));
    command.addAll(List.of(args));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(process.waitFor(200, TimeUnit.SECONDS));
      return new Ended(process.exitValue(), printed);
    } finally {
      process.destroyForcibly();
    }
  }

  /** Of so many packets that are queued at the same time, one is read that was not queued. */
  private Path overlapping() throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("{'format':'bindcheck-history','version':1,'target':'t','deadlines':'any'}");
    lines.add("{'event':'call','thread':'M','op':'port_create','args':{'options':0}}");
    lines.add("{'event':'return','thread':'M','status':'OK','handle':1}");
    for (int i = 0; i < OVERLAPPING; i++) {
      lines.add(
          ("{'event':'call','thread':'Q%d','op':'port_queue',"
                  + "'args':{'porth':1,'key':'%d','payload':'0'}}")
              .formatted(i, i));
      lines.add(
          "{'event':'call','thread':'R%d','op':'port_wait','args':{'porth':1,'deadline':'%d'}}"
              .formatted(i, Long.MAX_VALUE));
    }
    for (int i = 0; i < OVERLAPPING; i++) {
      int payload = i == OVERLAPPING - 1 ? 1 : 0;
      lines.add("{'event':'return','thread':'Q%d','status':'OK'}".formatted(i));
      lines.add(
          ("{'event':'return','thread':'R%d','status':'OK',"
                  + "'packet':{'type':'USER','key':'%d','status':'OK','payload':'%d'}}")
              .formatted(i, i, payload));
    }
    lines.add("{'event':'end','quiescent':true}");
    return Files.writeString(
        folder.resolve("h.jsonl"), String.join("\n", lines).replace('\'', '"') + "\n");
  }

  @Test
  void aJudgementEndsWhenItsStatesFillIt() throws Exception {
    Ended ended = run("48m", "judge", overlapping().toString());
    assertEquals(3, ended.code(), ended.printed());
    assertTrue(ended.printed().contains("states fill the"), ended.printed());
  }

  @Test
  void aCommandThatNeedsMoreEndsWithALine() throws Exception {
    Ended ended = run("12m", "check", "--suite", "full");
    assertEquals(3, ended.code(), ended.printed());
    assertTrue(ended.printed().contains("bindcheck: INCONCLUSIVE: the "), ended.printed());
    assertFalse(ended.printed().contains("\tat "), ended.printed());
  }
}
