package bindcheck.history.judge;

import bindcheck.call.Observation;
import bindcheck.call.Op;
import bindcheck.call.Reply;
import bindcheck.history.Event;
import bindcheck.history.linear.Budget;
import bindcheck.history.linear.LinearSearch;
import bindcheck.history.linear.Lookahead;
import bindcheck.history.linear.Section;
import bindcheck.history.model.Member;
import bindcheck.history.model.Move;
import bindcheck.history.model.Moves;
import bindcheck.history.model.Operation;
import bindcheck.oracle.Allowed;
import bindcheck.spec.Semantics;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Finds out what to say of a section that no execution explains. */
final class RejectionBuilder {
  /** How many members may speak for what would have been allowed. */
  private static final int WITNESSES = 200;

  private final Semantics variant;
  private final List<String> threads;
  private final Moves moves;
  private final Section section;
  private final boolean deadlinesRecorded;
  private final Budget budget;

  RejectionBuilder(
      Semantics variant,
      List<String> threads,
      Moves moves,
      Section section,
      boolean deadlinesRecorded,
      Budget budget) {
    this.variant = variant;
    this.threads = threads;
    this.moves = moves;
    this.section = section;
    this.deadlinesRecorded = deadlinesRecorded;
    this.budget = budget;
  }

  /**
   * Explains why the section cannot follow.
   *
   * @param start where it begins
   * @param event the first event that cannot be explained
   * @param isFollowing whether another event of the same kernel had been rejected before
   */
  Rejection of(Set<Member> start, long event, boolean isFollowing) {
    Section failing = section.upTo(event + 1);
    Set<Member> needed = loosened(failing, start);
    Map<Observation, SortedSet<String>> allowed = allowed(failing, needed);
    Predicate<Section> alike =
        part -> fails(part, needed) && allowed(part, needed).keySet().equals(allowed.keySet());
    SortedMap<String, Operation> open = failing.openAt(event, start.iterator().next().open);
    if (failing.last().call() != null) {
      open.keySet().retainAll(Set.of(failing.last().call().name));
    }
    Observation seen = seen(failing.last(), open.keySet());
    SortedMap<String, Op> calls = new TreeMap<>();
    open.forEach((thread, call) -> calls.put(thread, call.call.op()));
    return new Rejection(
        event,
        observed(failing.last(), open.keySet()),
        seen,
        calls,
        Narration.kind(failing.last()),
        nearestFirst(seen, allowed),
        isFollowing,
        new Contradiction(
            failing,
            failing,
            section,
            narrowed(needed),
            isFollowing,
            threads,
            deadlinesRecorded,
            budget,
            alike,
            part -> execution(part, needed)));
  }

  /** In which order the calls of a part take effect, where it is allowed up to its last event. */
  private List<LinearSearch.Effect> execution(Section part, Set<Member> start) {
    LinearSearch search =
        new LinearSearch(moves, part, deadlinesRecorded).before(part.end() - 1).remembering();
    search.run(start, 1, budget);
    return search.way();
  }

  /** The same start, but with no policy fixed by an earlier kernel that need not be. */
  private Set<Member> loosened(Section failing, Set<Member> start) {
    if (!failing.isWhole() || start.size() > 1) {
      return start;
    }
    Member best = start.iterator().next();
    for (String choice : narrowed(start).keySet()) {
      SortedMap<String, SortedSet<String>> open = variant.policies().alternatives(best.policies);
      open.put(choice, variant.variant().of(choice));
      Member wider = best.open(variant.policies().of(variant.variant().with(open)));
      if (!explains(failing, Set.of(wider), failing.end())) {
        best = wider;
      }
    }
    return Set.of(best);
  }

  /** The policies that are fixed at the beginning, with what is left of them. */
  private SortedMap<String, SortedSet<String>> narrowed(Set<Member> start) {
    SortedMap<String, SortedSet<String>> narrowed = new TreeMap<>();
    if (start.size() == 1) {
      narrowed.putAll(variant.policies().alternatives(start.iterator().next().policies));
      narrowed.entrySet().removeIf(of -> of.getValue().equals(variant.variant().of(of.getKey())));
    }
    return narrowed;
  }

  private static String observed(Section.Item last, Set<String> open) {
    return Lookahead.showsBlocked(last.event())
        ? Narration.blocked(last, open)
        : Narration.of(last);
  }

  private Observation seen(Section.Item last, Set<String> open) {
    return last.event() instanceof Event.Returned returned
        ? observed(last.call(), returned.reply().withoutHandle())
        : Observation.of(Map.of(), open);
  }

  /** What differs least from what was observed comes first; a call that is still blocked, last. */
  private static List<Allowed> nearestFirst(
      Observation seen, Map<Observation, SortedSet<String>> allowed) {
    Comparator<Allowed> order =
        Comparator.comparingInt((Allowed one) -> one.observation().blocked().size())
            .thenComparingInt(one -> seen.distance(one.observation()))
            .thenComparing(one -> one.observation().toString());
    return allowed.entrySet().stream()
        .map(each -> new Allowed(each.getKey(), each.getValue()))
        .sorted(order)
        .toList();
  }

  /**
   * The first event up to which the history, had it ended there, cannot be explained; empty where
   * it is not in the section, but a reply that was foreseen.
   *
   * @param found the first event that cannot be explained by who knows what comes after it
   */
  OptionalLong first(Set<Member> start, long found) {
    long[] telling =
        LongStream.range(found, section.end())
            .filter(event -> tells(section.item(event)))
            .toArray();
    int low = 0;
    int high = telling.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (explains(section, start, telling[middle] + 1)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < telling.length ? OptionalLong.of(telling[low]) : OptionalLong.empty();
  }

  private static boolean tells(Section.Item item) {
    return !item.isNothing()
        && !(item.event() instanceof Event.Called || item.event() instanceof Event.Expired);
  }

  private boolean explains(Section whole, Set<Member> start, long end) {
    return new LinearSearch(moves, whole, deadlinesRecorded).before(end).run(start, 1, budget)
        != LinearSearch.End.EXHAUSTED;
  }

  /** Whether the last event of the section, and none before it, cannot be explained. */
  private boolean fails(Section part, Set<Member> start) {
    return !explains(part, start, part.end()) && explains(part, start, part.end() - 1);
  }

  /** What may come in the place of the last event, with the ids that it rests on. */
  private Map<Observation, SortedSet<String>> allowed(Section failing, Set<Member> start) {
    Section.Item last = failing.last();
    Map<Reply, SortedSet<String>> seen = new LinkedHashMap<>();
    LinearSearch before =
        new LinearSearch(moves, failing, deadlinesRecorded)
            .before(failing.end() - 1)
            .keepingAll()
            .watching(
                last.call(),
                (reply, by) ->
                    seen.computeIfAbsent(reply, r -> new TreeSet<>()).addAll(variant.tags(by)));
    before.run(start, WITNESSES, budget);
    Map<Observation, SortedSet<String>> by = new LinkedHashMap<>();
    boolean hadEffect = false;
    for (Member member : before.ends()) {
      if (last.event() instanceof Event.Returned) {
        addReplies(member, last.call(), by);
        hadEffect |= !member.isPending(last.call().thread);
      } else {
        Stream.of(member.open).filter(Objects::nonNull).forEach(c -> addReplies(member, c, by));
      }
    }
    if (hadEffect) {
      seen.keySet().removeIf(reply -> !explains(failing, start, last.call(), reply));
      seen.forEach((reply, ids) -> add(observed(last.call(), reply), ids, by));
    }
    return by;
  }

  /**
   * Whether all is explained if the call that returns last returns this instead. That is to be
   * asked where it must have come to its reply before, since other calls saw its effect.
   */
  private boolean explains(Section failing, Set<Member> start, Operation call, Reply reply) {
    Operation by = call.ending(reply, call.returnsAt, call.blockedAt);
    Set<Member> changed = new HashSet<>();
    for (Member member : start) {
      boolean isBegun = member.open[call.thread] == call;
      changed.add(isBegun ? member.with(call.thread, member.calls[call.thread], by) : member);
    }
    return explains(failing.ending(call, by), changed, failing.end());
  }

  private Observation observed(Operation call, Reply reply) {
    return Observation.of(Map.of(call.name, moves.unfolded(reply)), List.of());
  }

  /** Adds what the call may come to, by any order of the calls in progress. */
  private void addReplies(Member before, Operation call, Map<Observation, SortedSet<String>> by) {
    // What was recorded is left aside: a handle may have a value that no new one can have.
    Operation running = call.ending(null, Operation.NEVER, -1);
    Member start = before.with(call.thread, before.calls[call.thread], running);
    Deque<Member> open = new ArrayDeque<>(List.of(start));
    Set<Member> seen = new HashSet<>(open);
    while (!open.isEmpty() && budget.allows(seen.size())) {
      Member member = open.remove();
      List<Move> all = everyMove(member);
      if (all.isEmpty() && member.isPending(call.thread)) {
        add(Observation.of(Map.of(), List.of(call.name)), Set.of(), by);
      }
      for (Move move : all) {
        if (move.thread() == call.thread && move.step().isDone()) {
          add(observed(call, move.reply()), variant.tags(move.step().by()), by);
        } else if (seen.add(move.to())) {
          open.add(move.to());
        }
      }
    }
  }

  private static void add(
      Observation observation, Set<String> ids, Map<Observation, SortedSet<String>> by) {
    by.computeIfAbsent(observation, o -> new TreeSet<>()).addAll(ids);
  }

  private List<Move> everyMove(Member member) {
    List<Move> all = new ArrayList<>();
    for (int t = 0; t < member.calls.length; t++) {
      all.addAll(moves.next(member, t));
      all.addAll(moves.lookups(member, t));
    }
    return all;
  }
}
