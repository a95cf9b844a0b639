package bindcheck.variants;

import bindcheck.oracle.Vocabulary;
import bindcheck.script.Line;
import bindcheck.spec.Stimulus;
import bindcheck.spec.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tlc2.value.impl.IntValue;
import tlc2.value.impl.Value;

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
    Value made = Terms.optionalField(rest.remove(index).args(), "out");
    List<Stimulus> later = new ArrayList<>(rest.subList(index, rest.size()));
    later.addAll(last);
    boolean missed = made != null && later.stream().anyMatch(stimulus -> uses(stimulus, made));
    return missed ? null : new Probe(rest, last);
  }

  private static boolean uses(Stimulus stimulus, Value handle) {
    for (Map.Entry<String, Value> field : Terms.fields(stimulus.args()).entrySet()) {
      boolean isHandle = List.of("inth", "porth", "handle", "src_obj").contains(field.getKey());
      if (isHandle && field.getValue() instanceof IntValue && field.getValue().equals(handle)) {
        return true;
      }
    }
    return false;
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
