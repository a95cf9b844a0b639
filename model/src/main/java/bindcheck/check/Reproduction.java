package bindcheck.check;

import bindcheck.judge.Judge;
import bindcheck.judge.Session;
import bindcheck.judge.Vocabulary;
import bindcheck.script.Line;
import bindcheck.script.Script;
import bindcheck.script.ScriptException;
import bindcheck.spec.Automaton;
import bindcheck.target.Target;
import bindcheck.target.TargetException;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks for a short script that fails like a long walk did: lines are left out as long as the rest
 * still fails (Zeller and Hildebrandt's delta debugging, down to single lines).
 */
final class Reproduction {
  private final Target target;
  private final Automaton automaton;
  private final Vocabulary vocabulary;

  Reproduction(Target target, Automaton automaton, Vocabulary vocabulary) {
    this.target = target;
    this.automaton = automaton;
    this.vocabulary = vocabulary;
  }

  /**
   * The shortest failure found from any of these walks, or null where none fails by itself.
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
    int chunk = failure == null ? 0 : failure.lines().size() / 2;
    while (chunk >= 1) {
      Failure smaller = withoutSome(failure.lines(), chunk);
      if (smaller != null) {
        failure = smaller;
      } else {
        chunk /= 2;
      }
      chunk = Math.min(chunk, failure.lines().size() / 2);
    }
    return failure;
  }

  /** A failure of these lines without one run of so many of them. */
  private Failure withoutSome(List<Line> lines, int chunk) {
    for (int start = lines.size() - chunk; start > -chunk; start -= chunk) {
      List<Line> rest = new ArrayList<>(lines);
      rest.subList(Math.max(start, 0), start + chunk).clear();
      Failure failure = rest.isEmpty() ? null : play(rest);
      if (failure != null) {
        return failure;
      }
    }
    return null;
  }

  /** Plays the lines up to the first that is not allowed; null where there is none. */
  private Failure play(List<Line> lines) {
    if (!isScript(lines)) {
      return null;
    }
    Session session = new Session(target, new Judge(automaton, vocabulary), vocabulary);
    try {
      session.reset();
      return play(session, lines);
    } finally {
      target.abandon();
    }
  }

  private static Failure play(Session session, List<Line> lines) {
    for (int i = 0; i < lines.size(); i++) {
      if (!session.canMake(lines.get(i))) {
        return null;
      }
      try {
        Session.Step step = session.play(lines.get(i));
        if (!step.isAllowed()) {
          return new Failure(List.copyOf(lines.subList(0, i + 1)), step, null);
        }
      } catch (TargetException e) {
        return new Failure(List.copyOf(lines.subList(0, i + 1)), null, e);
      }
    }
    return null;
  }

  /** Whether the notation can express the lines: no name is used that no line assigns. */
  private static boolean isScript(List<Line> lines) {
    try {
      Script.parse("script", new Script(lines).toString());
      return true;
    } catch (ScriptException e) {
      return false;
    }
  }
}
