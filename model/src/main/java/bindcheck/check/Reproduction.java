package bindcheck.check;

import bindcheck.call.Argument;
import bindcheck.call.Call;
import bindcheck.call.Deadline;
import bindcheck.call.Op;
import bindcheck.oracle.Vocabulary;
import bindcheck.script.Line;
import bindcheck.spec.Automaton;
import bindcheck.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Looks for a short script that fails like a long walk did: lines are left out as long as the rest
 * still fails (Zeller and Hildebrandt's delta debugging, down to any two lines), handles that are
 * not needed are replaced by others, wide values by small ones, and arguments by plain ones. With a
 * line go those that cannot be made without it.
 */
final class Reproduction {
  /** A walk that goes round in circles may need all its lines: the search for fewer has an end. */
  private static final long MOST_LINES = 60_000;

  /** A line of a script that is many times as long counts so many times: so do its states. */
  private static final int SHORT = 200;

  private final Target target;
  private final Automaton automaton;
  private final Vocabulary vocabulary;
  private final Failure found;
  private long playedLines;

  /**
   * Prepares to look for what fails like that.
   *
   * @param found where the target itself has failed, as by a crash, nothing milder is like it
   */
  Reproduction(Target target, Automaton automaton, Vocabulary vocabulary, Failure found) {
    this.found = found;
    this.target = target;
    this.automaton = automaton;
    this.vocabulary = vocabulary;
  }

  /**
   * The shortest failure found from any of these walks, made once or twice, or null where none
   * fails so.
   *
   * <p>The result's lines run from an empty kernel, with every policy open, and the last one fails.
   */
  Failure shortest(List<List<Line>> walks) {
    Failure shortest = null;
    for (List<Line> walk : walks) {
      Failure failure = shrink(walk);
      if (failure != null
          && (shortest == null || failure.lines().size() < shortest.lines().size())) {
        shortest = failure;
      }
    }
    return shortest;
  }

  private Failure shrink(List<Line> walk) {
    Failure failure = play(walk);
    if (failure == null) {
      failure = play(Evidence.twice(walk));
    }
    failure = failure == null ? null : withPlainValues(failure);
    int chunk = failure == null ? 0 : failure.lines().size() / 2;
    while (chunk >= 1 && !isSpent()) {
      Failure smaller = withoutSome(failure.lines(), chunk);
      if (smaller == null && chunk == 1) {
        smaller = withoutTwo(failure.lines());
      }
      if (smaller == null && chunk == 1) {
        smaller = withOneHandle(failure.lines());
      }
      if (smaller == null && chunk == 1) {
        smaller = withAnotherEnd(failure.lines());
      }
      if (smaller != null) {
        failure = smaller;
      } else {
        chunk /= 2;
      }
      chunk = Math.min(chunk, failure.lines().size() / 2);
    }
    return failure == null ? null : withPlainArguments(failure);
  }

  /** The failure with plain arguments wherever it looks the same with them. */
  private Failure withPlainArguments(Failure failure) {
    for (int i = 0; i < failure.lines().size() && !isSpent(); i++) {
      if (failure.lines().get(i).statement() instanceof Call call) {
        for (Call plain : PlainArguments.of(call)) {
          Failure plainer = play(with(plain, i, failure.lines()));
          if (plainer != null
              && plainer.lines().size() == failure.lines().size()
              && plainer.signature().equals(failure.signature())) {
            return withPlainArguments(plainer);
          }
        }
      }
    }
    return failure;
  }

  private static List<Line> with(Call call, int index, List<Line> lines) {
    List<Line> changed = new ArrayList<>(lines);
    Line line = lines.get(index);
    changed.set(index, new Line(line.thread(), line.name(), call, line.number()));
    return changed;
  }

  /** The failure with small values where it does not need others: with all, or with some. */
  private Failure withPlainValues(Failure failure) {
    List<Line> withPlainPackets = PlainPackets.of(failure.lines());
    for (List<Line> lines : List.of(withPlainPackets, failure.lines())) {
      Failure plain = play(PlainValues.of(lines));
      if (plain != null) {
        return plain;
      }
    }
    Failure plainer = failure;
    for (long value : PlainValues.wide(failure.lines())) {
      Failure without = play(PlainValues.without(value, plainer.lines()));
      plainer = without != null ? without : plainer;
    }
    return plainer;
  }

  /** A failure of these lines without as many runs of so many of them as can go. */
  private Failure withoutSome(List<Line> lines, int chunk) {
    Failure shortest = null;
    List<Line> left = lines;
    for (int start = lines.size() - chunk; start > -chunk; start -= chunk) {
      List<Line> rest = new ArrayList<>(left);
      rest.subList(Math.max(start, 0), Math.min(start + chunk, rest.size())).clear();
      Failure failure = play(rest);
      if (failure != null) {
        shortest = failure;
        left = failure.lines();
        start = Math.min(start, left.size());
      }
    }
    return shortest;
  }

  /** A failure of these lines without two of them. */
  private Failure withoutTwo(List<Line> lines) {
    return firstOfPairs(lines, (first, second) -> without(lines, first, second));
  }

  private static List<Line> without(List<Line> lines, int first, int second) {
    List<Line> rest = new ArrayList<>(lines);
    rest.remove(second);
    rest.remove(first);
    return rest;
  }

  /**
   * A failure of these lines without one that makes a handle, another being used in its place; or
   * without one more: a copy may be all that another handle was closed for.
   */
  private Failure withOneHandle(List<Line> lines) {
    List<List<Line>> merged = new ArrayList<>();
    Failure failure =
        firstOfPairs(
            lines,
            (first, second) -> {
              List<Line> rest = merged(lines, first, second);
              merged.add(rest);
              return rest;
            });
    for (int i = 0; failure == null && i < merged.size(); i++) {
      failure = withoutSome(merged.get(i), 1);
    }
    return failure;
  }

  /**
   * A failure of these lines without two of them, but with another end: a look at what a port
   * holds, or one of the calls that stood before.
   */
  private Failure withAnotherEnd(List<Line> lines) {
    for (Line end : ends(lines)) {
      Failure failure =
          firstOfPairs(
              lines,
              (first, second) -> {
                List<Line> rest = without(lines, first, second);
                rest.remove(end);
                rest.add(end);
                return rest;
              });
      if (failure != null) {
        return failure;
      }
    }
    return null;
  }

  /** Reads of each port, then the calls that are made already, but for those that make a handle. */
  private List<Line> ends(List<Line> lines) {
    String reader = automaton.threads().get(automaton.threads().size() - 1);
    Argument past = new Argument.Number(Deadline.PAST.raw());
    List<Line> ends = new ArrayList<>();
    List<Line> made = new ArrayList<>();
    for (Line line : lines) {
      if (line.statement() instanceof Call call && call.op() == Op.PORT_CREATE) {
        line.name()
            .map(port -> Call.of(Op.PORT_WAIT, new Argument.Handle(port), past))
            .ifPresent(read -> ends.add(Line.of(reader, read, 0)));
      } else if (line.name().isEmpty()) {
        made.add(line);
      }
    }
    ends.addAll(made);
    return ends;
  }

  /** The lines with the first handle in the place of the second; none where that makes no sense. */
  private static List<Line> merged(List<Line> lines, int first, int second) {
    Optional<String> kept = lines.get(first).name();
    Optional<String> dropped = lines.get(second).name();
    if (kept.isEmpty() || dropped.isEmpty() || !alike(lines.get(first), lines.get(second))) {
      return List.of();
    }
    List<Line> rest = new ArrayList<>(lines);
    rest.remove(second);
    return Evidence.renamed(rest, name -> name.equals(dropped.get()) ? kept.get() : name);
  }

  /** Whether both make handles to objects of one type, or the second copies a handle. */
  private static boolean alike(Line first, Line second) {
    Op made = second.call().op();
    boolean copies = made == Op.HANDLE_DUPLICATE || made == Op.HANDLE_REPLACE;
    return copies || made == first.call().op();
  }

  /** The failure of the first variation that fails, each made from two places in the lines. */
  private Failure firstOfPairs(
      List<Line> lines, BiFunction<Integer, Integer, List<Line>> variation) {
    for (int second = lines.size() - 1; second > 0 && !isSpent(); second--) {
      for (int first = second - 1; first >= 0 && !isSpent(); first--) {
        Failure failure = play(variation.apply(first, second));
        if (failure != null) {
          return failure;
        }
      }
    }
    return null;
  }

  /**
   * Plays the lines that can be made, up to the first that is not allowed; null where none is, or
   * where enough have been played.
   *
   * @return with the lines that were made
   */
  Failure play(List<Line> lines) {
    if (isSpent()) {
      return null;
    }
    playedLines += (long) lines.size() * Math.max(1, lines.size() / SHORT);
    return new FirstFailure(target, automaton, vocabulary)
        .play(lines)
        .filter(this::isAlike)
        .orElse(null);
  }

  private boolean isAlike(Failure failure) {
    return found.isObserved()
        || (!failure.isObserved() && failure.cause().reason() == found.cause().reason());
  }

  private boolean isSpent() {
    return playedLines > MOST_LINES;
  }
}
