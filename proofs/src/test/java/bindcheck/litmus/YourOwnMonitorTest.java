package bindcheck.litmus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The page for people with a monitor of their own, followed step by step. */
@Timeout(300)
class YourOwnMonitorTest {
  private static final Path PAGE = Path.of("YOUR-OWN-MONITOR.md");
  private static final Pattern CODE = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern COMMAND = Pattern.compile("(?m)^    \\./bindcheck (litmus .*)$");
  private static final Pattern CHANGE = Pattern.compile("[Cc]hange `(.+?)` to `(.+?)`");

  /** Fewer than the page's, which one does not wait for in a build. */
  private static final String RUNS = "300";

  @TempDir private Path folder;

  private record Run(int code, String output) {}

  @Test
  void theClassPasses() throws Exception {
    Run run = litmus(first(CODE, page()).group(1));
    assertEquals(0, run.code(), run::output);
    assertTrue(run.output().contains("readers-01-one-packet"), run::output);
    assertTrue(run.output().contains("observed exactly"), run::output);
  }

  @Test
  void theFirstChangeIsCaught() throws Exception {
    Run run = litmus(changed(0));
    assertEquals(1, run.code(), run::output);
    assertTrue(run.output().contains("threw java.util.NoSuchElementException"), run::output);
    assertTrue(run.output().contains("example.TinyKernel.portWait"), run::output);
  }

  @Test
  @Tag("long") // the first change stands for both, and stress for both engines
  void theFirstChangeIsCaughtByLincheckAsWell() throws Exception {
    assumeTrue(Runtime.version().feature() == 17, "skipped: Lincheck needs a JDK 17");
    List<String> words = new ArrayList<>(command());
    words.replaceAll(word -> word.equals("stress") ? "lincheck" : word);
    words.subList(words.indexOf("classes") + 1, words.size()).clear();
    words.addAll(List.of("readers-01-one-packet", "--schedules", "50"));
    Run run = litmus(changed(0), words);
    assertEquals(1, run.code(), run::output);
    assertTrue(run.output().contains("threw java.util.NoSuchElementException"), run::output);
    assertTrue(run.output().contains("| "), run::output);
  }

  @Test
  @Tag("long")
  void theSecondChangeIsCaught() throws Exception {
    Run run = litmus(changed(1));
    assertEquals(1, run.code(), run::output);
    assertTrue(run.output().contains("FORBIDDEN"), run::output);
    assertTrue(run.output().contains("there are two packets for two readers"), run::output);
  }

  @Test
  void bothChangesAreCaughtByEveryInterleaving() throws Exception {
    for (int change = 0; change < 2; change++) {
      List<String> words = new ArrayList<>(command());
      words.replaceAll(word -> word.equals("stress") ? "monitor" : word);
      words.subList(words.indexOf("classes") + 1, words.size()).clear();
      words.add("readers");
      Run run = litmus(changed(change), words);
      assertEquals(1, run.code(), run::output);
      assertTrue(run.output().contains("--schedule "), run::output);
    }
  }

  private static String page() throws IOException {
    return Files.readString(PAGE);
  }

  private static Matcher first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertTrue(matcher.find(), () -> "no " + pattern + " in " + PAGE);
    return matcher;
  }

  /** The class after the change of that number, which must be possible. */
  private static String changed(int number) throws IOException {
    Matcher matcher = first(CHANGE, page());
    for (int i = 0; i < number; i++) {
      assertTrue(matcher.find(), "a further change");
    }
    String code = first(CODE, page()).group(1);
    assertTrue(code.contains(matcher.group(1)), () -> "nothing to change: " + matcher.group(1));
    return code.replace(matcher.group(1), matcher.group(2));
  }

  /** The command of the page, with fewer runs. */
  private Run litmus(String code) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(command());
    words.addAll(List.of("--runs", RUNS));
    return litmus(code, words);
  }

  private static List<String> command() throws IOException {
    return List.of(first(COMMAND, page()).group(1).split(" "));
  }

  /** Compiles the class, and gives the command to a new Java machine. */
  private Run litmus(String code, List<String> words) throws IOException, InterruptedException {
    Path source = Files.writeString(folder.resolve("TinyKernel.java"), code);
    Path classes = Files.createDirectories(folder.resolve("classes"));
    String own = bindcheck();
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-cp", own, "-d", classes.toString(), source.toString());
    assertEquals(0, failed, "the class of the page compiles");
    List<String> command =
        new ArrayList<>(List.of(java(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", own, "bindcheck.cli.Main"));
    command.addAll(words);
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    try (InputStream output = process.getInputStream()) {
      String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
      return new Run(process.waitFor(), text);
    } finally {
      process.destroyForcibly();
    }
  }

  /** The jar that the page names; before there is one, the classes that it is made of. */
  private static String bindcheck() {
    Path jar = Path.of("../model/target/bindcheck.jar").toAbsolutePath();
    return Files.exists(jar) ? jar.toString() : System.getProperty("java.class.path");
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
