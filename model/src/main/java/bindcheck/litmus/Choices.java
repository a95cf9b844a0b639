package bindcheck.litmus;

import bindcheck.spec.Alternative;
import bindcheck.spec.Glossary;
import bindcheck.spec.Interner;
import bindcheck.spec.Semantics;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which alternatives have been taken on a walk, of the choices for which a variant allows several.
 * A configuration knows the policies; the free choices are noted here.
 */
final class Choices {
  /** The number of the empty set of free choices. */
  static final int NONE_FREE = 0;

  private final Semantics semantics;
  private final Set<String> freeTags = new TreeSet<>();
  private final Interner<SortedSet<String>> sets = new Interner<>();
  private final Map<Long, Integer> unions = new HashMap<>();

  Choices(Semantics semantics) {
    this.semantics = semantics;
    Glossary glossary = new Glossary(semantics.module());
    glossary
        .alternatives()
        .filter(one -> !glossary.isPolicy(one.choice()))
        .filter(one -> semantics.variant().leavesOpen(one.choice()))
        .forEach(one -> freeTags.add(one.toString()));
    sets.number(Collections.emptySortedSet());
  }

  /** The free choices taken, with those of a step that rests on these ids. */
  int free(int tags, int by) {
    if (freeTags.isEmpty()) {
      return tags;
    }
    return unions.computeIfAbsent(
        (long) tags << Integer.SIZE | by,
        key -> {
          SortedSet<String> all = new TreeSet<>(sets.value(tags));
          all.addAll(semantics.tags(by));
          all.retainAll(freeTags);
          return sets.number(Collections.unmodifiableSortedSet(all));
        });
  }

  /** All alternatives taken, of choices for which there are several. */
  SortedSet<String> taken(int policies, int free) {
    SortedSet<String> taken = new TreeSet<>(sets.value(free));
    semantics
        .policies()
        .alternatives(policies)
        .forEach(
            (choice, left) -> {
              if (left.size() == 1 && semantics.variant().leavesOpen(choice)) {
                taken.add(new Alternative(choice, left.first()).toString());
              }
            });
    return Collections.unmodifiableSortedSet(taken);
  }
}
