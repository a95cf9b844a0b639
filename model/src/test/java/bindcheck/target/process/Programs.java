package bindcheck.target.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** The programs that tests start, and what is left of them. */
public final class Programs {
  private Programs() {}

  /** A file of the test resources, as a word of a command. */
  static String script(String name) {
    try {
      return "'" + Path.of(Programs.class.getResource("/" + name).toURI()) + "'";
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The command that runs a class of the tests, with the class path of this process. */
  static String java(Class<?> main) {
    return "'"
        + Path.of(System.getProperty("java.home"), "bin", "java")
        + "' -XX:TieredStopAtLevel=1 -cp '"
        + System.getProperty("java.class.path")
        + "' "
        + main.getName();
  }

  /** Skips the test, with the reason, where there is no Python. */
  public static void assumePython() {
    assumeInstalled("python3");
  }

  /** Skips the test, with the reason, where there is no Node.js. */
  public static void assumeNode() {
    assumeInstalled("node");
  }

  /** Skips the test, with the reason, where the program does not tell its version. */
  public static void assumeInstalled(String program) {
    boolean found;
    try {
      Process version = new ProcessBuilder(program, "--version").redirectErrorStream(true).start();
      version.getInputStream().readAllBytes();
      found = version.waitFor() == 0;
    } catch (IOException | InterruptedException notThere) {
      found = false;
    }
    Assumptions.assumeTrue(found, "skipped: " + program + " is not installed");
  }

  /** The example in Rust, once it is built; skips the test, with the reason, without a Cargo. */
  public static Path rustExample() {
    assumeInstalled("cargo");
    Path out = Path.of("target/rust").toAbsolutePath();
    List<String> build =
        List.of("cargo", "build", "--offline", "--quiet", "--target-dir", out.toString());
    try {
      Process cargo =
          new ProcessBuilder(build)
              .directory(Path.of("examples/rust").toFile())
              .redirectErrorStream(true)
              .start();
      String said = new String(cargo.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Assertions.assertEquals(0, cargo.waitFor(), said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return out.resolve("debug/zxkernel");
  }

  /** The command lines of processes that have one of these texts in them. */
  static List<String> running(String... texts) {
    return ProcessHandle.allProcesses()
        .flatMap(process -> process.info().commandLine().stream())
        .filter(line -> Arrays.stream(texts).anyMatch(line::contains))
        .toList();
  }

  /** The threads that drive programs. */
  static Set<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.matches("bindcheck-(stdout|stderr|watchdog|kill)"))
        .collect(Collectors.toSet());
  }
}
