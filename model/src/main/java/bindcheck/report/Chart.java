package bindcheck.report;

import bindcheck.check.Failure;
import bindcheck.judge.Session;
import bindcheck.script.Call;
import bindcheck.script.Line;
import bindcheck.script.Reply;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A failure as a sequence chart: a lifeline for each thread, and what goes to and fro.
 *
 * @param threads main first
 */
record Chart(List<String> threads, List<Row> rows) {
  /** Which way an arrow points. */
  enum Kind {
    /** A call is made. */
    CALL,
    /** A call returns. */
    REPLY,
    /** A deadline passes. */
    EXPIRE,
    /** A call is still blocked, where that is wrong. */
    BLOCKED,
    /** The target did something else. */
    CRASH
  }

  /**
   * One arrow.
   *
   * @param thread the place of its thread
   * @param busy the places of the threads whose calls are in progress after it
   * @param isWrong whether it is what was rejected
   */
  record Row(Kind kind, int thread, String label, Set<Integer> busy, boolean isWrong) {}

  static Chart of(Failure failure) {
    return new Drawing(failure).chart();
  }

  /** Collects the rows, one line of the script after the other. */
  private static final class Drawing {
    private final Failure failure;
    private final List<String> threads;
    private final List<Row> rows = new ArrayList<>();
    private final SortedSet<Integer> busy = new TreeSet<>();

    Drawing(Failure failure) {
      this.failure = failure;
      Set<String> names = new LinkedHashSet<>();
      names.add(Line.MAIN);
      failure.lines().forEach(line -> names.add(line.thread()));
      threads = List.copyOf(names);
    }

    Chart chart() {
      for (int i = 0; i < failure.lines().size(); i++) {
        stimulus(failure.lines().get(i));
        if (i < failure.steps().size()) {
          replies(failure.steps().get(i));
        } else {
          String what = failure.cause().getMessage().lines().findFirst().orElse("");
          add(Kind.CRASH, failure.lines().get(i).thread(), what, true);
        }
      }
      return new Chart(threads, List.copyOf(rows));
    }

    private void stimulus(Line line) {
      boolean call = line.stimulus() instanceof Call;
      busy.add(threads.indexOf(line.thread()));
      String name = line.name().map(n -> n + " = ").orElse("");
      String label = call ? name + line.stimulus() : "its deadline passes";
      add(call ? Kind.CALL : Kind.EXPIRE, line.thread(), label, false);
    }

    private void replies(Session.Step step) {
      for (String thread : threads) {
        Reply reply = step.observation().replies().get(thread);
        if (reply != null) {
          busy.remove(threads.indexOf(thread));
          add(Kind.REPLY, thread, reply.toString(), isWrong(step, thread));
        } else if (step.observation().blocked().contains(thread) && isWrong(step, thread)) {
          add(Kind.BLOCKED, thread, "still blocked", true);
        }
      }
    }

    /** Whether the thread did otherwise than in the nearest observation that is allowed. */
    private static boolean isWrong(Session.Step step, String thread) {
      if (step.isAllowed()) {
        return false;
      }
      Reply wanted = step.nearest().observation().replies().get(thread);
      Reply seen = step.observation().replies().get(thread);
      return wanted == null ? seen != null : !wanted.equals(seen);
    }

    private void add(Kind kind, String thread, String label, boolean isWrong) {
      rows.add(new Row(kind, threads.indexOf(thread), label, Set.copyOf(busy), isWrong));
    }
  }
}
