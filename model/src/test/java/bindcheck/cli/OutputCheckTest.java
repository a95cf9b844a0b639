package bindcheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.file.Output;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What a command would write over is found before it begins, and stays as it is. */
@Timeout(120)
class OutputCheckTest {
  private static final String SCRIPT = "p = port_create(0)\n";
  private static final String HISTORY =
      """
      {"format":"bindcheck-history","version":1,"target":"t","deadlines":"recorded"}
      {"event":"end","quiescent":true}
      """;

  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("s"), SCRIPT);
    Files.writeString(folder.resolve("h"), HISTORY);
    Files.createLink(folder.resolve("hard"), folder.resolve("h"));
    Files.createSymbolicLink(folder.resolve("soft"), folder.resolve("h"));
    Files.createDirectory(folder.resolve("d"));
  }

  private Map<String, String> contents() throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        contents.put(file.toString(), Files.readString(file));
      }
    }
    return contents;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "judge @h --json=@h",
        "judge @s @h --junit @h",
        "judge @h --json @hard",
        "judge @h --junit @soft",
        "judge @h --json @r --junit @d/../r",
        "judge @h --json /dev/null",
        "judge @h --json @d",
        "judge @h --json @no/r",
        "judge @h --json /proc/r",
        "run @s -o @s",
        "run @s -o /",
        "run @s -o /dev/full",
        "run @s --target process:sh:@h -o @h",
        "check --json @r --junit @r",
        "check --report @d --json @d/index.html",
        "check --report @r --json @r",
        "check --report @h",
        "check --save-scripts @h",
        "check --save-scripts @d --json @d/r",
        "check --expect-failures @s --json @s",
        "check --classpath @h --json @h",
        "check --target library:@h --json @h",
        "hunt -o @d",
        "hunt -o /dev/null",
        "hunt --expect-failures @s -o @s",
        "litmus @s --results @s",
        "litmus --engine stress --results @d",
        "litmus --engine stress --results @no/r",
        "zoo --results @d",
        "zoo --results /dev/null",
        "traces -o @h",
        "traces -o @h/below",
        "traces -o /proc/below",
      })
  void nothingRunsAndNothingChanges(String words) throws IOException {
    Map<String, String> before = contents();
    List<String> args = new ArrayList<>();
    for (String word : words.split(" ", -1)) {
      args.add(word.replace("process:sh:", "process:sh ").replace("@", folder + "/"));
    }
    Run run = Run.of(args.toArray(String[]::new));
    assertEquals(2, run.code(), run::err);
    assertEquals("", run.out());
    assertEquals(1, run.err().lines().count(), run::err);
    assertEquals(before, contents());
  }

  /** So that no new command forgets. */
  @Test
  void everyOptionThatNamesAPathToWriteToIsAnOutput() {
    Set<String> others = new TreeSet<>();
    for (CommandLine command : Main.commandLine().getSubcommands().values()) {
      for (OptionSpec option : command.getCommandSpec().options()) {
        boolean writes =
            String.join(" ", option.description()).matches(".*(writ|keeps in|goes,).*");
        boolean isPath = Set.of("FILE", "DIR").contains(option.paramLabel());
        if (isPath && !Output.class.isAssignableFrom(option.type())) {
          others.add(option.longestName());
          assertTrue(!writes, option::longestName);
        }
      }
    }
    assertEquals(Set.of("--expect-failures", "--porcupine", "--verify"), others);
  }

  /** Text of strangers may have halves of characters, which no file can have. */
  @Test
  void halfACharacterSuppressesNoReport() throws Exception {
    Path history =
        Files.writeString(
            folder.resolve("half"),
            """
            {"format":"bindcheck-history","version":1,"target":"\\ud800x","deadlines":"recorded"}
            {"event":"call","thread":"T1","op":"port_create","args":{"options":0}}
            {"event":"return","thread":"T1","status":"BAD_STATE"}
            {"event":"quiescent"}
            {"event":"end","quiescent":true}
            """);
    Path json = folder.resolve("r.json");
    Path junit = folder.resolve("r.xml");
    Run run = Run.of("judge", "" + history, "--json", "" + json, "--junit", "" + junit);
    assertEquals(1, run.code(), run::err);
    assertEquals(
        "\uFFFDx",
        new ObjectMapper().readTree(json.toFile()).at("/histories/0/target").textValue());
    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(junit.toFile());
  }

  @Test
  void helpIsGivenWhateverElseIsNamed() {
    assertEquals(0, Run.of("judge", "--json", "/dev/null", "--help").code());
  }
}
