package bindcheck.check;

import bindcheck.call.Call;
import bindcheck.call.Verdict;
import bindcheck.oracle.Judge;
import bindcheck.oracle.Session;
import bindcheck.oracle.Vocabulary;
import bindcheck.script.Line;
import bindcheck.script.Script;
import bindcheck.spec.Automaton;
import bindcheck.spec.Semantics;
import bindcheck.target.Support;
import bindcheck.target.Target;
import bindcheck.target.TargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plays scripts on a target, each from a fresh kernel, and judges every line. */
public final class ScriptCheck {
  /**
   * What a script came to.
   *
   * @param failure the line that is not allowed, or at which the target failed
   * @param timing whether that failure rests on a settle time
   * @param open why not all lines could be made, where none has failed; else empty
   * @param vocabulary what the names and numbers in what is observed mean
   */
  public record Result(
      Optional<Failure> failure, Timing timing, String open, Vocabulary vocabulary) {
    private static Result of(Failure failure, Vocabulary vocabulary) {
      return new Result(Optional.of(failure), Timing.NONE, "", vocabulary);
    }

    private Result with(Timing other) {
      return new Result(failure, other, open, vocabulary);
    }

    /** Whether the script fails, or nothing can be said. */
    public Verdict verdict() {
      return failure
          .map(timing::verdict)
          .orElse(open.isEmpty() ? Verdict.PASS : Verdict.INCONCLUSIVE);
    }
  }

  private final Target target;
  private final Semantics judge;

  /** Prepares to play scripts on a target, which a variant judges. */
  public ScriptCheck(Target target, Semantics judge) {
    this.target = target;
    this.judge = judge;
  }

  /**
   * Plays a script up to the first line that is not allowed, with every policy open; once more,
   * with far more time for calls to return, where that it fails rests on time.
   *
   * @param script each line can be made at least where the target does one of what is allowed
   */
  public Result run(Script script) {
    Result result = play(script);
    if (result.failure().filter(failure -> Timing.concerns(failure, target)).isEmpty()) {
      return result;
    }
    Result again = Timing.withMore(target, () -> play(script));
    boolean isSeenAgain = again.failure().isPresent();
    return (isSeenAgain ? again : result).with(Timing.again(isSeenAgain));
  }

  private Result play(Script script) {
    Vocabulary vocabulary = new Vocabulary();
    Automaton automaton = new Automaton(judge, Line.threads(script.lines()));
    Session session = new Session(target, new Judge(automaton, vocabulary), vocabulary);
    List<Line> made = new ArrayList<>();
    List<Session.Step> steps = new ArrayList<>();
    try {
      session.reset();
      for (Line line : script.lines()) {
        Optional<String> hindrance = hindrance(line, session);
        if (hindrance.isPresent()) {
          String open = "line " + line.number() + " cannot be made: " + hindrance.get();
          return new Result(Optional.empty(), Timing.NONE, open, vocabulary);
        }
        made.add(line);
        steps.add(session.play(line));
        if (!steps.get(steps.size() - 1).isAllowed()) {
          return Result.of(new Failure(made, steps, null), vocabulary);
        }
      }
      return new Result(Optional.empty(), Timing.NONE, "", vocabulary);
    } catch (TargetException failed) {
      return Result.of(new Failure(made, steps, failed), vocabulary);
    } finally {
      target.abandon();
    }
  }

  /** Why the line cannot be made now. */
  private Optional<String> hindrance(Line line, Session session) {
    Support support = target.support();
    boolean isCall = line.statement() instanceof Call;
    if (isCall ? !support.canMake(line.call()) : !support.expire()) {
      List<String> missing = support.missing();
      return Optional.of(
          "the target has no "
              + (missing.isEmpty() ? "whole packets" : String.join(", ", missing)));
    }
    if (session.canMake(line)) {
      return Optional.empty();
    }
    return Optional.of(
        isCall
            ? line.thread() + " is blocked, as it may be"
            : line.thread() + " waits with no finite deadline, as it need not");
  }
}
