package bindcheck.litmus;

import bindcheck.call.Reply;
import bindcheck.file.InputException;
import bindcheck.file.TextFile;
import bindcheck.script.Line;
import bindcheck.target.Plan;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A litmus program, as its file has it. Immutable.
 *
 * <p>The set-up is made first, by one thread, call after call. Then all threads make their calls at
 * once, each its own in their order. A finite deadline of {@code port_wait} passes at some moment,
 * no matter which, so that such a call never stays blocked. A thread uses handles of the set-up and
 * those that it made itself, each by a name that is assigned once.
 *
 * @param name of the file, without its suffix
 * @param title what happens, in a line
 * @param lesson what there is to learn from it: paragraphs; empty where nobody says
 * @param setup calls of the main thread
 * @param threads the calls of each of {@code T1}, {@code T2}, ...: two to four threads, with one to
 *     three calls each
 * @param forbidden what must not come out, and why; what is not allowed must not in any case
 * @param written the text of the file before its generated part
 * @param generated the rest of the file: the table of outcomes; empty where there is none yet
 */
public record Program(
    String name,
    String title,
    String lesson,
    List<Line> setup,
    SortedMap<String, List<Line>> threads,
    List<Forbidden> forbidden,
    String written,
    String generated) {
  private static final Pattern NUMBERED = Pattern.compile("(.+)-\\d\\d-.+");

  /**
   * An outcome that must not be, of some of the threads at least.
   *
   * @param reason an id, a colon, and why
   */
  public record Forbidden(Outcome pattern, String reason) {

    /** The requirement or choice that forbids it. */
    public String id() {
      return reason.substring(0, reason.indexOf(':'));
    }
  }

  /** Keeps copies. */
  public Program {
    Plan plan = new Plan(setup, threads);
    setup = plan.setup();
    threads = plan.threads();
    forbidden = List.copyOf(forbidden);
  }

  /**
   * Reads a program from a UTF-8 file.
   *
   * @throws InputException if the file cannot be read or is no program
   */
  public static Program read(Path file) {
    return parse(file.toString(), TextFile.read(file, "a litmus program"));
  }

  /**
   * Parses a program.
   *
   * @param file what an error message calls it, and what the program is named after
   * @throws InputException at the first line that is wrong
   */
  public static Program parse(String file, String text) {
    return new ProgramParser(file).parse(text);
  }

  /** What it has the threads of a target do. */
  public Plan plan() {
    return new Plan(setup, threads);
  }

  /**
   * How it ended when its threads, in their order, have these replies; one that has made fewer
   * calls than it has is blocked in the next.
   */
  public Outcome outcome(List<List<Reply>> replies) {
    SortedMap<String, Ending> endings = new TreeMap<>();
    threads.forEach(
        (thread, calls) -> {
          List<Reply> given = replies.get(endings.size());
          endings.put(thread, new Ending(given, given.size() < calls.size()));
        });
    return new Outcome(endings);
  }

  /** What the name begins with, before its number; empty where it has none. */
  public String theme() {
    Matcher numbered = NUMBERED.matcher(name);
    return numbered.matches() ? numbered.group(1) : "";
  }

  @Override
  public String toString() {
    return name;
  }
}
