package bindcheck.findings;

import bindcheck.call.Nearest;
import bindcheck.file.Excerpt;
import bindcheck.file.InputException;
import bindcheck.litmus.Program;
import bindcheck.script.Line;
import bindcheck.script.Script;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses the file of a finding: a title, a kind, and then every section in its order. An instance
 * parses one text.
 */
final class FindingParser {
  private static final String DOCUMENT = "## Document";
  private static final String READINGS = "## Readings";
  private static final String SCRIPT = "## Script";
  private static final String PROGRAM = "## Program";
  private static final String OBSERVED = "## Observed";
  private static final String COST = "## Cost";
  private static final String PROPOSAL = "## Proposal";
  private static final String HEAD = "## ";
  private static final String SUFFIX = ".md";
  private static final String SEPARATOR = ", ";
  private static final String FENCE = "```";
  private static final String GENERATED = "<!-- generated:observed -->";
  private static final String GENERATED_END = "<!-- end -->";

  private static final String TAG = "C-[a-z-]+=[A-Za-z0-9_-]+";
  private static final String ID = "[RC]-[a-z-]+";
  private static final Pattern TITLE = Pattern.compile("# F-(\\d\\d): (\\S.*)");
  private static final Pattern KIND = Pattern.compile("Kind: (\\w+)");
  private static final Pattern READING =
      Pattern.compile("- (" + TAG + "(?: " + TAG + ")*|[a-z]+[a-z0-9-]*): (\\S.*)");
  private static final Pattern SEEN =
      Pattern.compile("- (?:line (\\d{1,4})|end), `([^`]+)`: (\\S.*)");
  private static final Pattern SENTENCE =
      Pattern.compile("- (" + ID + "(?:, " + ID + ")*|" + Proposal.NEW + "): (\\S.*)");
  private static final Pattern TIMES = Pattern.compile(".*\\S +# (\\d{1,5}) times");

  private final String file;
  private final List<String> lines;
  private final List<Program> programs;
  private int next;

  FindingParser(String file, String text, List<Program> programs) {
    this.file = file;
    this.lines = text.lines().toList();
    this.programs = programs;
  }

  Finding parse() {
    Matcher title = next(TITLE, "'# F-nn: TITLE'");
    int number = Integer.parseInt(title.group(1));
    Kind kind =
        Kind.parse(next(KIND, "'Kind: ' and a kind").group(1))
            .orElseThrow(() -> wrong(next, "a kind out of " + Arrays.toString(Kind.values())));
    head(DOCUMENT);
    String document = prose();
    head(READINGS);
    List<Reading> readings =
        items(READING, "'- C-...=ALTERNATIVE: TEXT'").stream()
            .map(item -> new Reading(List.of(item.group(1).split(" ", -1)), item.group(2)))
            .toList();
    Demonstration demonstration = demonstration();
    head(OBSERVED);
    List<Observed> observed = observed();
    head(COST);
    String cost = prose();
    head(PROPOSAL);
    List<Proposal> proposals =
        items(SENTENCE, "'- R-...: SENTENCE'").stream()
            .map(item -> new Proposal(List.of(item.group(1).split(SEPARATOR, -1)), item.group(2)))
            .toList();
    if (next < lines.size()) {
      throw wrong(next + 1, "the end");
    }
    return new Finding(
        number, title.group(2), kind, document, readings, demonstration, observed, cost, proposals);
  }

  /** The next line that is not blank, which must look so. */
  private Matcher next(Pattern pattern, String what) {
    skipBlank();
    Matcher matcher = pattern.matcher(peek());
    if (!matcher.matches()) {
      throw wrong(next + 1, what);
    }
    next++;
    return matcher;
  }

  private void head(String head) {
    next(Pattern.compile(Pattern.quote(head)), "'" + head + "'");
  }

  /** Paragraphs up to the next section, each in one line. */
  private String prose() {
    List<String> paragraphs = new ArrayList<>();
    for (skipBlank(); isInSection(); skipBlank()) {
      paragraphs.add(paragraph(""));
    }
    if (paragraphs.isEmpty()) {
      throw wrong(next + 1, "text");
    }
    return String.join("\n", paragraphs);
  }

  /** The lines from here that belong together, as one. */
  private String paragraph(String indent) {
    StringBuilder text = new StringBuilder(peek().strip());
    next++;
    while (isInSection() && !peek().isBlank() && peek().startsWith(indent)) {
      text.append(' ').append(peek().strip());
      next++;
    }
    return text.toString();
  }

  /** Items of a list; further lines of one are indented. */
  private List<Matcher> items(Pattern pattern, String what) {
    List<Matcher> items = new ArrayList<>();
    for (skipBlank(); isInSection(); skipBlank()) {
      int begin = next + 1;
      Matcher item = pattern.matcher(paragraph("  "));
      if (!item.matches()) {
        throw wrong(begin, what);
      }
      items.add(item);
    }
    if (items.isEmpty()) {
      throw wrong(next + 1, what);
    }
    return items;
  }

  private Demonstration demonstration() {
    skipBlank();
    boolean isProgram = peek().equals(PROGRAM);
    if (!isProgram && !peek().equals(SCRIPT)) {
      throw wrong(next + 1, "'" + SCRIPT + "' or '" + PROGRAM + "'");
    }
    next++;
    skipBlank();
    if (isProgram && !peek().equals(FENCE)) {
      return new Demonstration.Race(program());
    }
    head(FENCE);
    int from = next;
    while (isInSection() && !peek().equals(FENCE)) {
      next++;
    }
    int to = next;
    head(FENCE);
    return isProgram ? race(from, to) : calls(from, to);
  }

  /** A program of its own; an error counts lines from its first. */
  private Demonstration race(int from, int to) {
    String text = String.join("\n", lines.subList(from, to)) + "\n";
    String name = file.substring(0, file.length() - (file.endsWith(SUFFIX) ? SUFFIX.length() : 0));
    return new Demonstration.Race(Program.parse(name, text));
  }

  private Program program() {
    String name =
        next(Pattern.compile("`?([a-z0-9-]+)`?"), "the name of a litmus program").group(1);
    return programs.stream()
        .filter(program -> program.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                wrong(
                    next,
                    "a litmus program" + Nearest.hint(name, programs.stream().map(Program::name))));
  }

  /** An error in a call is reported where the file has it; a finding counts lines from its own. */
  private Demonstration calls(int from, int to) {
    List<String> written = lines.subList(from, to);
    List<String> placed = new ArrayList<>(Collections.nCopies(from, ""));
    placed.addAll(written);
    if (written.stream().allMatch(String::isBlank)) {
      throw wrong(from + 1, "a call");
    }
    List<Line> all = new ArrayList<>();
    for (Line line : Script.parse(file, String.join("\n", placed)).lines()) {
      Matcher times = TIMES.matcher(placed.get(line.number() - 1));
      int count = times.matches() ? Integer.parseInt(times.group(1)) : 1;
      Line here = new Line(line.thread(), line.name(), line.statement(), line.number() - from);
      all.addAll(Collections.nCopies(count, here));
    }
    return new Demonstration.Calls(String.join("\n", written), new Script(all));
  }

  private List<Observed> observed() {
    head(GENERATED);
    List<Observed> observed = new ArrayList<>();
    while (isInSection() && !peek().equals(GENERATED_END)) {
      Matcher seen = next(SEEN, "'- line N, `OBSERVATION`: VARIANT, ...'");
      int line = seen.group(1) == null ? 0 : Integer.parseInt(seen.group(1));
      observed.add(new Observed(line, seen.group(2), List.of(seen.group(3).split(SEPARATOR, -1))));
    }
    head(GENERATED_END);
    return observed;
  }

  private boolean isInSection() {
    return next < lines.size() && !peek().startsWith(HEAD);
  }

  private void skipBlank() {
    while (next < lines.size() && peek().isBlank()) {
      next++;
    }
  }

  private String peek() {
    return next < lines.size() ? lines.get(next) : "";
  }

  private InputException wrong(int number, String what) {
    String found = number <= lines.size() ? lines.get(number - 1).strip() : "";
    String shown = found.isEmpty() ? "nothing" : "'" + Excerpt.of(found) + "'";
    return new InputException(file, number, "expected " + what + ", found " + shown);
  }
}
