package bindcheck.litmus;

import bindcheck.spec.Interner;
import bindcheck.spec.Semantics;
import bindcheck.spec.Terms;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tlc2.value.impl.Value;

/**
 * Which alternatives have been taken on a walk, of the choices for which a variant allows several.
 * A configuration knows the policies; the free choices are noted here.
 */
final class Choices {
  private static final String ALTERNATIVE = "=";

  private final Semantics semantics;
  private final SortedMap<String, Set<String>> allowed = new TreeMap<>();
  private final Set<String> freeTags = new TreeSet<>();
  private final Interner<SortedSet<String>> sets = new Interner<>();
  private final Map<Long, Integer> unions = new HashMap<>();

  Choices(Semantics semantics) {
    this.semantics = semantics;
    SortedMap<String, Value> kinds = Terms.fields(semantics.module().evaluate("Choice"));
    Terms.fields(semantics.variant())
        .forEach(
            (choice, alternatives) -> {
              Set<String> texts = Terms.texts(alternatives);
              allowed.put(choice, texts);
              if (texts.size() > 1
                  && Terms.text(Terms.field(kinds.get(choice), "kind")).equals("free")) {
                texts.forEach(text -> freeTags.add(choice + ALTERNATIVE + text));
              }
            });
    sets.number(Collections.emptySortedSet());
  }

  /** The number of the empty set of free choices. */
  int noTags() {
    return 0;
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
    SortedSet<String> taken =
        semantics.policies().alternatives(policies).entrySet().stream()
            .filter(left -> left.getValue().size() == 1)
            .filter(left -> allowed.get(left.getKey()).size() > 1)
            .map(left -> left.getKey() + ALTERNATIVE + left.getValue().iterator().next())
            .collect(Collectors.toCollection(TreeSet::new));
    taken.addAll(sets.value(free));
    return Collections.unmodifiableSortedSet(taken);
  }
}
