package bindcheck.check;

import bindcheck.call.Call;
import bindcheck.oracle.Judge;
import bindcheck.oracle.Session;
import bindcheck.oracle.Vocabulary;
import bindcheck.script.Line;
import bindcheck.spec.Automaton;
import bindcheck.target.Target;
import bindcheck.target.TargetException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Plays scripts on a target, each on a fresh kernel and with every policy open, and judges them.
 */
public final class FirstFailure {
  private final Target target;
  private final Automaton automaton;
  private final Vocabulary vocabulary;

  /**
   * Prepares to play.
   *
   * @param automaton that of the variant which judges, with the threads of the scripts
   */
  public FirstFailure(Target target, Automaton automaton, Vocabulary vocabulary) {
    this.target = target;
    this.automaton = automaton;
    this.vocabulary = vocabulary;
  }

  /**
   * Plays the lines that can be made, up to the first that is not allowed; empty where none is. A
   * line cannot be made whose thread is busy, or which uses a handle that no line before has made.
   *
   * @return with the lines that were made
   */
  public Optional<Failure> play(List<Line> lines) {
    Session session = new Session(target, new Judge(automaton, vocabulary), vocabulary);
    List<Line> made = new ArrayList<>();
    List<Session.Step> steps = new ArrayList<>();
    Set<String> names = new HashSet<>();
    try {
      session.reset();
      for (Line line : lines) {
        if (names.containsAll(handles(line)) && session.canMake(line)) {
          made.add(line);
          line.name().ifPresent(names::add);
          Session.Step step = session.play(line);
          steps.add(step);
          if (!step.isAllowed()) {
            return Optional.of(new Failure(made, steps, null));
          }
        }
      }
      return Optional.empty();
    } catch (TargetException e) {
      return Optional.of(new Failure(made, steps, e));
    } finally {
      target.abandon();
    }
  }

  /** The names that the line uses. */
  private static List<String> handles(Line line) {
    return line.statement() instanceof Call call ? call.names() : List.of();
  }
}
