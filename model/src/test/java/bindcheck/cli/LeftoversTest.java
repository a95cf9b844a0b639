package bindcheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No command leaves a file, a process or a thread behind, but for what it was asked to write. */
@Timeout(180)
class LeftoversTest {
  private static final String SCRIPT = "p = port_create(0)\nT1: port_wait(p, INFINITE)\n";

  @TempDir private Path folder;

  /** Runs in a process whose temporary files and working folder are its own. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({"explain b.script, 2", "check --suite quick --variant zircon-2018, 1"})
  void noFileStays(String args, int code) throws Exception {
    assertLeavesNothing(args, code);
  }

  @ParameterizedTest(name = "{0}")
  @Tag("long") // those above stand for them
  @CsvSource({
    "explain a.script, 0",
    "traces --suite quick -o out, 0",
    "model MCDestroyDoesNotDestroy, 0"
  })
  void noFileStaysOfLongerCommands(String args, int code) throws Exception {
    assertLeavesNothing(args, code);
  }

  private void assertLeavesNothing(String args, int code) throws Exception {
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    Path work = Files.createDirectory(folder.resolve("work"));
    Files.writeString(work.resolve("a.script"), SCRIPT);
    Process process = start(args, temporary, work);
    String printed;
    try {
      printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(process.waitFor(120, TimeUnit.SECONDS));
      assertEquals(Set.of(), process.descendants().collect(Collectors.toSet()));
    } finally {
      process.destroyForcibly();
    }
    assertEquals(code, process.exitValue(), printed);
    assertEquals(List.of(), files(temporary), "temporary files");
    List<String> allowed = List.of("a.script", "out");
    assertTrue(allowed.containsAll(files(work)), () -> "in the working folder: " + args);
  }

  /** As by Ctrl-C, or by whoever is done waiting. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({"model MCDestroyDoesNotDestroy", "litmus --engine lincheck", "zoo race"})
  void noTemporaryFileStaysOfWhatIsTerminated(String args) throws Exception {
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    Process process = start(args, temporary, Files.createDirectory(folder.resolve("work")));
    while (process.isAlive() && files(temporary).isEmpty()) {
      Thread.onSpinWait();
    }
    assertTrue(process.isAlive(), args);
    process.toHandle().destroy();
    process.getInputStream().readAllBytes();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    assertEquals(List.of(), files(temporary), args);
  }

  private static Process start(String args, Path temporary, Path work) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "bindcheck.cli.Main"));
    command.addAll(List.of(args.split(" ")));
    ProcessBuilder builder = new ProcessBuilder(command).directory(work.toFile());
    // Heeded by the processes that it starts as well.
    builder.environment().put("JDK_JAVA_OPTIONS", "-Djava.io.tmpdir=" + temporary);
    return builder.redirectErrorStream(true).start();
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  private static Set<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void noThreadStays() throws IOException {
    Path script = Files.writeString(folder.resolve("a.script"), SCRIPT);
    Set<String> before = threads();
    assertEquals(0, Run.of("explain", script.toString()).code());
    assertEquals(1, Run.of("check", "--suite", "quick", "--variant", "zircon-2018").code());
    assertEquals(
        0, Run.of("traces", "--suite", "quick", "-o", folder.resolve("out").toString()).code());
    Set<String> left = threads();
    left.removeAll(before);
    assertEquals(Set.of(), left);
  }
}
