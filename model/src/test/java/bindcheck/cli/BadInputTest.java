package bindcheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What cannot be used is told in one line, with where it is and what was expected; code 2. */
@Timeout(60)
class BadInputTest {
  @TempDir private Path folder;

  /** One line that says this, and nothing on stdout. */
  private static void assertRefused(String expected, String... args) {
    Run run = Run.of(args);
    assertEquals(2, run.code(), run::err);
    assertEquals("", run.out());
    assertEquals(1, run.err().lines().count(), run::err);
    assertTrue(run.err().startsWith("bindcheck: "), run::err);
    assertTrue(run.err().contains(expected), run::err);
  }

  private Path file(String content) throws IOException {
    return Files.write(folder.resolve("a.script"), content.getBytes(StandardCharsets.ISO_8859_1));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "port_creat(0); :2: expected a call, found 'port_creat' (did you mean port_create?)",
        "interrupt_ack(); :2: expected 1 argument as in interrupt_ack(inth), found 0",
        "interrupt_bind(p, p, 1); :2: expected 4 arguments as in interrupt_bind(",
        "interrupt_ack(i); :2: expected inth to be a handle that an earlier line assigns (p)",
        "port_queue(p, 18446744073709551616, 0); :2: expected key to be a number from 0 to",
        "port_queue(p, 0x10000000000000000, 0); :2: expected key to be a number from 0 to",
        "interrupt_trigger(p, 0, 9223372036854775808); :2: expected timestamp to be",
        "port_create(4294967296); :2: expected options to be a number from 0 to 4294967295",
        "port_wait(p, soon); :2: expected deadline to be",
        "port_create(VIRTUAL); :2: expected options to be",
        "expire(T1); :2: expected a thread that has made a call (main)",
        "port_wait(p, PAST; :2: expected ',' or ')'",
        "T1 port_wait(p, PAST); :2: expected",
        "q = handle_close(p); :2: expected no name before",
        "interrupt_ack(p)interrupt_ack(p); :2: expected the end of the line",
      })
  void aScriptThatIsWrong(String line, String expected) throws IOException {
    Path script = file("p = port_create(BIND_TO_INTERRUPT)\n" + line + "\n");
    assertRefused(script + expected, "explain", script.toString());
  }

  @Test
  void aScriptWhoseThreadIsBusy() throws IOException {
    Path script =
        file("p = port_create(0)\nT1: port_wait(p, INFINITE)\nT1: port_wait(p, INFINITE)\n");
    assertRefused(script + ":3: expected an idle thread", "explain", script.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "# nothing\n\n"})
  void aScriptWithoutACall(String content) throws IOException {
    Path script = file(content);
    assertRefused(script + ": expected at least one call", "explain", script.toString());
  }

  @Test
  void aBinaryFile() throws IOException {
    Path script = file("\u007fELF\u0002\u0001\u00ff\u0000\u00fe");
    assertRefused(script + ": expected text in UTF-8", "explain", script.toString());
  }

  @Test
  void aMissingFile() {
    String missing = folder.resolve("no such").toString();
    assertRefused(missing + ": expected a script, found no such file", "explain", missing);
  }

  @Test
  void aFolder() {
    assertRefused(folder + ": expected a script, found a folder", "explain", folder.toString());
  }

  @Test
  void aFileThatMayNotBeRead() throws IOException {
    Path script = file("p = port_create(0)\n");
    assumeFalse(!script.toFile().setReadable(false) || Files.isReadable(script), "run as root");
    assertRefused(script + ": expected a readable file", "explain", script.toString());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "check --variant zircon; expected a variant out of doc, reference, zircon-2018",
        "check --of doc; expected a resolved variant out of reference, zircon-2018",
        "check --suite tiny; expected a suite out of complete, full, quick, small, found 'tiny'",
        "check --target nowhere; java:CLASS",
        "check --target java:no.such.Class; expected a class on the class path",
        "check --target java:java.lang.String; expected a class that implements",
        "check --seed soon; Invalid value for option '--seed'",
        "check --sede 1; Unknown options: '--sede', '1'",
        "check small; Unmatched argument at index 1: 'small'",
        "rerun; Missing required parameter: 'SCRIPT'",
        "litmus nothing; or a theme out of ack-read, ack-trigger, ",
        "litmus no-such.litmus; no-such.litmus: expected a litmus program, found no such file",
        "litmus --engine herd; expected a litmus engine out of jpf, lincheck, monitor, spec",
        "litmus --engine monitor --schedule 1:1; --schedule: expected --engine monitor and one",
        "litmus --engine monitor close-06-twice --schedule 1; --schedule: expected steps like",
        "litmus --engine monitor close-06-twice --schedule 9:4; expected one that fits close-06",
        "litmus --engine stress --runs 0; --runs: expected 1 to 9223372036854775807, found 0",
        "litmus --engine lincheck --threads=-1; --threads: expected 1 to 64, found -1",
        "hunt --max-members 0; --max-members: expected 1 to ",
        "hunt --calls trigger=1,trigger=1; --calls: expected one weight of trigger, found two",
        "judge a --time 9300000000; --time: expected 1 to 1000000000, found 9300000000",
        "zoo --time 0; --time: expected 1 to 1000000000, found 0",
        "bench --only fast; expected a comparison out of explore, hunt, judge, porcupine, record, replay,",
        "bench --only suite --size huge; expected a size out of full, quick, usual, found 'huge'",
        "litmus --variant zircon; expected a variant out of doc, reference",
        "litmus --engine stress --target java:no.such.Class; expected a class on the class path",
        "explain a b; Unmatched argument at index 2: 'b'",
        "model MCNone; expected a model of spec/manifest.json, such as ",
        "traces; Missing required option: '-o=DIR'",
        "traces -o; Missing required parameter for option '-o' (DIR)",
        "traces -o x --format xml; expected a format out of itf, jsonl, found 'xml'",
        "traces -o x --suite tiny; expected a suite out of complete, full, quick, small",
        "traces -o x --of doc; expected a resolved variant out of reference",
        "traces -o x --variant none; expected a variant out of doc",
        "chek; expected a command, found 'chek' (did you mean check?)",
        "check --target process:no-such-program; can be started, found 'no-such-program': No such",
        "--frobnicate; Unknown option: '--frobnicate'",
      })
  void aWordThatIsUnknown(String args, String expected) {
    assertRefused(expected, args.split(" "));
    assertTrue(Files.notExists(Path.of("x")));
  }

  @Test
  void noCommand() {
    assertRefused("expected a command");
  }

  @Test
  void tracesAreNotWrittenOverAFileOfOthers() throws IOException {
    Path mine = Files.writeString(folder.resolve("errors.traces.jsonl"), "mine\n");
    String expected = mine + ": expected no file, or one that this command wrote";
    assertRefused(expected, "traces", "-o", folder.toString());
    assertEquals("mine\n", Files.readString(mine));
    try (Stream<Path> all = Files.list(folder)) {
      assertEquals(1, all.count());
    }
  }

  @Test
  void statesAreNotWrittenOverAFileOfOthers() throws IOException {
    Path mine = Files.createDirectories(folder.resolve("errors")).resolve("notes");
    Files.writeString(mine, "{}");
    String expected = mine + ": expected no file, or one that this command wrote";
    assertRefused(expected, "traces", "--format", "itf", "-o", folder.toString());
    assertEquals("{}", Files.readString(mine));
  }

  @Test
  void aFolderForTracesThatIsAFile() throws IOException {
    Path file = file("mine");
    assertRefused(
        file + ": expected a folder to write to, found a file", "traces", "-o", file.toString());
    Path below = file.resolve("below");
    assertRefused(below + ": expected a folder to write to", "traces", "-o", below.toString());
  }

  @Test
  void helpGoesToStdoutAndNamesTheExitCodes() {
    for (String command : Main.commandLine().getSubcommands().keySet()) {
      Run run = command.equals("help") ? Run.of("help") : Run.of(command, "--help");
      assertEquals(0, run.code(), command);
      assertEquals("", run.err());
      String text = run.out().toLowerCase(Locale.ROOT);
      assertTrue(text.contains("usage: bindcheck"), run::out);
      for (String code : new String[] {"0", "1", "2", "3"}) {
        assertTrue(
            run.out().lines().anyMatch(line -> line.startsWith("  " + code + "  ")), run::out);
      }
    }
  }

  @Test
  void helpSaysOfEachCommandInAWholeSentenceWhatItDoes() {
    String help = Run.of("--help").out().replaceAll("\\s+", " ");
    for (CommandLine command : Main.commandLine().getSubcommands().values()) {
      if (command.getCommandName().equals("help")) {
        continue; // the library's own
      }
      String[] description = command.getCommandSpec().usageMessage().description();
      assertTrue(help.contains(description[0].replaceAll("\\s+", " ")), description[0]);
    }
  }

  @Test
  void theVersionGoesToStdout() {
    Run run = Run.of("--version");
    assertEquals(0, run.code());
    assertTrue(run.out().startsWith("bindcheck "), run::out);
  }
}
