package bindcheck.oracle;

import bindcheck.call.Observation;
import bindcheck.spec.Automaton;
import bindcheck.spec.Stimulus;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;

/**
 * What a variant says of one step, from wherever the judge of another variant holds the kernel to
 * be, and with every policy open. So the variants need not have agreed on the steps before.
 */
public final class CrossCheck {
  private final Automaton automaton;
  private final Judge judge;
  private final Map<StateSet, StateSet> adopted = new HashMap<>();

  /** What the automaton's variant says of steps that one judge, always the same, looks at. */
  public CrossCheck(Automaton automaton, Vocabulary vocabulary) {
    this.automaton = automaton;
    this.judge = new Judge(automaton, vocabulary);
  }

  /** The ids that the observation rests on in this variant; or null where it does not allow it. */
  public SortedSet<String> of(Judge before, Stimulus stimulus, Observation observation) {
    judge.hold(adopted.computeIfAbsent(before.states(), states -> adopt(before, states)));
    return judge.wouldRestOn(stimulus, observation);
  }

  private StateSet adopt(Judge other, StateSet states) {
    return new StateSet(
        states.members().stream()
            .map(member -> automaton.adopt(other.automaton(), member))
            .toList());
  }
}
