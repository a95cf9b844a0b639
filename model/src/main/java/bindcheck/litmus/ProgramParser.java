package bindcheck.litmus;

import bindcheck.file.InputException;
import bindcheck.file.TextFile;
import bindcheck.script.Line;
import bindcheck.script.Script;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Parses the file of a program: a title, a lesson, then the sections in their order. An instance
 * parses one text.
 */
final class ProgramParser {
  static final String SUFFIX = ".litmus";
  static final String OUTCOMES = "outcomes:";

  private static final String SETUP = "set-up:";
  private static final String THREADS = "threads:";
  private static final String FORBIDDEN = "forbidden:";
  private static final List<String> SECTIONS = List.of(SETUP, THREADS, FORBIDDEN, OUTCOMES);
  private static final Pattern REASON = Pattern.compile("[RC]-[a-z0-9-]+: .+");
  private static final int MOST_THREADS = 4;
  private static final int MOST_CALLS = 3;

  private final String file;
  private List<String> lines;
  private int next;

  ProgramParser(String file) {
    this.file = file;
  }

  static Program read(Path file) {
    return new ProgramParser(file.toString()).parse(TextFile.read(file, "a litmus program"));
  }

  Program parse(String text) {
    lines = text.lines().toList();
    String title = peek().strip();
    if (title.isEmpty() || SECTIONS.contains(title)) {
      throw expected("the title of the program", peek());
    }
    next++;
    String lesson = lesson();
    List<String> setup = section(SETUP);
    int setupAt = next - setup.size();
    List<String> columns = section(THREADS);
    int columnsAt = next - columns.size();
    SortedMap<String, List<Line>> threads = new TreeMap<>();
    List<Line> setupLines = setUp(setup, setupAt);
    for (String thread : heads(columns, columnsAt)) {
      threads.put(thread, calls(thread, setup, setupAt, columns, columnsAt));
    }
    List<Program.Forbidden> forbidden = new ArrayList<>();
    while (peek().startsWith(FORBIDDEN)) {
      forbidden.add(forbidden(threads));
    }
    if (forbidden.isEmpty()) {
      throw expected("'" + FORBIDDEN + "' with an outcome", peek());
    }
    if (next < lines.size() && !peek().equals(OUTCOMES)) {
      throw expected("'" + OUTCOMES + "' or the end", peek());
    }
    int writtenTo = next;
    return new Program(
        name(), title, lesson, setupLines, threads, forbidden, join(0, writtenTo), rest(writtenTo));
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
    String lesson = join(from, next).strip();
    if (lesson.isEmpty()) {
      throw expected("a lesson", peek());
    }
    return lesson;
  }

  /** The lines of a section that begins here, up to the next one. */
  private List<String> section(String head) {
    if (!peek().equals(head)) {
      throw expected("'" + head + "'", peek());
    }
    int from = ++next;
    while (next < lines.size() && !isHead(peek())) {
      next++;
    }
    return lines.subList(from, next);
  }

  private static boolean isHead(String line) {
    return SECTIONS.stream().anyMatch(line::startsWith);
  }

  private List<Line> setUp(List<String> setup, int at) {
    List<Line> calls = Script.parse(file, padded(at) + String.join("\n", setup)).lines();
    for (Line line : calls) {
      if (!line.thread().equals(Line.MAIN)) {
        throw expected(line.number(), "a call of no thread", line.toString());
      }
    }
    return calls;
  }

  /** The names of the threads, in the first line that is not empty. */
  private List<String> heads(List<String> columns, int at) {
    int head = firstUsed(columns);
    List<String> names = head < 0 ? List.of("") : cells(columns.get(head));
    for (int i = 0; i < names.size(); i++) {
      boolean few = names.size() < 2 || names.size() > MOST_THREADS;
      if (few || !names.get(i).equals("T" + (i + 1))) {
        throw expected(
            at + Math.max(0, head) + 1, "'T1 || T2', up to T" + MOST_THREADS, names.toString());
      }
    }
    return names;
  }

  private List<Line> calls(
      String thread, List<String> setup, int setupAt, List<String> columns, int columnsAt) {
    int column = Integer.parseInt(thread.substring(1)) - 1;
    int width = cells(columns.get(firstUsed(columns))).size();
    StringBuilder script = new StringBuilder(padded(setupAt));
    setup.forEach(line -> script.append(line).append('\n'));
    script.append("\n".repeat(columnsAt - setupAt - setup.size()));
    for (int i = 0; i < columns.size(); i++) {
      if (i > firstUsed(columns) && !columns.get(i).isBlank()) {
        List<String> cells = cells(columns.get(i));
        if (cells.size() != width) {
          throw expected(columnsAt + i + 1, width + " columns", cells.size() + "");
        }
        String cell = cells.get(column);
        script.append(cell.isEmpty() ? "" : thread + ": " + cell);
      }
      script.append('\n');
    }
    List<Line> calls =
        Script.parse(file, script.toString()).lines().stream()
            .filter(line -> line.thread().equals(thread))
            .toList();
    if (calls.isEmpty() || calls.size() > MOST_CALLS) {
      throw expected(
          columnsAt + 1, "one to " + MOST_CALLS + " calls of " + thread, calls.size() + "");
    }
    requireNamedOnce(calls, setup, setupAt);
    return calls;
  }

  /** A name means one handle, so that it is clear which one a call means. */
  private void requireNamedOnce(List<Line> calls, List<String> setup, int setupAt) {
    Set<String> names = new HashSet<>();
    for (Line line : Stream.concat(setUp(setup, setupAt).stream(), calls.stream()).toList()) {
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
    skipBlank();
    return new Program.Forbidden(pattern(number, text, threads), reason.toString().strip());
  }

  private Outcome pattern(int number, String text, SortedMap<String, List<Line>> threads) {
    Outcome pattern;
    try {
      pattern = Outcome.parse(text);
    } catch (IllegalArgumentException wrong) {
      throw new InputException(file, number, wrong.getMessage());
    }
    pattern
        .endings()
        .forEach(
            (thread, ending) -> {
              int calls = threads.getOrDefault(thread, List.of()).size();
              int ended = ending.replies().size() + (ending.blocked() ? 1 : 0);
              if (calls == 0 || ended > calls || (ended < calls && !ending.blocked())) {
                throw expected(
                    number, "how the " + calls + " calls of " + thread + " end", ending.toString());
              }
            });
    return pattern;
  }

  private static int firstUsed(List<String> columns) {
    int i = 0;
    while (i < columns.size() && columns.get(i).isBlank()) {
      i++;
    }
    return i < columns.size() ? i : -1;
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.split("\\|\\|", -1)).map(String::strip).toList();
  }

  private static String padded(int lines) {
    return "\n".repeat(lines);
  }

  private void skipBlank() {
    while (next < lines.size() && peek().isBlank()) {
      next++;
    }
  }

  private String join(int from, int to) {
    StringBuilder text = new StringBuilder();
    lines.subList(from, to).forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  private String rest(int from) {
    return join(from, lines.size());
  }

  private String peek() {
    return next < lines.size() ? lines.get(next) : "";
  }

  private InputException expected(String what, String found) {
    return expected(next + 1, what, found);
  }

  private InputException expected(int number, String what, String found) {
    String shown = found.isBlank() ? "nothing" : "'" + found.strip() + "'";
    return new InputException(file, number, "expected " + what + ", found " + shown);
  }
}
