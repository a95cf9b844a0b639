package bindcheck.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Temporary folders go: when they are closed, when the process ends, or at the next start. */
@Timeout(60)
class ScratchFolderTest {
  /** A process that makes one and waits; or makes one and ends. */
  static final class Program {
    private Program() {}

    public static void main(String[] args) throws IOException {
      Path file = Files.createFile(new ScratchFolder().path().resolve("file"));
      System.out.println(file);
      if (args.length > 0) {
        System.in.read();
      }
    }
  }

  @TempDir private Path folder;
  @TempDir private Path outside;

  private Process start(String... args) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String paths = System.getProperty("java.class.path");
    List<String> command =
        Stream.concat(
                Stream.of(
                    java, "-Djava.io.tmpdir=" + folder, "-cp", paths, Program.class.getName()),
                Stream.of(args))
            .toList();
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private List<Path> left() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.toList();
    }
  }

  @Test
  void itGoesAtTheEndOfTheProcess() throws Exception {
    assertEquals(0, start().waitFor());
    assertEquals(List.of(), left());
  }

  @Test
  void itGoesWhenTheProcessIsTerminated() throws Exception {
    Process process = start("wait");
    process.inputReader().readLine();
    assertEquals(1, left().size());
    process.destroy();
    assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    assertEquals(List.of(), left());
  }

  @Test
  void thatOfAKilledProcessGoesAtTheNextStart() throws Exception {
    Process killed = start("wait");
    killed.inputReader().readLine();
    killed.destroyForcibly().waitFor();
    assertEquals(1, left().size());
    assertEquals(0, start().waitFor());
    assertEquals(List.of(), left());
  }

  @Test
  void thatOfALivingProcessStays() throws Exception {
    Process other = start("wait");
    Path file = Path.of(other.inputReader().readLine());
    assertEquals(0, start().waitFor());
    assertTrue(Files.exists(file));
    other.destroy();
    other.waitFor();
  }

  /** Numbers of processes are used again. */
  @Test
  void thatOfAProcessWhoseNumberIsUsedAgainGoes() throws Exception {
    Owner self = Owner.self();
    Owner former = new Owner(self.pid(), self.start() - 100_000, self.space());
    Files.createDirectory(folder.resolve("bindcheck-" + former + "-1"));
    Path mine = Files.createDirectory(folder.resolve("bindcheck-" + self + "-1"));
    assertEquals(0, start().waitFor());
    assertEquals(List.of(mine), left());
  }

  @Test
  void noLinkIsFollowed() throws Exception {
    Path victim = Files.writeString(outside.resolve("victim"), "mine");
    Owner self = Owner.self();
    Owner former = new Owner(self.pid(), self.start() - 100_000, self.space());
    Path dead = Files.createDirectory(folder.resolve("bindcheck-" + former + "-1"));
    Files.createSymbolicLink(dead.resolve("file"), victim);
    Files.createSymbolicLink(dead.resolve("folder"), outside);
    Path link = Files.createSymbolicLink(folder.resolve("bindcheck-" + former + "-2"), outside);
    assertEquals(0, start().waitFor());
    assertEquals("mine", Files.readString(victim));
    assertFalse(Files.exists(dead));
    assertTrue(Files.isSymbolicLink(link));
  }

  @Test
  void whatIsNamedOtherwiseStays() throws Exception {
    Path others = Files.createDirectory(folder.resolve("bindcheck-1-2"));
    Path file = Files.writeString(folder.resolve("bindcheck-999999999-1-1-1"), "");
    assertEquals(0, start().waitFor());
    assertTrue(left().containsAll(List.of(others, file)));
  }
}
