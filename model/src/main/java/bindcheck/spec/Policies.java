package bindcheck.spec;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import tlc2.value.impl.Value;

/**
 * Which alternatives are still open. A policy is fixed by its first use, a free choice never is.
 * What is open is a set of tags {@code C-...=alternative}, numbered; 0 is all that the variant
 * allows.
 */
public final class Policies {
  /** The number of all that the variant allows. */
  public static final int ALL_OPEN = 0;

  /** The number of a use that contradicts what is open. */
  public static final int CONTRADICTION = -1;

  /** The tags of one choice. */
  private record Group(boolean isPolicy, BitSet tags) {}

  private final List<String> tagOf = new ArrayList<>();
  private final Map<String, Integer> bitOf = new HashMap<>();
  private final List<Group> groupOf = new ArrayList<>();
  private final Interner<BitSet> open = new Interner<>();
  private final Interner<Set<String>> tags;
  private final Map<Long, Integer> narrowed = new HashMap<>();

  Policies(Value choices, Value variant, Interner<Set<String>> tags) {
    this.tags = tags;
    SortedMap<String, Value> allowed = Terms.fields(variant);
    Terms.fields(choices)
        .forEach(
            (choice, definition) ->
                addGroup(
                    choice,
                    Terms.text(Terms.field(definition, "kind")).equals("policy"),
                    Terms.texts(allowed.get(choice))));
    BitSet all = new BitSet();
    all.set(0, tagOf.size());
    open.number(all);
  }

  private void addGroup(String choice, boolean isPolicy, Set<String> alternatives) {
    Group group = new Group(isPolicy, new BitSet());
    for (String alternative : alternatives) {
      String tag = choice + "=" + alternative;
      group.tags().set(tagOf.size());
      bitOf.put(tag, tagOf.size());
      groupOf.add(group);
      tagOf.add(tag);
    }
  }

  /** What is open after a step that rests on these ids, or {@link #CONTRADICTION}. */
  public int narrow(int policies, int by) {
    return narrowed.computeIfAbsent(
        ((long) policies << 32) | by, key -> evaluate(open.value(policies), tags.value(by)));
  }

  private int evaluate(BitSet before, Set<String> uses) {
    BitSet after = (BitSet) before.clone();
    for (String use : uses) {
      Integer bit = bitOf.get(use);
      if (bit != null && !after.get(bit)) {
        return CONTRADICTION;
      }
      if (bit != null && groupOf.get(bit).isPolicy()) {
        after.andNot(groupOf.get(bit).tags());
        after.set(bit);
      }
    }
    return open.number(after);
  }

  /**
   * The number of what is open in another variant that allows no more than this one: from there on
   * the steps are those of that variant.
   *
   * @param variant the alternatives of each choice; those that are not allowed here are left out, a
   *     choice that is left out stays open
   */
  public int of(Map<String, ? extends Set<String>> variant) {
    BitSet some = new BitSet();
    for (int bit = 0; bit < tagOf.size(); bit++) {
      some.set(bit, !variant.containsKey(choice(tagOf.get(bit))));
    }
    variant.forEach(
        (choice, alternatives) ->
            alternatives.stream()
                .map(alternative -> bitOf.get(choice + "=" + alternative))
                .filter(bit -> bit != null)
                .forEach(some::set));
    return open.number(some);
  }

  /** Those of some numbers that leave open what no other of them does. */
  public List<Integer> widest(Collection<Integer> some) {
    return some.stream()
        .filter(p -> some.stream().noneMatch(q -> !p.equals(q) && covers(q, p)))
        .toList();
  }

  private boolean covers(int wide, int narrow) {
    BitSet missing = (BitSet) open.value(narrow).clone();
    missing.andNot(open.value(wide));
    return missing.isEmpty();
  }

  /** What is open: each policy with its open alternatives. */
  public SortedMap<String, Set<String>> alternatives(int policies) {
    SortedMap<String, Set<String>> result = new TreeMap<>();
    open.value(policies).stream()
        .filter(bit -> groupOf.get(bit).isPolicy())
        .mapToObj(tagOf::get)
        .forEach(
            tag -> {
              String choice = choice(tag);
              result
                  .computeIfAbsent(choice, first -> new TreeSet<>())
                  .add(tag.substring(choice.length() + 1));
            });
    return result;
  }

  private static String choice(String tag) {
    return tag.substring(0, tag.indexOf('='));
  }
}
