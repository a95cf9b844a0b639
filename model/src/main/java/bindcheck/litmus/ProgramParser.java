package bindcheck.litmus;

import bindcheck.call.Call;
import bindcheck.file.Excerpt;
import bindcheck.file.InputException;
import bindcheck.script.Line;
import bindcheck.script.Script;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Parses the file of a program: a title, a lesson or none, then the sections in their order, of
 * which those of forbidden outcomes and of the table may be missing. An instance parses one text.
 */
final class ProgramParser {
  static final String SUFFIX = ".litmus";
  static final String OUTCOMES = "outcomes:";

  private static final String SETUP = "set-up:";
  private static final String THREADS = "threads:";
  private static final String FORBIDDEN = "forbidden:";
  private static final List<String> SECTIONS = List.of(SETUP, THREADS, FORBIDDEN, OUTCOMES);
  private static final Pattern REASON = Pattern.compile("[RC]-[a-z0-9-]+: .+");
  private static final List<String> HEADS = List.of("T1", "T2", "T3", "T4");
  private static final int MOST_CALLS = 3;

  private final String file;
  private List<String> lines;
  private int next;

  ProgramParser(String file) {
    this.file = file;
  }

  Program parse(String text) {
    lines = text.lines().toList();
    String title = peek().strip();
    if (title.isEmpty() || SECTIONS.contains(title)) {
      throw expected("the title of the program", peek());
    }
    next++;
    String lesson = lesson();
    List<String> setup = new ArrayList<>(Collections.nCopies(lines.size(), ""));
    for (int i = section(SETUP); i < next; i++) {
      setup.set(i, lines.get(i));
    }
    int table = section(THREADS);
    List<Line> setupLines = script(setup);
    for (Line line : setupLines) {
      if (!line.thread().equals(Line.MAIN)) {
        throw expected(line.number(), "a call of no thread", line.toString());
      }
    }
    SortedMap<String, List<Line>> threads = threads(setup, table);
    List<Program.Forbidden> forbidden = new ArrayList<>();
    while (peek().startsWith(FORBIDDEN)) {
      forbidden.add(forbidden(threads));
    }
    if (next < lines.size() && !peek().equals(OUTCOMES)) {
      throw expected("'" + FORBIDDEN + "', '" + OUTCOMES + "' or the end", peek());
    }
    String generated = join(next, lines.size());
    return new Program(
        name(), title, lesson, setupLines, threads, forbidden, join(0, next), generated);
  }

  private String name() {
    String plain = Path.of(file).getFileName().toString();
    return plain.endsWith(SUFFIX) ? plain.substring(0, plain.length() - SUFFIX.length()) : plain;
  }

  private String lesson() {
    int from = next;
    while (next < lines.size() && !SECTIONS.contains(peek())) {
      next++;
    }
    return join(from, next).strip();
  }

  /** Where the lines begin of a section whose head is here; they end at the next one. */
  private int section(String head) {
    if (!peek().equals(head)) {
      throw expected("'" + head + "'", peek());
    }
    int from = ++next;
    while (next < lines.size() && !isHead(peek())) {
      next++;
    }
    return from;
  }

  private static boolean isHead(String line) {
    return SECTIONS.stream().anyMatch(line::startsWith);
  }

  /** Calls that stand on the lines on which the file has them. */
  private List<Line> script(List<String> calls) {
    List<Line> parsed = Script.parse(file, String.join("\n", calls)).lines();
    parsed.forEach(this::requireForAnyTarget);
    return parsed;
  }

  /** What a program may say must mean the same to every engine and every target. */
  private void requireForAnyTarget(Line line) {
    if (line.statement() instanceof Call call) {
      if (call.handles().anyMatch(value -> value != 0)) {
        throw expected(line.number(), "names for handles, of which no value is known", call + "");
      }
      if (call.hasWholePacket()) {
        throw expected(line.number(), "a packet of a key and one number", call + "");
      }
    }
  }

  /**
   * The calls of each thread.
   *
   * @param setup the lines of the set-up, the others being blank
   * @param from where the table of the threads begins
   */
  private SortedMap<String, List<Line>> threads(List<String> setup, int from) {
    int head =
        IntStream.range(from, next).filter(i -> !lines.get(i).isBlank()).findFirst().orElse(from);
    List<String> names = from < next ? cells(lines.get(head)) : List.of();
    boolean isOther = names.size() < 2 || names.size() > HEADS.size();
    if (isOther || !names.equals(HEADS.subList(0, names.size()))) {
      throw expected(head + 1, "'T1 || T2', up to T" + HEADS.size(), names.toString());
    }
    SortedMap<String, List<Line>> threads = new TreeMap<>();
    for (String thread : names) {
      List<Line> all = script(withColumn(setup, head, names, thread));
      List<Line> calls = all.stream().filter(line -> line.thread().equals(thread)).toList();
      if (calls.isEmpty() || calls.size() > MOST_CALLS) {
        throw expected(from + 1, "one to " + MOST_CALLS + " calls of " + thread, calls.size() + "");
      }
      requireNamedOnce(all);
      threads.put(thread, calls);
    }
    return threads;
  }

  private List<String> withColumn(List<String> setup, int head, List<String> names, String thread) {
    List<String> script = new ArrayList<>(setup);
    for (int i = head + 1; i < next; i++) {
      if (!lines.get(i).isBlank()) {
        List<String> cells = cells(lines.get(i));
        if (cells.size() != names.size()) {
          throw expected(i + 1, names.size() + " columns", cells.size() + "");
        }
        String cell = cells.get(names.indexOf(thread));
        script.set(i, cell.isEmpty() ? "" : thread + ": " + cell);
      }
    }
    return script;
  }

  /** A name means one handle, so that it is clear which one a call means. */
  private void requireNamedOnce(List<Line> calls) {
    Set<String> names = new HashSet<>();
    for (Line line : calls) {
      if (line.name().isPresent() && !names.add(line.name().get())) {
        throw expected(line.number(), "a name that is not taken", line.name().get());
      }
    }
  }

  /** A pattern, and its reason on the lines after it. */
  private Program.Forbidden forbidden(SortedMap<String, List<Line>> threads) {
    int number = next + 1;
    String text = peek().substring(FORBIDDEN.length()).strip();
    next++;
    StringBuilder reason = new StringBuilder();
    while (!peek().isBlank() && !isHead(peek())) {
      reason.append(peek().strip()).append(' ');
      next++;
    }
    if (!REASON.matcher(reason.toString().strip()).matches()) {
      throw expected(number + 1, "an id, a colon and why it is forbidden", reason.toString());
    }
    while (next < lines.size() && peek().isBlank()) {
      next++;
    }
    return new Program.Forbidden(pattern(number, text, threads), reason.toString().strip());
  }

  private Outcome pattern(int number, String text, SortedMap<String, List<Line>> threads) {
    Outcome pattern;
    try {
      pattern = Outcome.parse(text);
    } catch (IllegalArgumentException wrong) {
      throw new InputException(file, number, wrong.getMessage());
    }
    for (String thread : pattern.endings().keySet()) {
      Ending ending = pattern.endings().get(thread);
      int calls = threads.getOrDefault(thread, List.of()).size();
      int ended = ending.replies().size() + (ending.blocked() ? 1 : 0);
      if (calls == 0 || ended > calls || (ended < calls && !ending.blocked())) {
        String what = "how the " + calls + " calls of " + thread + " end";
        throw expected(number, what, ending.toString());
      }
    }
    return pattern;
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.split("\\|\\|", -1)).map(String::strip).toList();
  }

  private String join(int from, int to) {
    StringBuilder text = new StringBuilder();
    lines.subList(from, to).forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  private String peek() {
    return next < lines.size() ? lines.get(next) : "";
  }

  private InputException expected(String what, String found) {
    return expected(next + 1, what, found);
  }

  private InputException expected(int number, String what, String found) {
    String shown = found.isBlank() ? "nothing" : "'" + Excerpt.of(found.strip()) + "'";
    return new InputException(file, number, "expected " + what + ", found " + shown);
  }
}
