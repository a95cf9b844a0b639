package bindcheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import bindcheck.target.process.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the documents tell people to type is done, from the folder from which they type it, and ends
 * with the exit code that it should. What is to be chosen is chosen here; nothing else is changed
 * but for how long a search takes, and where what is kept in the project would be written.
 */
@Tag("long")
@Timeout(4000)
class DocumentedRunsTest {
  private static final Pattern OPTIONAL = Pattern.compile(" \\[[^\\]]*\\]");
  private static final Pattern FAULTY = Pattern.compile("--fault |/READ_TWICE/");

  private static final String REFERENCE = "java:bindcheck.target.ReferenceTarget";

  /** Every model, on a loaded machine. */
  private static final int LONGEST = 3_600;

  private static final String FAULT = "FAULT=READ_TWICE";
  private static final Pattern LONG = Pattern.compile("--time 600?\\b");

  /**
   * These are played word for word, with what they need, by the tests of their pages; but for those
   * that need each other, on several machines.
   */
  private static final Pattern ELSEWHERE =
      Pattern.compile(
          "mine/adapter\\.py|example\\.TinyKernel|--classpath CLASSES|--distributed|--worker");

  /** Placeholders, in the order in which they are looked for. */
  private static final List<Map.Entry<String, String>> CHOSEN =
      List.of(
          Map.entry("java:your.Kernel --classpath classes:your.jar", "REFERENCE"),
          Map.entry("--target T\\b", "--target REFERENCE"),
          Map.entry("--variant V\\b", "--variant zircon-2018"),
          Map.entry("library:FILE.so", "library:model/examples/c/build/libzxkernel.so"),
          Map.entry("proofs/litmus/seen/\\w+\\.json", "OUT"),
          Map.entry("(-o|--report|--junit|--json) (DIR|FILE)\\b", "$1 OUT"),
          Map.entry("FILE\\.tla", "Wakeups.tla"),
          Map.entry("FILE\\.script(\\.\\.\\.)?|\\bSCRIPT\\b", "mine.script"),
          Map.entry("ack\\.script", "mine.script"),
          Map.entry("report merge FILE\\.\\.\\.", "report merge mine.json"),
          Map.entry("judge FILE\\.\\.\\.", "judge mine.jsonl"),
          Map.entry("COMMAND --help", "check --help"),
          Map.entry("model NAME", "model MCDestroyDoesNotDestroy"),
          Map.entry("^zoo$", "zoo crash-on-a-null-pointer"),
          Map.entry("^bench$", "bench --size quick"),
          Map.entry("REFERENCE", REFERENCE));

  @TempDir private Path folder;

  /** Each once, without what may be left out. */
  static Set<String> commands() throws IOException {
    Set<String> commands = new LinkedHashSet<>();
    for (Path page : Pages.all()) {
      Pages.commands(page).forEach(each -> commands.add(OPTIONAL.matcher(each).replaceAll("")));
    }
    commands.removeIf(ELSEWHERE.asPredicate());
    return commands;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("commands")
  void isDone(String command) throws Exception {
    write("mine.script", Pages.block("model/docs/reviewer.md", "    p = port_create("));
    write("mine.litmus", Pages.block("model/docs/hunter.md", "    Two readers, one packet\n"));
    write("mine.jsonl", Pages.block("model/docs/formats.md", "    {\"format\":"));
    write("Wakeups.tla", Pages.block("model/docs/implementer.md", "    ---- MODULE Wakeups"));
    build(command);
    if (command.contains("report merge")) {
      Run.quickCheck(REFERENCE, "--shard", "1/1", "--json", "" + folder.resolve("mine.json"));
    }
    Path printed = folder.resolve("printed");
    Process process =
        atRoot(line(command).toArray(String[]::new)).redirectOutput(printed.toFile()).start();
    try {
      assertTrue(process.waitFor(LONGEST, TimeUnit.SECONDS));
    } finally {
      process.destroyForcibly();
    }
    String text = Files.readString(printed, StandardCharsets.UTF_8);
    assumeFalse(text.contains("skipped: JPF not installed"), "skipped: JPF not installed");
    assertEquals(FAULTY.matcher(command).find() ? 1 : 0, process.exitValue(), text);
  }

  private void write(String name, List<String> lines) throws IOException {
    Files.write(folder.resolve(name), lines);
  }

  /** The examples that it names, as their page says; skipped, with the reason, without a tool. */
  private static void build(String command) throws IOException, InterruptedException {
    if (command.contains("examples/c/") || command.contains("FILE.so")) {
      Programs.assumeInstalled("make");
      assertEquals(0, atRoot("make", "-C", "model/examples/c").start().waitFor());
      assertEquals(0, atRoot("make", "-C", "model/examples/c", FAULT).start().waitFor());
    } else if (command.contains("python3")) {
      Programs.assumePython();
    } else if (command.contains("node ")) {
      Programs.assumeNode();
    } else if (command.contains("examples/rust")) {
      Programs.assumeInstalled("cargo");
      Path folder = Pages.ROOT.resolve("model/examples/rust");
      ProcessBuilder cargo = atRoot("cargo", "build", "--offline", "--quiet");
      assertEquals(0, cargo.directory(folder.toFile()).start().waitFor());
    }
  }

  private static ProcessBuilder atRoot(String... line) {
    return new ProcessBuilder(line)
        .directory(Pages.ROOT.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD);
  }

  private List<String> line(String command) {
    String chosen = LONG.matcher(command).replaceAll("--time 20");
    for (Map.Entry<String, String> choice : CHOSEN) {
      chosen = chosen.replaceAll(choice.getKey(), choice.getValue());
    }
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    Pages.words(chosen.replaceAll("(mine\\.(script|litmus|jsonl?)|Wakeups\\.tla)", folder + "/$0"))
        .forEach(word -> line.add(word.equals("OUT") ? folder.resolve("out").toString() : word));
    return line;
  }
}
