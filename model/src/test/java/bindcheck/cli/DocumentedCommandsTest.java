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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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
    String page = Files.readString(ROOT.resolve("model/docs/hunter.md"));
    List<String> shown =
        page.substring(page.indexOf("    outcomes:\n"))
            .lines()
            .takeWhile(line -> line.startsWith("    "))
            .map(line -> line.substring(4))
            .toList();
    String printed = Run.of("litmus", "destroy-04-ack").out();
    assertEquals(shown, printed.lines().filter(shown::contains).toList());
  }
}
