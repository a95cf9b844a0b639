package bindcheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whatever a target does, a command ends as the table of PROTOCOL.md says, in one line, and makes
 * no file but the one that it was told to.
 */
@Timeout(60)
class HostileTargetsTest {
  private static final String SESSION =
      """
      p = port_create(0)
      T1: port_wait(p, INFINITE)
      port_queue(p, 1, 2)
      """;

  @TempDir private Path folder;

  private static Path misbehaving() {
    try {
      return Path.of(HostileTargetsTest.class.getResource("/misbehaving.sh").toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Run run(String stage, String wrong, String timeOut) throws IOException {
    Path script = Files.writeString(folder.resolve("session.script"), SESSION);
    return Run.of(
        "run",
        script.toString(),
        "--target",
        "process:sh '%s' %s %s".formatted(misbehaving(), stage, wrong),
        "--time-out",
        timeOut,
        "-o",
        folder.resolve("history").toString());
  }

  private void assertEndsWith(int code, Run run) throws IOException {
    assertEquals(code, run.code(), run::err);
    assertEquals("", run.out());
    assertEquals(1, run.err().lines().count(), run::err);
    assertTrue(run.err().startsWith("bindcheck: "), run::err);
    assertFalse(run.err().contains("\tat "), run::err);
    try (Stream<Path> files = Files.list(folder)) {
      Set<String> names =
          files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
      names.removeAll(Set.of("session.script", "history"));
      assertEquals(Set.of(), names);
    }
  }

  @ParameterizedTest(name = "{1} at {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "start       | exits                | 3",
        "start       | talks                | 1",
        "start       | unasked              | 1",
        "initialize  | other-protocol       | 1",
        "initialize  | unknown-call         | 1",
        "initialize  | misspelt-call        | 1",
        "initialize  | unknown-feature      | 1",
        "reset       | exits                | 3",
        "reset       | unasked              | 1",
        "port_create | no-handle            | 1",
        "port_queue  | unknown-member       | 1",
        "blocked     | names-an-idle-thread | 1",
        "blocked     | names-who-returned   | 1",
        "port_queue  | exits                | 3",
        "port_queue  | complains            | 3",
        "port_queue  | throws               | 3",
        "port_queue  | all-indented         | 3",
        "port_queue  | segfaults            | 3",
        "port_queue  | closes-output        | 3",
        "port_queue  | leaves-a-child       | 3",
        "port_queue  | half-a-line          | 1",
        "port_queue  | empty-line           | 1",
        "port_queue  | array                | 1",
        "port_queue  | deep                 | 1",
        "port_queue  | not-text             | 1",
        "port_queue  | endless-line         | 1",
        "port_queue  | old-version          | 1",
        "port_queue  | no-result            | 1",
        "port_queue  | other-id             | 1",
        "port_queue  | text-as-id           | 1",
        "port_queue  | fraction-as-id       | 1",
        "port_queue  | twice                | 1",
        "port_queue  | other-thread         | 1",
        "port_queue  | wide-key             | 1",
        "port_queue  | key-as-number        | 1",
        "port_queue  | wide-status          | 1",
        "port_queue  | no-status            | 1",
        "port_queue  | member-twice         | 1",
        "port_queue  | floods               | 1",
        "port_queue  | error                | 1",
        "port_queue  | error-without-id     | 1",
      })
  void endsAsTheTableSays(String stage, String wrong, int code) throws IOException {
    assertEndsWith(code, run(stage, wrong, "20"));
  }

  /** The script makes no second reset: what comes then is the request to end. */
  @ParameterizedTest(name = "{1} at {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "start       | is-slow              | 3",
        "reset       | hangs                | 3",
        "blocked     | names-nobody         | 3",
        "port_queue  | hangs                | 3",
        "port_queue  | floods-errors        | 3",
        "port_queue  | spins                | 3",
        "reset-again | leaves-a-child       | 3",
        "reset-again | child-stays          | 3",
        "reset-again | hangs                | 3",
        "reset-again | exits                | 3",
      })
  void isNotWaitedFor(String stage, String wrong, int code) throws IOException {
    assertEndsWith(code, run(stage, wrong, "1"));
  }
}
