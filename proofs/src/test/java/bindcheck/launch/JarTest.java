package bindcheck.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The one jar suffices, and its streams and exit codes are those that the help names. */
@Timeout(60)
class JarTest {
  /** Relative to the folder of this module, in which its tests run. */
  private static final Path JAR = Path.of("../model/target/bindcheck.jar").toAbsolutePath();

  @TempDir private Path folder;

  private record Run(int code, String out, String err) {}

  @BeforeEach
  void requireJar() {
    assumeTrue(Files.exists(JAR), "skipped: no jar yet; mvn verify makes it");
  }

  private Run run(String... args) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.add("-Djava.io.tmpdir=" + Files.createDirectories(temporary()));
    command.addAll(List.of("-jar", JAR.toString()));
    command.addAll(List.of(args));
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    int code = process.waitFor();
    return new Run(
        code,
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }

  @Test
  void badInputIsOneLineOnStderr() throws Exception {
    Path script = Files.writeString(folder.resolve("a.script"), "port_creat(0)\n");
    Run run = run("explain", script.toString());
    assertEquals(2, run.code());
    assertEquals("", run.out());
    assertEquals(
        "bindcheck: "
            + script
            + ":1: expected a call, found 'port_creat' (did you mean port_create?)\n",
        run.err());
  }

  @Test
  void theSpecificationIsInside() throws Exception {
    Path script = Files.writeString(folder.resolve("a.script"), "p = port_create(0)\n");
    Run run = run("explain", script.toString());
    assertEquals(0, run.code(), run::err);
    assertEquals("", run.err());
    assertTrue(run.out().contains("main: OK"), run::out);
  }

  @Test
  void everyKindOfTargetIsInside() throws Exception {
    Run run = run("check", "--target", "nothing");
    assertEquals(2, run.code());
    assertEquals(
        "bindcheck: target 'nothing': expected"
            + " java:CLASS, process:COMMAND, library:PATH, spec:VARIANT or zoo:NAME\n",
        run.err());
  }

  @Test
  void theLicencesOfWhatIsInsideAreInside() throws IOException {
    try (ZipFile jar = new ZipFile(JAR.toFile())) {
      for (String name : List.of("LICENSE", "NOTICE", "THIRD-PARTY", "AL2.0", "LGPL2.1")) {
        assertNotNull(jar.getEntry("META-INF/" + name), name);
      }
    }
  }

  @Test
  void helpIsOnStdout() throws Exception {
    Run run = run("--help");
    assertEquals(0, run.code());
    assertEquals("", run.err());
    assertTrue(run.out().contains("Exit codes:"), run::out);
  }

  private Path temporary() {
    return folder.resolve("tmp");
  }

  /** Lincheck brings an agent, and an archive within its own. */
  @Test
  void lincheckRunsFromItAndLeavesNothing() throws Exception {
    assumeTrue(Runtime.version().feature() == 17, "skipped: Lincheck needs a JDK 17");
    Run run = run("litmus", "close-06-twice", "--engine", "lincheck", "--schedules", "50");
    assertEquals(0, run.code(), run::out);
    assertEquals("", run.err());
    assertTrue(run.out().contains("T1: OK || T2: BAD_HANDLE"), run::out);
    assertTrue(run.out().contains("T1: BAD_HANDLE || T2: OK"), run::out);
    try (Stream<Path> left = Files.list(temporary())) {
      assertEquals(List.of(), left.toList());
    }
  }
}
