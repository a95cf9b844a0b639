package bindcheck.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents tell people to type is taken, and prints what they say. */
class DocumentedCommandsTest {
  private static final Path ROOT = Path.of("..");

  /** In a line of its own, or between backticks; up to a comment. */
  private static final Pattern COMMAND =
      Pattern.compile("(?m)(?:^ {4}(?:\\(.*\\) *)?|`)\\./bindcheck ([^`\\n]+?) *(?:`|#.*$|$)");

  /** A word between quotes, or without blanks. */
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|\\S+");

  private static final int LEAST_COMMANDS = 40;

  static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>();
    for (String folder : List.of(".", "model", "model/docs", "model/examples", "proofs")) {
      try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
        files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
      }
    }
    return pages;
  }

  private static List<String> commands(Path page) throws IOException {
    return COMMAND.matcher(Files.readString(page)).results().map(m -> m.group(1)).toList();
  }

  /** What may be left out is there; of what may be chosen, the first; a number, where one is. */
  private static String[] words(String command) {
    String all = command.replaceAll("[\\[\\]]", " ").replace("...", " ");
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(all);
    while (matcher.find()) {
      String word = matcher.group().replaceAll("[\"']", "");
      words.add(word.matches("N|S|MS") ? "1" : word.replaceAll("\\|.*", ""));
    }
    return words.toArray(String[]::new);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void everyCommandIsTaken(Path page) throws IOException {
    assertAll(
        commands(page).stream()
            .map(
                command ->
                    () ->
                        assertDoesNotThrow(
                            () -> Main.commandLine().parseArgs(words(command)), command)));
  }

  @Test
  void thereAreCommandsToLookAt() throws IOException {
    int found = 0;
    for (Path page : pages()) {
      found += commands(page).size();
    }
    assertTrue(found >= LEAST_COMMANDS, found + " commands");
  }

  @Test
  void theOutcomesOnThePageAreThoseThatArePrinted() throws IOException {
    List<String> shown = block("hunter.md", "    outcomes:\n");
    String printed = Run.of("litmus", "destroy-04-ack").out();
    assertEquals(shown, printed.lines().filter(shown::contains).toList());
  }

  @Test
  void theHistoryOnThePageIsAllowed(@TempDir Path folder) throws IOException {
    List<String> shown = block("formats.md", "    {\"format\":\"bindcheck-history\"");
    Path history = Files.write(folder.resolve("mine.jsonl"), shown);
    Run judged = Run.of("judge", history.toString());
    assertEquals(0, judged.code(), judged.out() + judged.err());
  }

  @Test
  void theScriptOnThePageIsExplained(@TempDir Path folder) throws IOException {
    List<String> shown = block("reviewer.md", "    p = port_create(");
    Path script = Files.write(folder.resolve("mine.script"), shown);
    Run explained = Run.of("explain", script.toString());
    assertTrue(
        explained.out().contains("T1: OK packet(INTERRUPT, key=9223372036854775808"),
        explained.out() + explained.err());
  }

  @Test
  void theProgramOnThePageIsRun(@TempDir Path folder) throws IOException {
    List<String> shown = block("hunter.md", "    Two readers, one packet\n");
    Path program = Files.write(folder.resolve("mine.litmus"), shown);
    Run run = Run.of("litmus", program.toString());
    assertEquals(0, run.code(), run.out() + run.err());
  }

  /** An indented block of a page that begins so, without its indentation. */
  private static List<String> block(String name, String begin) throws IOException {
    String page = Files.readString(ROOT.resolve("model/docs").resolve(name));
    String block =
        page.substring(page.indexOf(begin))
            .lines()
            .takeWhile(line -> line.isEmpty() || line.startsWith("    "))
            .map(line -> line.isEmpty() ? "" : line.substring(4))
            .collect(Collectors.joining("\n"));
    return block.stripTrailing().lines().toList();
  }
}
