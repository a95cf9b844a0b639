package bindcheck.spec;

import bindcheck.tla.Value;
import java.util.SortedMap;

/** The terms of a configuration, which only tests look at outside this package. */
public final class Inside {
  private Inside() {}

  /** The kernel. */
  public static Value kernel(Automaton automaton, int number) {
    return automaton.kernel(number);
  }

  /** The calls in progress, by thread. */
  public static SortedMap<String, Value> calls(Automaton automaton, int number) {
    return automaton.calls(number);
  }

  /** The stimulus that a record of TLA+ is. */
  public static Stimulus stimulus(Value record) {
    return CallTerms.stimulus(record);
  }

  /** The arguments of a stimulus as TLA+ has them. */
  public static Value arguments(Stimulus stimulus) {
    return CallTerms.arguments(stimulus);
  }
}
