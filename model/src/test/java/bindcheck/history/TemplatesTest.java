package bindcheck.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.file.JsonFields;
import bindcheck.file.Malformed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is read by a template means what it means to whoever reads it strictly, or is left to him.
 */
class TemplatesTest {
  private static final Path CORPUS = Path.of("src/test/resources/histories");
  private static final long SEED = Long.getLong("bindcheck.seed", 20_261_130);
  private static final int CHANGES_EACH = 20;
  private static final String CHARACTERS = "{}[]\":,\\0129-+.eE aTx\t\u00e9\u0000";

  private static final Pattern NUMBER = Pattern.compile("(?<=[\":])[0-9]+");
  private static final Pattern NUMBER_OR_BLANK = Pattern.compile("(?<=[\": ])[0-9]+");
  private static final List<String> NUMBERS =
      List.of(
          "0",
          "00",
          "7",
          "2147483648",
          "4294967295",
          "4294967296",
          "9223372036854775807",
          "9223372036854775808",
          "9999999999999999999",
          "10000000000000000000",
          "18446744073709551615",
          "18446744073709551616",
          "99999999999999999999");

  private final Templates templates = new Templates();

  private static List<String> lines() throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.walk(CORPUS)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".history")).sorted().toList()) {
        List<String> all = Files.readAllLines(file);
        lines.addAll(all.subList(1, all.size()));
      }
    }
    return lines;
  }

  private Event event(String line) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    return templates.event(bytes, 0, bytes.length);
  }

  private static Event strictly(String line) throws Malformed {
    return EventReader.event(JsonFields.parse(line, "the event"));
  }

  @Test
  void everyChangeOfALineMeansTheSameOrIsLeftToTheStrictReader() throws IOException {
    Random random = new Random(SEED);
    for (String line : lines()) {
      for (int i = 0; i < CHANGES_EACH; i++) {
        String changed = changed(line, random);
        Event event = event(changed);
        if (event != null) {
          assertEquals(
              Read.of(changed), new Read(event, ""), () -> "seed " + SEED + ": " + changed);
        }
      }
    }
  }

  @Test
  void otherNumbersMeanTheSameOrAreLeftToTheStrictReader() throws IOException {
    Random random = new Random(SEED);
    for (String line : lines()) {
      for (int i = 0; i < CHANGES_EACH; i++) {
        String changed =
            NUMBER.matcher(line).replaceAll(n -> NUMBERS.get(random.nextInt(NUMBERS.size())));
        Event event = event(changed);
        if (event != null) {
          assertEquals(
              Read.of(changed), new Read(event, ""), () -> "seed " + SEED + ": " + changed);
        }
      }
    }
  }

  /** Where no more templates are made, what is still read is what has one. */
  private void makeNoMoreTemplates() {
    for (int i = 0; i < 10_000; i++) {
      event("{\"event\":\"expire\",\"thread\":\"T" + i + "\"}");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"event\":\"call\",\"thread\":\"T1\",\"op\":\"port_queue\",\"args\":"
            + "{\"porth\":3,\"key\":\"1\",\"payload\":\"2\"}}",
        "{\"event\": \"call\", \"thread\": \"T1\", \"op\": \"interrupt_create\", \"args\": "
            + "{\"src_obj\": 1, \"src_num\": 2, \"options\": 16 }}",
        "{\"event\":\"return\",\"thread\":\"T1\",\"status\":\"OK\",\"handle\":5}",
        "{\"event\":\"return\",\"thread\":\"T1\",\"status\":\"OK\",\"timestamp\":\"5\"}",
        "{\"event\":\"return\",\"thread\":\"T1\",\"status\":\"OK\",\"packet\":"
            + "{\"type\":\"INTERRUPT\",\"key\":\"1\",\"status\":\"OK\",\"timestamp\":\"2\"}}"
      })
  void whatDiffersInItsNumbersOnlyIsReadWithoutTheStrictReader(String line) throws Malformed {
    assertEquals(strictly(line), event(line));
    makeNoMoreTemplates();
    for (String number : List.of("0", "7", "9", "10", "4294967295")) {
      String changed = NUMBER_OR_BLANK.matcher(line).replaceAll(number);
      assertEquals(strictly(changed), event(changed));
      assertEquals(strictly(line), event(line));
    }
  }

  @Test
  void aNumberThatIsEverywhereHasItsOwnPlaces() throws Malformed {
    String line =
        "{\"event\":\"call\",\"thread\":\"T1\",\"op\":\"port_queue\",\"args\":"
            + "{\"porth\":3,\"key\":\"3\",\"payload\":\"3\"}}";
    assertEquals(strictly(line), event(line));
    String other = line.replace("\"key\":\"3\"", "\"key\":\"4\"");
    assertEquals(strictly(other), event(other));
  }

  @Test
  void soManyDifferentLinesAreKeptThatOthersAreLeftToTheStrictReader() throws Malformed {
    String last = "";
    for (int i = 0; i < 10_000; i++) {
      last = "{\"event\":\"expire\",\"thread\":\"T" + i + "\"}";
      Event event = event(last);
      assertTrue(event == null || event.equals(strictly(last)), last);
    }
    assertNull(event(last));
  }

  @Test
  void aLineThatEndsTooEarlyIsLeftToTheStrictReader() throws IOException {
    for (String line : lines()) {
      for (int end = 0; end < line.length(); end++) {
        assertNull(event(line.substring(0, end)), line);
      }
    }
  }

  /** What the strict reader says of a line. */
  private record Read(Event event, String error) {
    static Read of(String line) {
      try {
        return new Read(strictly(line), "");
      } catch (Malformed wrong) {
        return new Read(null, wrong.getMessage());
      }
    }
  }

  private static String changed(String line, Random random) {
    int at = random.nextInt(line.length());
    char c = CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
    return switch (random.nextInt(5)) {
      case 0 -> line.substring(0, at) + c + line.substring(at);
      case 1 -> line.substring(0, at) + c + line.substring(at + 1);
      case 2 ->
          line.substring(0, at)
              + line.substring(Math.min(line.length(), at + 1 + random.nextInt(9)));
      case 3 -> line.substring(0, at);
      default -> line + c;
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"event\":\"reset\"}",
        "{\"event\":\"call\",\"thread\":\"T1\",\"op\":\"port_wait\",\"args\":{\"porth\":1,\"deadline\":\"5\"}}",
        "{\"event\":\"return\",\"thread\":\"T1\",\"status\":\"OK\",\"handle\":4294967295}",
        "{\"event\": \"return\", \"thread\": \"T1\", \"status\": \"BAD_STATE\"}",
        "{\"event\":\"return\",\"thread\":\"T1\",\"status\":\"OK\",\"packet\":{\"type\":\"USER\","
            + "\"key\":\"9999999999999999999\",\"status\":\"OK\",\"payload\":\"7\"}}",
        "{\"event\":\"return\",\"thread\":\"T1\",\"status\":\"OK\",\"packet\":"
            + "{\"type\":\"INTERRUPT\",\"key\":\"0\",\"status\":\"OK\",\"timestamp\":\"0\"}}",
        "{\"event\":\"return\",\"thread\":\"T1\",\"status\":\"OK\",\"packet\":"
            + "{\"type\":7,\"key\":\"1\",\"status\":\"OK\",\"timestamp\":\"2\"}}",
        "{\"event\":\"return\",\"thread\":\"T1\",\"status\":-10}",
        "{\"event\":\"end\",\"quiescent\":true}",
        "  { \"thread\" : \"T1\",\"event\":\"expire\" }\r",
        "{\"event\":\"return\",\"thread\":\"T1\",\"status\":\"OK\",\"timestamp\":\"0\"}",
        "{\"event\":\"call\",\"thread\":\"azAZ09_\",\"op\":\"port_create\",\"args\":{\"options\":0}}",
        "{\"event\": \"return\", \"thread\": \"zZ9\", \"status\": \"OK\", \"handle\": 7}",
        "{\"event\":\"expire\",\"thread\":\"aA0\"}"
      })
  void whatIsUsuallyWrittenIsReadTheFastWay(String line) throws Malformed {
    assertEquals(strictly(line), event(line));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"event\":\"quiescent\"",
        "{\"event\":\"quiescent\"}}",
        "{\"event\":\"quiescent\",\"event\":\"quiescent\"}",
        "{\"event\":\"quiescent\"} {}",
        "{\"event\":\"return\",\"thread\":\"T1\",\"status\":\"OK\",\"more\":1}",
        "{\"event\":\"return\",\"thread\":\"1T\",\"status\":\"OK\"}",
        "{\"event\":\"return\",\"thread\":\"T1\",\"status\":\"OK\",\"handle\":4294967296}",
        "{\"event\":\"return\",\"thread\":\"T1\",\"status\":\"OK\",\"handle\":01}",
        "{\"event\":\"return\",\"thread\":\"T1\",\"status\":\"OK\",\"timestamp\":\"9223372036854775808\"}",
        "{\"event\":\"return\",\"thread\":\"T1\",\"status\":\"OK\",\"timestamp\":\"\"}",
        "{\"event\":\"call\",\"thread\":\"T1\",\"op\":\"no_such_call\",\"args\":{}}",
        ""
      })
  void whatIsNoPlainEventIsNotRead(String line) {
    assertNull(event(line));
  }
}
