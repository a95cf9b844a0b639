package bindcheck.call;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
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

  /** How much it differs from another: in values, in statuses, in who returned. */
  public int distance(Observation other) {
    Set<String> threads = new TreeSet<>(replies.keySet());
    threads.addAll(other.replies.keySet());
    threads.addAll(blocked);
    threads.addAll(other.blocked);
    return threads.stream()
        .mapToInt(thread -> distance(replies.get(thread), other.replies.get(thread)))
        .sum();
  }

  private static int distance(Reply mine, Reply theirs) {
    if (mine == null || theirs == null) {
      return mine == null && theirs == null ? 0 : 4;
    }
    boolean sameKind = mine.kind().equals(theirs.kind());
    return mine.equals(theirs) ? 0 : sameKind ? 1 : 2;
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
