package bindcheck.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.file.InputException;
import bindcheck.schema.Schema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Histories are read back as they were written; whatever is none gets one line that says why. */
class HistoryReaderTest {
  private static final Schema SCHEMA = new Schema("history");
  private static final Path CORPUS = Path.of("src/test/resources/histories");
  private static final String HEADER =
      "{'format':'bindcheck-history','version':1,'target':'t','deadlines':'any'}\n";
  private static final String CALL =
      "{'event':'call','thread':'T1','op':'interrupt_ack','args':{'inth':1}}\n";
  private static final String CREATE =
      "{'event':'call','thread':'T1','op':'port_create','args':{'options':0}}\n";
  private static final String RETURN = "{'event':'return','thread':'T1','status':'OK'}\n";
  private static final String END = "{'event':'end','quiescent':true}\n";

  @TempDir Path folder;

  static List<Path> corpus() throws IOException {
    try (Stream<Path> files = Files.walk(CORPUS)) {
      return files.filter(file -> file.toString().endsWith(".history")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void whatIsWrittenIsWhatWasRead(Path file) throws IOException {
    ByteArrayOutputStream copy = new ByteArrayOutputStream();
    try (HistoryReader reader = new HistoryReader(file);
        HistoryWriter writer = new HistoryWriter(copy, reader.header())) {
      for (Event event = reader.next(); event != null; event = reader.next()) {
        writer.write(event);
      }
    }
    String named = Files.readString(file).replace("\"type\":7,", "\"type\":\"INTERRUPT\",");
    assertEquals(named, copy.toString(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void everyLineIsAsTheSchemaSays(Path file) throws IOException {
    for (String line : Files.readAllLines(file)) {
      assertEquals(List.of(), SCHEMA.errors(line));
    }
  }

  @Test
  void theSchemaRefusesANumberWhereADecimalStringIsExpected() {
    String line = "{'event':'return','thread':'T','status':'OK','timestamp':5}".replace('\'', '"');
    assertFalse(SCHEMA.errors(line).isEmpty());
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | 1: expected a header, found the end of the file",
        "nonsense | 1: expected a JSON object",
        "[] | 1: expected the header to be a JSON object, found []",
        "{'format':'itf'} | 1: expected the header.format to be \"bindcheck-history\", found \"itf\"",
        "{'format':'bindcheck-history','version':2} | 1: expected the header.version to be 1, found 2",
        "H | 2: expected {\"event\": \"end\"",
        "HC | 3: expected {\"event\": \"end\"",
        "HCC | 3: expected the return of T1",
        "HR | 2: expected a call of T1 before its return",
        "HE{} | 3: expected nothing after the end",
        "H{'event':'quiescent','x':1} | 2: expected the event to have no field but event, found 'x'",
        "H{'event':'call','thread':'T1','op':'fork','args':{}} | 2: expected the event.op to be",
        "H{'event':'call','thread':'T1','op':'interrupt_ack','args':{}} | 2: expected the event.args.inth to be",
        "H{'event':'call','thread':'T1','op':'interrupt_ack','args':{'inth':-1}} | 2: expected the event.args.inth to be a whole number from 0 to 4294967295, found -1",
        "H{'event':'call','thread':'T1','op':'interrupt_ack','args':{'inth':1,'x':2}} | no field but inth, found 'x'",
        "H{'event':'call','thread':'T 1','op':'interrupt_ack','args':{'inth':1}} | name of a thread",
        "H{'event':'expire','thread':'T1'} | 2: expected a thread in a port_wait",
        "HC{'event':'reset'} | 3: expected the return of [T1]",
        "HC{'event':'return','thread':'T1','status':'OK','handle':1} | 3: expected nothing beside"
            + " the status",
        "HP{'event':'return','thread':'T1','status':'OK'} | 3: expected a handle beside the status",
        "HC{'event':'return','thread':'T1','status':0.5} | 3: expected the event.status to be the name or the number",
        "H{'event':'call','thread':'T1','op':'port_wiat','args':{}} | did you mean port_wait?",
        "HC{'event':'return','thread':'T1','status':'WHAT'} | 3: expected the event.status to be the name or the number of a status",
        "H{'event':'end','quiescent':true,'event':'end'} | 2: expected a JSON object, found \"{\"event\":\"end\",\"quiescent\":true,\"event\":\"end\"}\" (a name that is there twice, at character 40",
        "H{'event':'end','quiescent':1} | 2: expected the event.quiescent to be true or false, found 1"
      })
  void whatIsNoHistoryGetsOneLine(String shorthand, String expected) throws IOException {
    String text =
        shorthand.startsWith("H")
            ? HEADER
                + shorthand
                    .substring(1)
                    .replaceFirst("^P", CREATE)
                    .replaceFirst("^C", CALL)
                    .replaceFirst("(?m)^C", CALL)
                    .replaceFirst("(?m)^R", RETURN)
                    .replaceFirst("(?m)^E", END)
            : shorthand;
    String message = refused(text.replace('\'', '"')).orElseThrow();
    assertTrue(message.contains(expected), message);
    assertTrue(message.contains("some.history"), message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "port_wait | 'porth':1,'deadline':'0' | PAST",
        "port_wait | 'porth':1,'deadline':'-1' | PAST",
        "port_wait | 'porth':1,'deadline':'9223372036854775807' | INFINITE",
        "interrupt_wait | 'inth':1 | INFINITE"
      })
  void anExpireOfADeadlineThatCannotPassIsRefused(String op, String arguments, String deadline)
      throws IOException {
    String message = expire(op, arguments).orElseThrow();
    String start = ":3: expected a thread in a port_wait with a finite deadline, found " + op + "(";
    assertTrue(message.contains(start), message);
    assertTrue(message.endsWith("), whose deadline is " + deadline), message);
  }

  @Test
  void anyOtherDeadlineMayPass() throws IOException {
    assertEquals(Optional.empty(), expire("port_wait", "'porth':1,'deadline':'1'"));
  }

  private Optional<String> expire(String op, String arguments) throws IOException {
    String call = "{'event':'call','thread':'T1','op':'" + op + "','args':{" + arguments + "}}\n";
    String text = HEADER + call + "{'event':'expire','thread':'T1'}\n" + END;
    return refused(text.replace('\'', '"'));
  }

  /**
   * The file that the reader of today's histories has always taken, and the one that is written.
   */
  @Test
  void namesAndNumbersAreReadAlike() throws IOException {
    String numbers =
        HEADER
            + "{'event':'call','thread':'T1','op':'handle_duplicate',"
            + "'args':{'handle':1,'rights':12},'null':false}\n"
            + "{'event':'return','thread':'T1','status':'0','handle':2}\n"
            + "{'event':'call','thread':'T1','op':'port_wait',"
            + "'args':{'porth':2,'deadline':'-007'}}\n"
            + "{'event':'return','thread':'T1','status':'OK','packet':"
            + "{'type':7,'key':'00','status':'0','timestamp':'5'}}\n"
            + "{'event':'call','thread':'T1','op':'interrupt_ack','args':{'inth':1}}\n"
            + "{'event':'return','thread':'T1','status':'-20'}\n"
            + END;
    String names =
        numbers
            .replace("12},'null':false", "'READ|WRITE'}")
            .replace("'status':'0'", "'status':'OK'")
            .replace("-007", "-7")
            .replace("7,'key':'00'", "'INTERRUPT','key':'0'")
            .replace("'-20'", "'BAD_STATE'");
    List<Event> events = events(numbers);
    assertEquals(events(names), events);
    assertEquals(events(names.replace("'OK'", "0").replace("'BAD_STATE'", "-20")), events);
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    try (HistoryWriter writer = new HistoryWriter(written, new Header("t", false))) {
      events.forEach(writer::write);
    }
    assertEquals(names.replace('\'', '"'), written.toString(StandardCharsets.UTF_8));
  }

  private List<Event> events(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("some.history"), text.replace('\'', '"'));
    List<Event> events = new ArrayList<>();
    try (HistoryReader reader = new HistoryReader(file)) {
      for (Event event = reader.next(); event != null; event = reader.next()) {
        events.add(event);
      }
    }
    for (String line : Files.readAllLines(file)) {
      assertEquals(List.of(), SCHEMA.errors(line), line);
    }
    return events;
  }

  @Property(tries = 200)
  void aDamagedHistoryIsReadOrRefusedWithOneLine(@ForAll long seed) throws IOException {
    folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "damaged");
    Random random = new Random(seed);
    List<Path> files = corpus();
    String text = Files.readString(files.get(random.nextInt(files.size())));
    refused(damage(text, random)).ifPresent(m -> assertEquals(1, m.lines().count(), m));
    Files.delete(folder);
  }

  private static String damage(String text, Random random) {
    int at = random.nextInt(text.length());
    List<String> lines = new ArrayList<>(text.lines().toList());
    int line = random.nextInt(lines.size());
    return switch (random.nextInt(6)) {
      case 0 -> text.substring(0, at);
      case 1 -> text.substring(0, at) + text.substring(Math.min(text.length(), at + 7));
      case 2 -> text.substring(0, at) + (char) random.nextInt(0xD000) + text.substring(at + 1);
      case 3 -> {
        lines.remove(line);
        yield String.join("\n", lines);
      }
      case 4 -> {
        lines.add(random.nextInt(lines.size()), lines.get(line));
        yield String.join("\n", lines);
      }
      default -> {
        lines.set(line, lines.get(line).replaceFirst("[0-9]+", "99999999999999999999999"));
        yield String.join("\n", lines);
      }
    };
  }

  /** The message with which the text is refused; empty where it is read to its end. */
  private Optional<String> refused(String text) throws IOException {
    Path file = folder.resolve("some.history");
    Files.writeString(file, text);
    try (HistoryReader reader = new HistoryReader(file)) {
      while (reader.next() != null) {}
      return Optional.empty();
    } catch (InputException refused) {
      return Optional.of(refused.getMessage());
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void anEventHasALineOfTheFile() {
    assertEquals(2, HistoryReader.line(0));
    assertEquals(7, HistoryReader.line(5));
  }

  @Test
  void aFileThatIsMissingGetsOneLine() {
    InputException refused =
        assertThrows(
            InputException.class, () -> new HistoryReader(folder.resolve("none.history")).close());
    assertTrue(refused.getMessage().contains("no such file"), refused.getMessage());
  }
}
