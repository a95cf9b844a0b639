package bindcheck.litmus;

import bindcheck.spec.Alternative;
import bindcheck.spec.Glossary;
import bindcheck.spec.Semantics;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which alternatives have been taken on a walk, of the choices for which a variant allows several.
 * A configuration knows the policies; the free choices are noted here.
 */
final class Choices {
  private final Semantics semantics;
  private final Set<String> freeTags = new TreeSet<>();

  Choices(Semantics semantics) {
    this.semantics = semantics;
    Glossary glossary = new Glossary(semantics.module());
    glossary
        .alternatives()
        .filter(one -> !glossary.isPolicy(one.choice()))
        .filter(one -> semantics.variant().leavesOpen(one.choice()))
        .forEach(one -> freeTags.add(one.toString()));
  }

  /** The free choices taken, with those of a step that rests on these ids. */
  Set<String> free(Set<String> before, int by) {
    Set<String> taken = new TreeSet<>(before);
    freeTags.stream().filter(semantics.tags(by)::contains).forEach(taken::add);
    return taken;
  }

  /** All alternatives taken, of choices for which there are several. */
  SortedSet<String> taken(int policies, Set<String> free) {
    SortedSet<String> taken = new TreeSet<>(free);
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
