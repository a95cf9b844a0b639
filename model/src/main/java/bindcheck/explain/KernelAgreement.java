package bindcheck.explain;

import bindcheck.call.Observation;
import bindcheck.oracle.CrossCheck;
import bindcheck.oracle.Judge;
import bindcheck.oracle.Vocabulary;
import bindcheck.spec.Automaton;
import bindcheck.spec.Stimulus;
import java.util.BitSet;

/**
 * A kernel that looks on at a walk. It agrees with a step if it could have made the whole walk so
 * far, or if it would make this step from wherever the judge holds the implementation to be: so a
 * kernel that would have done otherwise at one step still counts at the next.
 */
final class KernelAgreement {
  private final CrossCheck crossCheck;
  private final Judge own;
  private boolean follows = true;

  KernelAgreement(Automaton automaton, Vocabulary vocabulary) {
    this.crossCheck = new CrossCheck(automaton, vocabulary);
    this.own = new Judge(automaton, vocabulary);
  }

  /** A new walk begins. */
  void begins() {
    own.reset();
    follows = true;
  }

  /** The numbers that stand for values in the kernel, as long as it follows. */
  BitSet values() {
    return follows ? own.values() : new BitSet();
  }

  boolean agrees(Judge before, Stimulus stimulus, Observation seen) {
    follows = follows && own.observe(stimulus, seen) != null;
    return follows || crossCheck.of(before, stimulus, seen) != null;
  }
}
