package bindcheck.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
    assertEquals(Files.readString(file), copy.toString(StandardCharsets.UTF_8));
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
        "`` | 1: expected a header, found an empty file",
        "nonsense | 1: expected a JSON object",
        "[] | 1: expected a header to be a JSON object",
        "{'format':'itf'} | 1: expected a header with \"format\"",
        "{'format':'bindcheck-history','version':2} | 1: expected version 1, found 2",
        "H | 2: expected {\"event\": \"end\"",
        "HC | 3: expected {\"event\": \"end\"",
        "HCC | 3: expected the return of T1",
        "HR | 2: expected a call of T1 before its return",
        "HE{} | 3: expected nothing after the end",
        "H{'event':'call','thread':'T1','op':'fork','args':{}} | 2: expected op to be",
        "H{'event':'call','thread':'T1','op':'interrupt_ack','args':{}} | 2: expected inth to be",
        "H{'event':'call','thread':'T1','op':'interrupt_ack','args':{'inth':-1}} | 2: expected"
            + " inth",
        "H{'event':'call','thread':'T1','op':'interrupt_ack','args':{'inth':1,'x':2}} | no field"
            + " but",
        "H{'event':'call','thread':'T 1','op':'interrupt_ack','args':{'inth':1}} | name of a"
            + " thread",
        "H{'event':'expire','thread':'T1'} | 2: expected a thread in a port_wait",
        "HC{'event':'reset'} | 3: expected the return of [T1]",
        "HC{'event':'return','thread':'T1','status':'OK','handle':1} | 3: expected nothing beside"
            + " the status",
        "HP{'event':'return','thread':'T1','status':'OK'} | 3: expected a handle beside the status",
        "HC{'event':'return','thread':'T1','status':0} | 3: expected status to be a string, a name",
        "H{'event':'call','thread':'T1','op':'port_wiat','args':{}} | did you mean port_wait?",
        "HC{'event':'return','thread':'T1','status':'WHAT'} | 3: expected the name or the number",
        "H{'event':'end','quiescent':true,'event':'end'} | 2: expected a JSON object: Duplicate",
        "H{'event':'end','quiescent':1} | 2: expected quiescent to be true or false"
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
    } catch (HistoryException refused) {
      return Optional.of(refused.getMessage());
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void aFileThatIsMissingGetsOneLine() {
    HistoryException refused =
        assertThrows(
            HistoryException.class,
            () -> new HistoryReader(folder.resolve("none.history")).close());
    assertTrue(refused.getMessage().contains("no such file"), refused.getMessage());
  }
}
