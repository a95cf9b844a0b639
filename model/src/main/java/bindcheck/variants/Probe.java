package bindcheck.variants;

import bindcheck.oracle.Vocabulary;
import bindcheck.script.Line;
import bindcheck.spec.Stimulus;
import java.util.ArrayList;
import java.util.List;

/**
 * A script from an empty kernel whose end is to be observed: calls that are made one after the
 * other, then one call, or several at once.
 */
public record Probe(List<Stimulus> before, List<Stimulus> last) {

  /** Keeps copies. */
  public Probe {
    before = List.copyOf(before);
    last = List.copyOf(last);
  }

  /** How many calls it has. */
  public int length() {
    return before.size() + last.size();
  }

  /** Whether its last calls are made at once. */
  public boolean isConcurrent() {
    return last.size() > 1;
  }

  /** The calls before the last, as lines. */
  public List<Line> linesBefore(Vocabulary vocabulary) {
    return lines(vocabulary, before);
  }

  /** The last call, or those that are made at once, as lines. */
  public List<Line> lastLines(Vocabulary vocabulary) {
    return lines(vocabulary, last);
  }

  private List<Line> lines(Vocabulary vocabulary, List<Stimulus> stimuli) {
    vocabulary.nameHandles(before);
    return stimuli.stream().map(vocabulary::line).toList();
  }

  /** The probe without one of the calls before the last; null where a handle would be missed. */
  Probe without(int index) {
    List<Stimulus> rest = new ArrayList<>(before);
    int made = rest.remove(index).out();
    List<Stimulus> later = new ArrayList<>(rest.subList(index, rest.size()));
    later.addAll(last);
    boolean missed = made != 0 && later.stream().anyMatch(stimulus -> uses(stimulus, made));
    return missed ? null : new Probe(rest, last);
  }

  private static boolean uses(Stimulus stimulus, int handle) {
    return !stimulus.isExpire() && stimulus.call().uses(handle);
  }

  /** Where the probe leads from there; null where its calls cannot be made for certain. */
  SubsetAutomaton.After in(SubsetAutomaton prospect, int from) {
    int set = before(prospect, from);
    return set < 0 ? null : prospect.after(set, last);
  }

  /** The set that its calls before the last lead to; -1 where they cannot be made for certain. */
  int before(SubsetAutomaton prospect, int from) {
    int set = from;
    for (Stimulus stimulus : before) {
      SubsetAutomaton.After after = prospect.after(set, List.of(stimulus));
      if (after == null) {
        return -1;
      }
      set = after.set();
    }
    return set;
  }
}
