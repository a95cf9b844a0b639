package bindcheck.spec;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import tlc2.value.impl.Value;

/**
 * Which alternatives of each policy are still open. A policy is fixed by its first use: what is
 * open is a set of tags {@code C-...=alternative}, numbered; 0 is all that the variant allows.
 */
public final class Policies {
  /** The number of a use that contradicts what is open. */
  public static final int CONTRADICTION = -1;

  private final List<String> tagOf = new ArrayList<>();
  private final Map<String, BitSet> groupOf = new HashMap<>();
  private final Interner<BitSet> open = new Interner<>();
  private final Interner<Set<String>> tags;
  private final Map<Long, Integer> narrowed = new HashMap<>();

  Policies(Value choices, Value variant, Interner<Set<String>> tags) {
    this.tags = tags;
    SortedMap<String, Value> allowed = Terms.fields(variant);
    Terms.fields(choices)
        .forEach(
            (choice, definition) -> {
              if (Terms.text(Terms.field(definition, "kind")).equals("policy")) {
                addGroup(choice, Terms.texts(allowed.get(choice)));
              }
            });
    BitSet all = new BitSet();
    all.set(0, tagOf.size());
    open.number(all);
  }

  private void addGroup(String choice, Set<String> alternatives) {
    BitSet group = new BitSet();
    for (String alternative : alternatives) {
      String tag = choice + "=" + alternative;
      group.set(tagOf.size());
      groupOf.put(tag, group);
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
      BitSet group = groupOf.get(use);
      if (group != null) {
        int bit = tagOf.indexOf(use);
        if (!after.get(bit)) {
          return CONTRADICTION;
        }
        after.andNot(group);
        after.set(bit);
      }
    }
    return open.number(after);
  }

  /** What is open: each policy with its open alternatives. */
  public SortedMap<String, Set<String>> alternatives(int policies) {
    SortedMap<String, Set<String>> result = new TreeMap<>();
    open.value(policies).stream()
        .mapToObj(tagOf::get)
        .forEach(
            tag -> {
              int split = tag.indexOf('=');
              result
                  .computeIfAbsent(tag.substring(0, split), choice -> new TreeSet<>())
                  .add(tag.substring(split + 1));
            });
    return result;
  }
}
