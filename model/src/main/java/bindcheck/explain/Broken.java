package bindcheck.explain;

import bindcheck.call.Field;
import bindcheck.call.Observation;
import bindcheck.call.Op;
import bindcheck.oracle.Allowed;
import bindcheck.spec.Glossary;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which requirements an observation breaks: of those that the nearest allowed one rests on, those
 * that speak of what is wrong; all of them where none does.
 */
final class Broken {
  private final Glossary glossary;

  Broken(Glossary glossary) {
    this.glossary = glossary;
  }

  /**
   * The requirements.
   *
   * @param calls the call of each thread that has one in progress
   */
  SortedSet<String> of(Observation seen, Allowed nearest, Map<String, Op> calls) {
    SortedSet<String> broken = new TreeSet<>();
    seen.wrong(nearest.observation())
        .forEach((thread, fields) -> add(calls.get(thread), fields, nearest, broken));
    return broken.isEmpty() ? nearest.requirements() : broken;
  }

  private void add(Op call, Set<Field> fields, Allowed nearest, SortedSet<String> broken) {
    for (Field field : fields) {
      String wrong = call.scriptName() + "." + field;
      for (String id : nearest.requirements()) {
        if (glossary.speaksOf(id).contains(wrong)) {
          broken.add(id);
        }
      }
      if (field == Field.BLOCKS) {
        addKeptBlocked(wrong, broken);
      }
    }
  }

  /** What a blocked call rests on is said where it blocks, and not again at every step. */
  private void addKeptBlocked(String wrong, SortedSet<String> broken) {
    for (String id : glossary.requirements()) {
      if (glossary.speaksOf(id).equals(Set.of(wrong))) {
        broken.add(id);
      }
    }
  }
}
