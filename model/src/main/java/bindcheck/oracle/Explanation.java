package bindcheck.oracle;

import bindcheck.call.Reply;
import bindcheck.file.InputException;
import bindcheck.script.Line;
import bindcheck.script.Script;
import bindcheck.spec.Automaton;
import bindcheck.spec.Semantics;
import bindcheck.spec.Stimulus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a variant allows to be observed at each line of a script, whatever of what is allowed was
 * observed before.
 */
public final class Explanation {
  /** One line, and every observation that is allowed after it. */
  public record Step(Line line, List<Allowed> allowed) {}

  private final Judge judge;
  private final Vocabulary vocabulary;
  private final HandleNames names;
  private final List<Step> steps = new ArrayList<>();
  private int raw;

  private Explanation(Judge judge, Vocabulary vocabulary) {
    this.judge = judge;
    this.vocabulary = vocabulary;
    this.names = new HandleNames(vocabulary);
  }

  /**
   * Explains a script.
   *
   * @param file what an error message calls the script
   * @throws InputException if a line can never be made: its thread is blocked, say
   */
  public static List<Step> of(String file, Script script, Semantics variant) {
    return whole(file, script.lines(), variant).steps();
  }

  /** The same, with what is known of the end; of no lines at all, too. */
  public static Explanation whole(String file, List<Line> lines, Semantics variant) {
    Vocabulary vocabulary = new Vocabulary();
    Judge judge = new Judge(new Automaton(variant, Line.threads(lines)), vocabulary);
    Explanation explanation = new Explanation(judge, vocabulary);
    for (Line line : lines) {
      explanation.steps.add(explanation.explain(file, line));
    }
    return explanation;
  }

  /** The lines, each with what is allowed. */
  public List<Step> steps() {
    return List.copyOf(steps);
  }

  /** The states that are possible at the end, those that look alike once, in words: lines each. */
  public List<List<String>> states() {
    StateText text = new StateText(vocabulary, names);
    return judge.askAll(text::of).stream().distinct().toList();
  }

  private Step explain(String file, Line line) {
    Optional<HandleNames.Made> made = names.madeBy(line, judge);
    int out = made.map(HandleNames.Made::number).orElse(0);
    // No target has given a value: what a script says by its value is no handle that it made.
    Stimulus stimulus = vocabulary.stimulus(line, names::number, value -> 0, out);
    if (!judge.mayMake(stimulus)) {
      throw new InputException(
          file,
          line.number(),
          stimulus.isExpire()
              ? "expected a thread that waits with a finite deadline, found " + line.thread()
              : "expected an idle thread, but " + line.thread() + " is blocked here");
    }
    List<Allowed> allowed = judge.allowed(stimulus);
    judge.assume(stimulus);
    made.ifPresent(handle -> names.assign(handle, Reply.ok(new Reply.Handle(++raw))));
    return new Step(line, allowed);
  }
}
