package bindcheck.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.file.InputException;
import bindcheck.schema.Schema;
import bindcheck.suite.SceneGraph;
import bindcheck.suite.Suite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written is valid and is read back; what is broken is refused with its line. */
@Timeout(120)
class TraceFileTest {
  private static final Schema SCHEMA = new Schema("trace");

  @TempDir private static Path folder;

  private static Traces traces;
  private static Path written;
  private static List<String> lines;

  @BeforeAll
  static void write() throws IOException {
    traces = Written.traces("deadlines", "reference", "doc");
    written = folder.resolve(TraceFile.name("deadlines"));
    TraceFile.write(written, traces, steps -> {});
    lines = Files.readAllLines(written);
  }

  private static List<TraceWalk> read(Path file) {
    List<TraceWalk> walks = new ArrayList<>();
    try (TraceReader reader = new TraceReader(file)) {
      for (Optional<TraceWalk> w = reader.next(); w.isPresent(); w = reader.next()) {
        walks.add(w.get());
      }
    }
    return walks;
  }

  private static String complaint(List<String> content) {
    return complaint(String.join("\n", content).getBytes(StandardCharsets.UTF_8));
  }

  private static String complaint(byte[] content) {
    Path file = folder.resolve("broken");
    try {
      Files.write(file, content);
      return assertThrows(InputException.class, () -> read(file)).getMessage();
    } catch (IOException e) {
      throw new AssertionError(e);
    } finally {
      file.toFile().delete();
    }
  }

  @Test
  void everyLineIsValid() {
    for (String line : lines) {
      assertEquals(List.of(), SCHEMA.errors(line), line);
    }
    assertEquals(1 + traces.walks(), lines.size());
  }

  @Test
  void whatIsWrittenIsReadBack() {
    try (TraceReader reader = new TraceReader(written)) {
      assertEquals(header(), reader.header());
      for (int number = 1; number <= traces.walks(); number++) {
        assertEquals(new TraceWalk(number, traces.walk(number)), reader.next().orElseThrow());
      }
      assertEquals(Optional.empty(), reader.next());
    }
  }

  private static TraceHeader header() {
    SceneGraph graph = traces.part().graph();
    Suite suite = traces.part().suite();
    return new TraceHeader(
        "deadlines",
        "reference",
        "doc",
        graph.nodes(),
        graph.edges().size(),
        graph.hash(),
        suite.walks().size(),
        suite.steps(),
        suite.lowerBound(),
        graph.scene().threads());
  }

  @Test
  void namesAndNumbersAreReadAlike() throws IOException {
    String names =
        """
        {"walk":1,"steps":[{"thread":"main",
        "call":{"op":"handle_duplicate","args":{"handle":"p1","rights":"READ|WRITE"}},"name":"p2",
        "expected":{"caller":{"status":"OK"},"readers":[
        {"call":{"op":"port_wait","args":{"porth":"p1","deadline":"0"}},
        "reply":{"status":"OK","packet":{"type":"INTERRUPT","key":"1","timestamp":"2"}}},
        {"call":{"op":"port_wait","args":{"porth":"p1","deadline":"0"}},
        "reply":{"status":"TIMED_OUT"}}],"blocked":0},"allowed":[]}]}\
        """
            .replace("\n", "");
    String numbers =
        names
            .replace("\"READ|WRITE\"", "12")
            .replace("\"OK\"", "0")
            .replace("\"INTERRUPT\"", "7")
            .replace("\"TIMED_OUT\"", "-21");
    String texts = names.replace("\"OK\"", "\"0\"").replace("TIMED_OUT", "-21");
    assertEquals(List.of(), SCHEMA.errors(numbers));
    assertEquals(walk(names), walk(numbers));
    assertEquals(walk(names), walk(texts));
    assertEquals(names, JsonOut.walk(1, walk(numbers).steps()).toString());
  }

  private static TraceWalk walk(String line) throws IOException {
    String header = JsonOut.header(traces).toString();
    Path file = Files.writeString(folder.resolve("one"), header + "\n" + line + "\n");
    try (TraceReader reader = new TraceReader(file)) {
      return reader.next().orElseThrow();
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void aSecondRunWritesTheSameBytes() throws IOException {
    Path again = folder.resolve("again");
    TraceFile.write(again, Written.traces("deadlines", "reference", "doc"), steps -> {});
    assertEquals(-1, Files.mismatch(written, again));
    Files.delete(again);
  }

  @Test
  void theWalksTakeAsManyStepsAsTheBound() {
    long steps = read(written).stream().mapToLong(walk -> walk.steps().size()).sum();
    assertEquals(traces.part().suite().lowerBound(), steps);
  }

  @Test
  void aKernelsQuirkIsExpectedButNotAllowed() {
    Traces kernel = Written.traces("interrupt", "zircon-2018", "doc");
    boolean quirk = false;
    for (int number = 1; number <= kernel.walks() && !quirk; number++) {
      quirk =
          kernel.walk(number).stream()
              .anyMatch(step -> !step.allowed().isEmpty() && !isExpectedAllowed(step));
    }
    assertTrue(quirk);
  }

  private static boolean isExpectedAllowed(TraceStep step) {
    return step.allowed().stream()
        .anyMatch(permitted -> permitted.observation().equals(step.expected()));
  }

  @Test
  void aFileThatIsCutShortIsNotTakenForAWholeOne() throws IOException {
    String message = complaint(lines.subList(0, lines.size() - 1));
    assertTrue(message.contains("expected " + traces.walks() + " walks"), message);
    byte[] all = Files.readAllBytes(written);
    String cut = complaint(java.util.Arrays.copyOf(all, all.length - 100));
    assertTrue(cut.contains(":" + lines.size() + ": expected a JSON object"), cut);
  }

  @Test
  void aFileWhoseWritingFailsIsLeftAsItWas() throws IOException {
    Path file = folder.resolve("kept");
    Files.writeString(file, "before");
    assertThrows(
        IllegalStateException.class,
        () ->
            TraceFile.write(
                file,
                traces,
                steps -> {
                  throw new IllegalStateException("stopped");
                }));
    assertEquals("before", Files.readString(file));
    Files.delete(file);
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(written), left.toList());
    }
  }

  @Test
  void aFileIsOneOfTheseByItsHeader() throws IOException {
    TraceFolder own = TraceFolder.open(folder, "jsonl", List.of());
    assertTrue(own.isOwn(written));
    Path other = folder.resolve("other");
    Files.writeString(other, "{\"format\":\"something\"}\n");
    assertFalse(own.isOwn(other));
    Files.delete(other);
  }

  /** Each row changes the header or the second walk; the schema and the reader both refuse it. */
  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1|\"bindcheck-traces\"|\"other\"|the header.format to be \"bindcheck-traces\"",
        "1|\"version\":1|\"version\":2|the header.version to be 1",
        "1|\"scene\":|\"scenery\":|the header.scene",
        "1|\"walks\":33|\"walks\":\"33\"|the header.walks to be a whole number",
        "1|\"walks\":33|\"walks\":-1|the header.walks to be a whole number",
        "1|[\"main\"|[7|the header.threads to be an array of strings",
        "3|{\"walk\":2|{\"walk\":\"2\"|walk.walk to be a whole number",
        "3|\"op\":\"port_create\"|\"op\":\"port_open\"|op to be the name of a call",
        "3|\"args\":{\"options\":1}|\"args\":{}|no such field",
        "3|\"args\":{\"options\":1}|\"args\":{\"options\":1,\"more\":1}|no field but options",
        "3|\"options\":1}|\"options\":4294967296}|a whole number from 0 to 4294967295",
        "3|\"options\":1}|\"options\":-1}|a whole number from 0 to 4294967295",
        "3|\"options\":1}|\"options\":\"1\"}|to be a whole number",
        "3|\"deadline\":\"|\"deadline\":\"0|to be a signed 64-bit number as a decimal string",
        "3|\"key\":\"18446744073709551615\"|\"key\":18446744073709551615|an unsigned 64-bit number"
            + " as a decimal string",
        "3|\"key\":\"18446744073709551615\"|\"key\":\"184467440737095516150\"|an unsigned 64-bit"
            + " number",
        "3|\"key\":\"18446744073709551615\"|\"key\":\"-1\"|an unsigned 64-bit number",
        "3|\"status\":\"OK\"|\"status\":\"fine\"|to be the name or the number of a status",
        "3|\"blocked\":0|\"blocked\":0.5|to be a whole number",
        "3|\"thread\":\"main\"|\"thread\":\"1\"|a name for a thread",
        "3|\"name\":\"p1\"|\"name\":\"\"|a name for a handle",
        "3|\"allowed\":[|\"allowed\":null,\"x\":[|allowed to be an array"
      })
  void aBrokenLineIsRefused(int line, String from, String to, String expected) {
    List<String> broken = new ArrayList<>(lines);
    String changed = lines.get(line - 1).replace(from, to);
    assertFalse(changed.equals(lines.get(line - 1)), "nothing to change: " + from);
    broken.set(line - 1, changed);
    assertFalse(SCHEMA.errors(changed).isEmpty(), "valid by the schema: " + changed);
    String message = complaint(broken);
    assertTrue(message.contains("broken:" + line + ": expected "), message);
    assertTrue(message.contains(expected), message);
    assertEquals(1, message.lines().count(), message);
  }

  @Test
  void whatIsNoFileOfTracesIsRefused() {
    assertTrue(complaint(new byte[0]).contains("expected a header"));
    byte[] binary = {(byte) 0xff, (byte) 0xfe, 0, 1, 2, '\n'};
    assertTrue(complaint(binary).contains(":1: expected text in UTF-8"));
    assertTrue(complaint(List.of("p = port_create(0)")).contains(":1: expected a JSON object"));
    assertTrue(complaint(List.of("[]")).contains(":1: expected the header to be a JSON object"));
    assertTrue(complaint(List.of("{}")).contains(":1: expected the header.format"));
    List<String> twice = List.of(lines.get(0), lines.get(1), lines.get(1));
    assertTrue(complaint(twice).contains(":3: expected walk 2, found walk 1"));
    List<String> trailing = List.of(lines.get(0) + " {}");
    assertTrue(complaint(trailing).contains(":1: expected a JSON object"));
  }

  @Test
  void aFolderOrAMissingFileIsRefused() {
    Path missing = folder.resolve("missing");
    for (Path path : List.of(folder, missing)) {
      String message = assertThrows(InputException.class, () -> new TraceReader(path)).getMessage();
      assertTrue(message.startsWith(path + ": expected a file"), message);
    }
  }
}
