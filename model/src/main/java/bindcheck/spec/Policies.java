package bindcheck.spec;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

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

  private final List<Alternative> alternativeOf = new ArrayList<>();
  private final Map<String, Integer> bitOf = new HashMap<>();

  /** The alternatives of each policy. */
  private final Map<String, BitSet> bitsOf = new HashMap<>();

  private final Interner<BitSet> open = new Interner<>();
  private final Interner<Set<String>> tags;

  /** By the policies before and the ids, both numbers. */
  private final Map<Long, Integer> narrowed = new HashMap<>();

  Policies(Glossary glossary, Variant variant, Interner<Set<String>> tags) {
    this.tags = tags;
    variant.taken().forEach(this::add);
    bitsOf.keySet().removeIf(choice -> !glossary.isPolicy(choice));
    BitSet all = new BitSet();
    all.set(0, alternativeOf.size());
    open.number(all);
  }

  private void add(Alternative alternative) {
    bitsOf.computeIfAbsent(alternative.choice(), choice -> new BitSet()).set(alternativeOf.size());
    bitOf.put(alternative.toString(), alternativeOf.size());
    alternativeOf.add(alternative);
  }

  /** What is open after a step that rests on these ids, or {@link #CONTRADICTION}. */
  public int narrow(int policies, int by) {
    return narrowed.computeIfAbsent(
        (long) policies << Integer.SIZE | by,
        use -> evaluate(open.value(policies), tags.value(by)));
  }

  private int evaluate(BitSet before, Set<String> uses) {
    BitSet after = (BitSet) before.clone();
    for (String use : uses) {
      Integer bit = bitOf.get(use);
      if (bit != null && !after.get(bit)) {
        return CONTRADICTION;
      }
      BitSet policy = bit == null ? null : bitsOf.get(alternativeOf.get(bit).choice());
      if (policy != null) {
        after.andNot(policy);
        after.set(bit);
      }
    }
    return open.number(after);
  }

  /**
   * The number of what is open in another variant that allows no more than this one: from there on
   * the steps are those of that variant. What it allows beyond this one is left out.
   */
  public int of(Variant variant) {
    BitSet some = new BitSet();
    for (int bit = 0; bit < alternativeOf.size(); bit++) {
      some.set(bit, variant.allows(alternativeOf.get(bit)));
    }
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
  public SortedMap<String, SortedSet<String>> alternatives(int policies) {
    SortedMap<String, SortedSet<String>> result = new TreeMap<>();
    open.value(policies).stream()
        .mapToObj(alternativeOf::get)
        .filter(one -> bitsOf.containsKey(one.choice()))
        .forEach(one -> result.computeIfAbsent(one.choice(), c -> new TreeSet<>()).add(one.name()));
    return result;
  }
}
