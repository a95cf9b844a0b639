package bindcheck.report;

import bindcheck.call.Call;
import bindcheck.call.Reply;
import bindcheck.check.Failure;
import bindcheck.history.Event;
import bindcheck.history.judge.Contradiction;
import bindcheck.oracle.Session;
import bindcheck.script.Line;
import java.util.ArrayList;
import java.util.Collection;
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
public record SequenceChart(List<String> threads, List<Row> rows) {
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

  /** The lines of a script and what came of each, up to the one that failed. */
  static SequenceChart of(Failure failure) {
    Drawing drawing = new Drawing(Line.threads(failure.lines()));
    for (int i = 0; i < failure.lines().size(); i++) {
      drawing.stimulus(failure.lines().get(i));
      if (i < failure.steps().size()) {
        drawing.replies(failure.steps().get(i));
      } else {
        drawing.add(Kind.CRASH, failure.lines().get(i).thread(), failure.observed(), true);
      }
    }
    return drawing.chart();
  }

  /** The events of a history, of which the last is not allowed. */
  static SequenceChart of(Contradiction contradiction) {
    Set<String> threads = new LinkedHashSet<>();
    List<Event> events = contradiction.events();
    for (Event event : events) {
      if (event instanceof Event.Called called) {
        threads.add(called.thread());
      }
    }
    Drawing drawing = new Drawing(threads);
    events.subList(0, events.size() - 1).forEach(event -> drawing.event(event, false));
    drawing.event(events.get(events.size() - 1), true);
    return drawing.chart();
  }

  /** Collects the rows. */
  private static final class Drawing {
    private final List<String> threads;
    private final List<Row> rows = new ArrayList<>();
    private final SortedSet<Integer> busy = new TreeSet<>();

    Drawing(Collection<String> threads) {
      this.threads = List.copyOf(threads);
    }

    SequenceChart chart() {
      return new SequenceChart(threads, List.copyOf(rows));
    }

    private void event(Event event, boolean isWrong) {
      if (event instanceof Event.Called called) {
        busy.add(threads.indexOf(called.thread()));
        add(Kind.CALL, called.thread(), called.call().toString(), isWrong);
      } else if (event instanceof Event.Returned returned) {
        busy.remove(threads.indexOf(returned.thread()));
        add(Kind.REPLY, returned.thread(), returned.reply().toString(), isWrong);
      } else if (event instanceof Event.Expired expired) {
        add(Kind.EXPIRE, expired.thread(), "its deadline passes", isWrong);
      } else if (isWrong) {
        for (int thread : busy) {
          add(Kind.BLOCKED, threads.get(thread), "blocked", true);
        }
      }
    }

    private void stimulus(Line line) {
      boolean call = line.statement() instanceof Call;
      busy.add(threads.indexOf(line.thread()));
      String name = line.name().map(n -> n + " = ").orElse("");
      String label = call ? name + line.statement() : "its deadline passes";
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
