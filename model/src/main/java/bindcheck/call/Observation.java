package bindcheck.call;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What was seen at a quiescence: which calls returned since the last one, and which threads are
 * still blocked. Immutable; equal when both are.
 */
public record Observation(SortedMap<String, Reply> replies, SortedSet<String> blocked) {

  /** Keeps copies; a thread cannot both return and be blocked. */
  public Observation {
    replies = Collections.unmodifiableSortedMap(new TreeMap<>(replies));
    blocked = Collections.unmodifiableSortedSet(new TreeSet<>(blocked));
    if (!Collections.disjoint(replies.keySet(), blocked)) {
      throw new IllegalArgumentException("returned and blocked: " + replies + ", " + blocked);
    }
  }

  /** The same, from any map and any collection. */
  public static Observation of(Map<String, Reply> replies, Collection<String> blocked) {
    return new Observation(new TreeMap<>(replies), new TreeSet<>(blocked));
  }

  /** Where it is not like another: the threads, and what of each is wrong. */
  public SortedMap<String, Set<Field>> wrong(Observation wanted) {
    SortedMap<String, Set<Field>> wrong = new TreeMap<>();
    Set<String> threads = new TreeSet<>(replies.keySet());
    threads.addAll(wanted.replies.keySet());
    for (String thread : threads) {
      Set<Field> fields = wrong(replies.get(thread), wanted.replies.get(thread));
      if (!fields.isEmpty()) {
        wrong.put(thread, fields);
      }
    }
    return wrong;
  }

  private static Set<Field> wrong(Reply mine, Reply wanted) {
    if (mine == null || wanted == null) {
      return EnumSet.of(mine == null ? Field.RETURNS : Field.BLOCKS);
    }
    return mine.wrong(wanted);
  }

  /** How many fields are wrong, where that other is wanted. */
  public int distance(Observation wanted) {
    return wrong(wanted).values().stream().flatMap(Set::stream).mapToInt(Field::count).sum();
  }

  /** {@code main: OK; T1: OK timestamp(5); blocked: T2, T3}, or {@code nothing}. */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    replies.forEach((thread, reply) -> parts.add(thread + ": " + reply));
    if (!blocked.isEmpty()) {
      parts.add("blocked: " + String.join(", ", blocked));
    }
    return parts.isEmpty() ? "nothing" : String.join("; ", parts);
  }
}
