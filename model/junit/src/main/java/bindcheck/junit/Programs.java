package bindcheck.junit;

import bindcheck.litmus.Program;
import bindcheck.script.Line;
import bindcheck.script.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Arbitrary concurrent programs, for the properties of jqwik: an interrupt and a port, bound and
 * triggered or not; then two or three threads with one or two calls each. They shrink to fewer
 * threads and calls.
 *
 * <pre>{@code
 * @Property
 * void endsAsIsAllowed(@ForAll Program program) {
 *   RaceOutcome outcome = races.run(program);
 *   assertEquals(Verdict.PASS, outcome.verdict(), outcome::toString);
 * }
 * }</pre>
 */
public final class Programs {
  private static final int MOST_THREADS = 3;
  private static final int MOST_CALLS = 2;
  private static final List<String> SET_UP =
      List.of(
          "p = port_create(BIND_TO_INTERRUPT)",
          "i = interrupt_create(INVALID, 0, VIRTUAL)",
          "interrupt_bind(i, p, 7, 0)",
          "interrupt_trigger(i, 0, 1)");

  /** As many as make the two handles. */
  private static final int LEAST_SET_UP = 2;

  private static final List<String> CALLS =
      List.of(
          "interrupt_trigger(i, 0, 2)",
          "interrupt_trigger(i, 0, 3)",
          "interrupt_ack(i)",
          "interrupt_bind(i, p, 8, 0)",
          "interrupt_wait(i)",
          "interrupt_destroy(i)",
          "port_wait(p, PAST)",
          "port_wait(p, INFINITE)",
          "port_queue(p, 9, 4)",
          "handle_close(i)");

  private Programs() {}

  /** Programs of two or three threads. */
  public static Arbitrary<Program> programs() {
    Arbitrary<List<String>> calls = Arbitraries.of(CALLS).list().ofMinSize(1).ofMaxSize(MOST_CALLS);
    return Combinators.combine(
            Arbitraries.integers().between(LEAST_SET_UP, SET_UP.size()),
            calls.list().ofMinSize(2).ofMaxSize(MOST_THREADS))
        .as((setUp, threads) -> program(SET_UP.subList(0, setUp), threads));
  }

  private static Program program(List<String> setUp, List<List<String>> threads) {
    SortedMap<String, List<Line>> calls = new TreeMap<>();
    List<String> heads = new ArrayList<>();
    for (List<String> thread : threads) {
      String name = "T" + (heads.size() + 1);
      heads.add(name);
      calls.put(name, lines(setUp, name, thread));
    }
    String text =
        "set-up:\n"
            + setUp.stream().map(line -> "  " + line + "\n").collect(Collectors.joining())
            + "\nthreads:\n"
            + row(heads)
            + row(threads.stream().map(thread -> thread.get(0)).toList())
            + (threads.stream().anyMatch(thread -> thread.size() > 1)
                ? row(threads.stream().map(t -> t.size() > 1 ? t.get(1) : "").toList())
                : "");
    String title =
        threads.stream().map(t -> String.join("; ", t)).collect(Collectors.joining(" || "));
    return new Program(
        title, title, "", lines(setUp, Line.MAIN, List.of()), calls, List.of(), text, "");
  }

  private static String row(List<String> cells) {
    return "  " + String.join(" || ", cells) + "\n";
  }

  /** The calls of a thread, whose handles the set-up has made; or those of the set-up. */
  private static List<Line> lines(List<String> setUp, String thread, List<String> calls) {
    List<String> all = new ArrayList<>(setUp);
    calls.forEach(call -> all.add(thread + ": " + call));
    List<Line> lines = Script.parse("program", String.join("\n", all)).lines();
    return lines.stream().filter(line -> line.thread().equals(thread)).toList();
  }
}
