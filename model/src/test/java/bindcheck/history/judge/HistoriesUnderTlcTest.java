package bindcheck.history.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.history.Event;
import bindcheck.history.HistoryReader;
import bindcheck.history.linear.Budget;
import bindcheck.history.linear.SectionBuilder;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * TLC itself checks each history of the corpus against the state machine (trace validation): as far
 * as it gets, the judge gets.
 */
@Timeout(300)
class HistoriesUnderTlcTest {
  private static final Path CORPUS = Path.of("src/test/resources/histories");
  private static final Path SPECIFICATION = Path.of("../spec");
  private static final Pattern REACHED = Pattern.compile("<<\"reached\", ([0-9]+), ([0-9]+)>>");

  /** The state machine knows handles by their numbers, and gives out none twice. */
  private static final Set<String> ONLY_OF_VALUES =
      Set.of("live-value-given-twice.history", "handle-zero.history");

  private static final SpecModule MODULE = SpecModule.load("Evaluation");

  @TempDir(cleanup = CleanupMode.ALWAYS)
  Path folder;

  private record History(String name, boolean deadlinesRecorded, List<Event> events) {
    static History read(Path file) {
      List<Event> events = new ArrayList<>();
      try (HistoryReader reader = new HistoryReader(file)) {
        for (Event event = reader.next(); event != null; event = reader.next()) {
          events.add(event);
        }
        return new History(
            file.getFileName().toString(), reader.header().deadlinesRecorded(), events);
      }
    }

    Set<String> threads() {
      Set<String> threads = new TreeSet<>();
      events.forEach(
          event -> {
            if (event instanceof Event.Called called) {
              threads.add(called.thread());
            }
          });
      return threads;
    }
  }

  @Test
  void theJudgeGetsAsFarAsTlc() throws IOException, InterruptedException {
    List<History> histories;
    try (Stream<Path> files = Files.walk(CORPUS)) {
      histories =
          files
              .filter(file -> file.toString().endsWith(".history"))
              .filter(file -> !ONLY_OF_VALUES.contains(file.getFileName().toString()))
              .sorted()
              .map(History::read)
              .toList();
    }
    Map<String, Integer> reached = reached(histories);
    assertEquals(histories.size(), reached.size(), () -> reached.toString());
    for (History history : histories) {
      assertEquals(reached.get(history.name()), judged(history), history.name());
    }
  }

  /** How many events the judge accepts. */
  private static int judged(History history) {
    List<String> threads = List.copyOf(history.threads());
    SectionBuilder builder = new SectionBuilder(threads);
    history.events().forEach(builder::add);
    SectionJudge judge =
        new SectionJudge(
            new Semantics(MODULE, "doc"),
            threads,
            history.deadlinesRecorded(),
            new Budget(1_000_000, Duration.ofMinutes(5)));
    judge.restart();
    judge.accept(builder.cut(true));
    return judge.rejections().stream()
        .findFirst()
        .map(rejection -> (int) rejection.event())
        .orElse(history.events().size());
  }

  /** How many events TLC finds an explanation for. */
  private Map<String, Integer> reached(List<History> histories)
      throws IOException, InterruptedException {
    try (Stream<Path> modules = Files.list(SPECIFICATION)) {
      for (Path module : modules.filter(file -> file.toString().endsWith(".tla")).toList()) {
        Files.copy(module, folder.resolve(module.getFileName()));
      }
    }
    Files.writeString(folder.resolve("Histories.tla"), module(histories));
    Files.writeString(folder.resolve("Histories.cfg"), configuration(histories));
    Path output = folder.resolve("output");
    Process tlc =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                "tlc2.TLC",
                "-deadlock",
                "-workers",
                "1",
                "Histories")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertTrue(tlc.waitFor(280, TimeUnit.SECONDS), "TLC did not end");
    } finally {
      tlc.destroyForcibly();
    }
    String text = Files.readString(output);
    assertTrue(text.contains("No error has been found"), text);
    Map<String, Integer> reached = new TreeMap<>();
    Matcher matcher = REACHED.matcher(text);
    while (matcher.find()) {
      String name = histories.get(Integer.parseInt(matcher.group(1)) - 1).name();
      reached.merge(name, Integer.parseInt(matcher.group(2)), Math::max);
    }
    return reached;
  }

  private static String configuration(List<History> histories) {
    String threads =
        histories.stream()
            .flatMap(history -> history.threads().stream())
            .distinct()
            .map(HistoriesUnderTlcTest::quoted)
            .collect(Collectors.joining(", "));
    return """
    CONSTANTS
      MainThreads = {%s}
      ReaderThreads = {}
      VariantName = "doc"
      Prologue <- NoPrologue
      Alphabet <- NoAlphabet
      Capacity <- RealCapacity
    SPECIFICATION TraceSpec
    """
        .formatted(threads);
  }

  private static String module(List<History> histories) {
    String all =
        histories.stream()
            .map(
                history ->
                    "[any |-> "
                        + (history.deadlinesRecorded() ? "FALSE" : "TRUE")
                        + ", events |-> <<\n"
                        + BruteForce.terms(history.events()).stream()
                            .collect(Collectors.joining(",\n"))
                        + ">>]")
            .collect(Collectors.joining(",\n"));
    return """
    ---- MODULE Histories ----
    EXTENDS Machine
    VARIABLES h, i
    Histories == <<%s>>
    NoPrologue == <<>>
    NoAlphabet(k, cs) == {}
    RealCapacity == [floor |-> 1024, k2049 |-> 2049, k4097 |-> 4097]
    Event == Histories[h].events[i]
    AtRest == \\A t \\in Threads : calls[t].at # "done" /\\ Moves(t) = {}
    Happens(e) ==
      CASE e.event = "call" ->
             /\\ calls[e.thread] = Idle
             /\\ calls' = [calls EXCEPT ![e.thread] = Begin(e.op, e.args)]
             /\\ UNCHANGED <<kernel, variant>>
        [] e.event = "return" ->
             /\\ calls[e.thread].at = "done"
             /\\ calls[e.thread].reply = e.reply
             /\\ Return(e.thread)
        [] e.event = "expire" ->
             IF calls[e.thread].at = "done" THEN UNCHANGED vars ELSE Elapse(e.thread)
        [] e.event = "quiescent" -> AtRest /\\ UNCHANGED vars
        [] e.event = "reset" ->
             /\\ kernel' = EmptyKernel
             /\\ UNCHANGED <<calls, variant>>
        [] OTHER -> UNCHANGED vars
    Observe ==
      /\\ i <= Len(Histories[h].events)
      /\\ Happens(Event)
      /\\ i' = i + 1
      /\\ PrintT(<<"reached", h, i>>)
      /\\ UNCHANGED h
    Work ==
      /\\ i <= Len(Histories[h].events)
      /\\ \\E t \\in Threads : Step(t) \\/ (Histories[h].any /\\ Elapse(t))
      /\\ UNCHANGED <<h, i>>
    TraceInit == Init /\\ h \\in 1 .. Len(Histories) /\\ i = 1
    TraceSpec == TraceInit /\\ [][Observe \\/ Work]_<<vars, h, i>>
    ====
    """
        .formatted(all);
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }
}
