package bindcheck.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * When the launcher builds, when it does not, and what it says where it cannot. Maven and Java are
 * stand-ins: the one copies a jar and counts, the other prints what it was to run.
 */
@Timeout(60)
class LauncherTest {
  /** Relative to the folder of this module, in which its tests run. */
  private static final Path LAUNCHER = Path.of("../bindcheck").toAbsolutePath();

  private static final Path JAR = Path.of("model/target/bindcheck.jar");
  private static final String BUILT = "building bindcheck";
  private static final String NOBODY = "65534";

  private static final List<String> TOOLS =
      List.of(
          ("cat cksum cp cut dirname find head mkdir mv ps readlink rm sed sleep sort tail touch tr"
                  + " unzip")
              .split(" "));

  private static final String JAVA =
      """
      #!/bin/sh
      case $1 in
        -version) echo 'openjdk version "17.0.1"' >&2 ;;
        *) echo "ran $*" ;;
      esac
      """;

  private static final String MAVEN =
      """
      #!/bin/sh
      for word; do
        case $word in
          -Dbindcheck.jar=*) cp "%1$s/made.jar" "${word#*=}" ;;
        esac
      done
      echo x >>"%1$s/builds"
      """;

  private record Run(int code, String out, String err) {}

  @TempDir private Path folder;

  private Path root;
  private Path bin;

  @BeforeEach
  void makeTree() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "skipped: no shell");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    root = Files.createDirectory(folder.resolve("tree"));
    Files.copy(LAUNCHER, root.resolve("bindcheck"), StandardCopyOption.COPY_ATTRIBUTES);
    for (String source : List.of("spec/A.tla", "model/src/main/A.java", "impl/src/main/B.java")) {
      Files.createDirectories(root.resolve(source).getParent());
      Files.writeString(root.resolve(source), source);
    }
    Files.writeString(root.resolve("pom.xml"), "<project/>");
    bin = Files.createDirectory(folder.resolve("bin"));
    script("java", JAVA);
    script("mvn", MAVEN.formatted(folder));
    jar(folder.resolve("made.jar"));
    useFlock(true);
  }

  private void script(String name, String text) throws IOException {
    Path file = Files.writeString(bin.resolve(name), text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void jar(Path file) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("file"));
      zip.write(new byte[10_000]);
    }
  }

  /** Nothing but these tools is on its path. */
  private void useFlock(boolean isThere) throws IOException {
    for (String tool : TOOLS) {
      wrap(tool);
    }
    if (isThere) {
      wrap("flock");
    } else {
      Files.deleteIfExists(bin.resolve("flock"));
    }
  }

  private void wrap(String tool) throws IOException {
    for (String place : List.of("/bin/", "/usr/bin/")) {
      if (Files.exists(Path.of(place + tool))) {
        script(tool, "#!/bin/sh\nexec " + place + tool + " \"$@\"\n");
      }
    }
  }

  private Process start(List<String> before) throws IOException {
    return start(before, "word");
  }

  private Process start(List<String> before, String... words) throws IOException {
    List<String> command = new ArrayList<>(before);
    command.addAll(List.of("/bin/sh", root.resolve("bindcheck").toString()));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("PATH", bin.toString());
    builder.environment().remove("JAVA_HOME");
    builder.redirectOutput(folder.resolve("out").toFile());
    builder.redirectError(folder.resolve("err").toFile());
    return builder.start();
  }

  private Run run(String... before) throws IOException, InterruptedException {
    return end(start(List.of(before)));
  }

  private Run end(Process process) throws IOException, InterruptedException {
    assertTrue(process.waitFor(30, TimeUnit.SECONDS), "it hangs");
    return new Run(
        process.exitValue(),
        Files.readString(folder.resolve("out"), StandardCharsets.UTF_8),
        Files.readString(folder.resolve("err"), StandardCharsets.UTF_8));
  }

  private void assertRuns(Run run, String said) {
    assertEquals(0, run.code(), run::err);
    assertTrue(run.out().startsWith("ran "), run::out);
    assertTrue(run.out().endsWith("-jar " + root.resolve(JAR).toAbsolutePath() + " word\n"));
    assertTrue(said.isEmpty() ? run.err().isEmpty() : run.err().contains(said), run::err);
    assertTrue(run.err().lines().count() <= 1, run::err);
  }

  private long builds() throws IOException {
    Path counted = folder.resolve("builds");
    return Files.exists(counted) ? Files.readAllLines(counted).size() : 0;
  }

  private void built() throws Exception {
    assertRuns(run(), BUILT + " (first use)");
    assertEquals(1, builds());
  }

  private void edit(String source) throws IOException {
    Path file = Files.writeString(root.resolve(source), "edited");
    later(file);
  }

  private static void later(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(1)));
  }

  /** What is left of a build, beside the jar and what it was made from. */
  private List<String> leftovers() throws IOException {
    try (Stream<Path> all = Files.list(root.resolve(JAR).getParent())) {
      return all.map(file -> file.getFileName().toString())
          .filter(name -> !name.equals("bindcheck.jar") && !name.equals("bindcheck.jar.sources"))
          .toList();
    }
  }

  @Test
  void theSecondTimeItOnlyRuns() throws Exception {
    built();
    assertRuns(run(), "");
    assertEquals(1, builds());
    assertEquals(List.of(), leftovers());
  }

  @ParameterizedTest(name = "{0} bytes")
  @ValueSource(ints = {1_000, 100_000})
  void onlyALittleHistoryIsJudgedWithoutTheSecondCompiler(int bytes) throws Exception {
    built();
    Path history = Files.write(folder.resolve("a.jsonl"), new byte[bytes]);
    Run run = end(start(List.of(), "judge", "--time", "5", history.toString()));
    assertEquals(bytes < 10_000, run.out().contains("-XX:TieredStopAtLevel=1"), run::out);
    assertEquals("", run.err());
  }

  @Test
  void whatIsEditedIsBuilt() throws Exception {
    built();
    edit("model/src/main/A.java");
    assertRuns(run(), BUILT + " (sources have changed)");
    assertEquals(2, builds());
  }

  @Test
  void aSourceThatIsGoneIsAChange() throws Exception {
    built();
    Files.delete(root.resolve("impl/src/main/B.java"));
    later(root.resolve("impl/src/main"));
    assertRuns(run(), BUILT + " (sources have changed)");
  }

  @Test
  void aTimeAloneIsNone() throws Exception {
    built();
    later(root.resolve("spec/A.tla"));
    assertRuns(run(), "");
    assertEquals(1, builds());
  }

  /** All files of a copy are new, in any order. */
  @Test
  void aCopyOfABuiltTreeIsNotBuiltAgain() throws Exception {
    built();
    Path copy = folder.resolve("copy");
    assertEquals(0, new ProcessBuilder("cp", "-r", "" + root, "" + copy).start().waitFor());
    later(copy.resolve("model/src/main/A.java"));
    root = copy;
    assertRuns(run(), "");
    assertEquals(1, builds());
  }

  /** It has no record of the launcher's. */
  @Test
  void aJarThatMavenAloneHasBuiltIsRemembered() throws Exception {
    Files.createDirectories(root.resolve(JAR).getParent());
    jar(root.resolve(JAR));
    later(root.resolve(JAR));
    assertRuns(run(), "");
    edit("spec/A.tla");
    Files.setLastModifiedTime(
        root.resolve("spec/A.tla"), FileTime.from(Instant.now().plusSeconds(9)));
    assertRuns(run(), BUILT + " (sources have changed)");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 100, 5_000})
  void aDamagedJarIsBuiltAgain(int length) throws Exception {
    Files.write(folder.resolve("made.jar"), longJar());
    built();
    byte[] whole = Files.readAllBytes(root.resolve(JAR));
    Files.write(root.resolve(JAR), Arrays.copyOf(whole, length));
    assertRuns(run(), BUILT + " (the jar is damaged)");
    assertEquals(whole.length, Files.size(root.resolve(JAR)));
  }

  private byte[] longJar() throws IOException {
    Path file = folder.resolve("long.jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.setLevel(0);
      zip.putNextEntry(new ZipEntry("file"));
      zip.write(new byte[20_000]);
    }
    return Files.readAllBytes(file);
  }

  @Test
  void aJarThatIsDamagedInItsMiddleIsBuiltAgain() throws Exception {
    Files.write(folder.resolve("made.jar"), longJar());
    built();
    byte[] changed = Files.readAllBytes(root.resolve(JAR));
    changed[10_000]++;
    Files.write(root.resolve(JAR), changed);
    later(root.resolve(JAR));
    assertRuns(run(), BUILT + " (the jar is damaged)");
  }

  /** As in a checkout that cannot be written to; a file in the way stops anyone. */
  @Test
  void aStaleJarRunsWhereNothingCanBeBuilt() throws Exception {
    built();
    edit("spec/A.tla");
    forbidBuilding();
    assertRuns(run(), "sources have changed, but nothing can be built here");
    assertEquals(1, builds());
  }

  @Test
  void withoutAJarThatIsTheEnd() throws Exception {
    forbidBuilding();
    Run run = run();
    assertEquals(2, run.code());
    assertTrue(run.err().startsWith("bindcheck: first use, but nothing can be built here"));
    assertEquals(1, run.err().lines().count(), run::err);
  }

  @Test
  void aDamagedJarIsTheEndThere() throws Exception {
    built();
    Files.write(root.resolve(JAR), new byte[100]);
    forbidBuilding();
    Run run = run();
    assertEquals(2, run.code());
    assertTrue(run.err().startsWith("bindcheck: the jar is damaged, but nothing"), run::err);
    assertEquals(1, run.err().lines().count(), run::err);
  }

  private void forbidBuilding() throws IOException {
    Path target = root.resolve("target");
    if (Files.exists(target)) {
      try (Stream<Path> all = Files.list(target)) {
        for (Path file : all.toList()) {
          Files.delete(file);
        }
      }
    }
    Files.deleteIfExists(target);
    Files.writeString(target, "");
  }

  @Test
  void aReadOnlyCheckoutIsNoReasonToHang() throws Exception {
    assumeTrue(isRoot(), "skipped: only root can be somebody else");
    built();
    edit("spec/A.tla");
    assertRuns(
        run("/usr/bin/setpriv", "--reuid=" + NOBODY, "--clear-groups"), "sources have changed");
    assertEquals(1, builds());
  }

  private static boolean isRoot() throws IOException {
    return Files.isExecutable(Path.of("/usr/bin/setpriv"))
        && Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
  }

  /** A process number that is in use, but by a process that began at another time. */
  @ParameterizedTest
  @ValueSource(strings = {"", "1 1", "999999999 1", "nonsense", "folder"})
  void aLockThatNobodyHoldsIsTakenOver(String owner) throws Exception {
    useFlock(false);
    Path lock = Files.createDirectories(root.resolve("target")).resolve("launcher.lock");
    if (owner.equals("folder")) {
      Files.createDirectory(lock);
    } else {
      Files.writeString(lock, owner + "\n");
    }
    built();
    assertFalse(Files.exists(lock));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void twoAtOnceBuildOnce(boolean flock) throws Exception {
    useFlock(flock);
    assumeTrue(!flock || Files.exists(bin.resolve("flock")), "skipped: no flock");
    script(
        "mvn",
        MAVEN
            .formatted(folder)
            .replace("for word", "until [ -e " + go() + " ]; do :; done\nfor word"));
    Process one = start(List.of());
    Process two = start(List.of());
    while (!Files.exists(folder.resolve("err"))
        || !Files.readString(folder.resolve("err")).contains("...")) {
      Thread.onSpinWait();
    }
    Files.createFile(go());
    assertEquals(0, one.waitFor());
    assertEquals(0, two.waitFor());
    assertEquals(1, builds());
  }

  private Path go() {
    return folder.resolve("go");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aBuildThatFailsIsTheEndAndLeavesNothing(boolean flock) throws Exception {
    useFlock(flock);
    script("mvn", "#!/bin/sh\necho broken\nexit 1\n");
    Run run = run();
    assertEquals(2, run.code());
    assertTrue(run.err().endsWith("broken\nbindcheck: the build failed\n"), run::err);
    assertEquals(List.of(), leftovers());
    assertFalse(Files.exists(root.resolve("target/launcher.lock")));
  }
}
