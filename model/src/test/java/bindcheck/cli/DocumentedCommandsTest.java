package bindcheck.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertLinesMatch;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents tell people to type is taken, and prints what they say. */
class DocumentedCommandsTest {
  /** At the end of a scene's line. */
  private static final Pattern SPEED = Pattern.compile("(?m)(?<=\\d) +\\d+$");

  private static final int LEAST_COMMANDS = 40;

  /** What may be left out is there; of what may be chosen, the first; a number, where one is. */
  private static String[] words(String command) {
    String all = command.replaceAll("[\\[\\]]", " ").replace("...", " ");
    return Pages.words(all).stream()
        .map(word -> word.matches("N|S|MS") ? "1" : word.replaceAll("\\|.*", ""))
        .toArray(String[]::new);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bindcheck.cli.Pages#all")
  void everyCommandIsTaken(Path page) throws IOException {
    assertAll(
        Pages.commands(page).stream()
            .map(
                command ->
                    () ->
                        assertDoesNotThrow(
                            () -> Main.commandLine().parseArgs(words(command)), command)));
  }

  @Test
  void thereAreCommandsToLookAt() throws IOException {
    int found = 0;
    for (Path page : Pages.all()) {
      found += Pages.commands(page).size();
    }
    assertTrue(found >= LEAST_COMMANDS, found + " commands");
  }

  @Test
  void theOutcomesOnThePageAreThoseThatArePrinted() throws IOException {
    List<String> shown = Pages.block("model/docs/hunter.md", "    outcomes:\n");
    String printed = Run.of("litmus", "destroy-04-ack").out();
    assertEquals(shown, printed.lines().filter(shown::contains).toList());
  }

  /** But for how fast each scene is. */
  @Test
  @Tag("long") // a whole check
  void theCheckOnTheFirstPageIsWhatIsPrinted() throws IOException {
    String shown = String.join("\n", Pages.block("README.md", "    target   java:")) + "\n";
    Run check = Run.of("check");
    assertLinesMatch(
        SPEED.matcher(shown).replaceAll("").lines().map(DocumentedCommandsTest::asPattern),
        SPEED.matcher(check.out()).replaceAll("").lines());
  }

  private static String asPattern(String line) {
    return line.equals("...") ? ">> other scenes >>" : Pattern.quote(line);
  }

  @Test
  void theHistoryOnThePageIsAllowed(@TempDir Path folder) throws IOException {
    List<String> shown =
        Pages.block("model/docs/formats.md", "    {\"format\":\"bindcheck-history\"");
    Path history = Files.write(folder.resolve("mine.jsonl"), shown);
    Run judged = Run.of("judge", history.toString());
    assertEquals(0, judged.code(), judged.out() + judged.err());
  }

  @Test
  void theScriptOnThePageIsExplained(@TempDir Path folder) throws IOException {
    List<String> shown = Pages.block("model/docs/reviewer.md", "    p = port_create(");
    Path script = Files.write(folder.resolve("mine.script"), shown);
    Run explained = Run.of("explain", script.toString());
    assertTrue(
        explained.out().contains("T1: OK packet(INTERRUPT, key=9223372036854775808"),
        explained.out() + explained.err());
  }

  @Test
  void theProgramOnThePageIsRun(@TempDir Path folder) throws IOException {
    List<String> shown = Pages.block("model/docs/hunter.md", "    Two readers, one packet\n");
    Path program = Files.write(folder.resolve("mine.litmus"), shown);
    Run run = Run.of("litmus", program.toString());
    assertEquals(0, run.code(), run.out() + run.err());
  }

  /** But for how its lines are broken. */
  @Test
  void theOperatorsOnThePageAreThoseOfTheSpecification() throws IOException {
    String page = Files.readString(Pages.ROOT.resolve("model/docs/reading-tla.md"));
    String shown = page.substring(page.indexOf("## One call"), page.indexOf("## Check yourself"));
    String specification =
        Files.readString(Pages.ROOT.resolve("spec/Triggers.tla")).replaceAll("\\s+", " ");
    String operators =
        shown
            .lines()
            .filter(line -> line.startsWith("    "))
            .collect(Collectors.joining(" "))
            .replaceAll("\\s+", " ")
            .strip();
    int second = operators.indexOf("LOCAL AckArmed");
    for (String operator : List.of(operators.substring(0, second), operators.substring(second))) {
      assertTrue(specification.contains(operator.strip()), operator);
    }
  }

  @Test
  void theAckOnThePageIsExplainedAsItSays(@TempDir Path folder) throws IOException {
    List<String> shown = Pages.block("model/docs/reading-tla.md", "    p = port_create(");
    Path script = Files.write(folder.resolve("ack.script"), shown);
    String out = Run.of("explain", script.toString()).out();
    String last = out.substring(out.indexOf("  6  "), out.indexOf("\n\n"));
    assertEquals(
        List.of("C-trigger-unread=queues R-dedicated-queue R-packet-delivered"),
        last.lines().skip(2).map(String::strip).toList());
    assertTrue(last.contains("main: OK\n"), last);
  }
}
