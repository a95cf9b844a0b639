package bindcheck.history.judge;

import bindcheck.history.Event;
import bindcheck.history.linear.Budget;
import bindcheck.history.linear.LinearSearch;
import bindcheck.history.linear.Lookahead;
import bindcheck.history.linear.Section;
import bindcheck.history.model.Member;
import bindcheck.history.model.Moves;
import bindcheck.spec.Semantics;
import bindcheck.spec.Variant;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** A part of a history in which everything but the last event is allowed, and the last is not. */
public final class Contradiction {
  /** How many members may speak for what was kept to. */
  private static final int WITNESSES = 200;

  /** How many states are looked at to see whether a change suffices. */
  private static final long MOST_MEMBERS = 20_000;

  /** The most events among which a policy is looked for that is not kept to. */
  private static final int MOST_EVENTS = 200;

  /** How long a policy may be looked for: there may be many places, members and choices. */
  private static final Duration LONGEST_LOOKING = Duration.ofSeconds(20);

  /** How long leaving out calls may take. */
  private static final Duration LONGEST_SHRINKING = Duration.ofSeconds(60);

  private final Section section;
  private final Section whole;
  private final Section entire;
  private final SortedMap<String, SortedSet<String>> given;
  private final boolean isFollowing;
  private final List<String> threads;
  private final boolean deadlinesRecorded;
  private final Budget budget;

  private final Predicate<Section> alike;
  private final Function<Section, List<LinearSearch.Effect>> execution;

  /**
   * A part of what fails.
   *
   * @param whole all of it
   * @param entire the same, and what came after
   * @param given what earlier kernels have left of policies, as far as it fails by that
   * @param isFollowing whether something stands in the place of an earlier event
   * @param alike whether a part fails in the same way
   * @param execution of a part, up to its last event
   */
  Contradiction(
      Section section,
      Section whole,
      Section entire,
      SortedMap<String, SortedSet<String>> given,
      boolean isFollowing,
      List<String> threads,
      boolean deadlinesRecorded,
      Budget budget,
      Predicate<Section> alike,
      Function<Section, List<LinearSearch.Effect>> execution) {
    this.section = section;
    this.whole = whole;
    this.entire = entire;
    this.given = given;
    this.isFollowing = isFollowing;
    this.threads = threads;
    this.deadlinesRecorded = deadlinesRecorded;
    this.budget = budget;
    this.alike = alike;
    this.execution = execution;
  }

  private Contradiction of(Section part) {
    return new Contradiction(
        part,
        whole,
        entire,
        given,
        isFollowing,
        threads,
        deadlinesRecorded,
        budget,
        alike,
        execution);
  }

  /**
   * All that this is the shortest part of: there, too, the last event is the only one that fails.
   */
  public Contradiction whole() {
    return of(whole);
  }

  /**
   * The same, or a smaller part of it that fails in the same way and of which this is true; what
   * has not been left out after some time stays.
   */
  public Contradiction shrunk(Predicate<Contradiction> wanted) {
    long end = System.nanoTime() + LONGEST_SHRINKING.toNanos();
    Shrinking shrinking =
        new Shrinking(
            threads, part -> System.nanoTime() < end && alike.test(part) && wanted.test(of(part)));
    return of(shrinking.withoutPairs(shrinking.shrink(section)));
  }

  /**
   * The policies that were fixed before it begins, and without which it would be none: it is
   * rejected by itself where the judge takes these alternatives and no others.
   */
  public SortedMap<String, SortedSet<String>> given() {
    return given;
  }

  /** Whether a call in progress was taken to be blocked, which everything after it may rest on. */
  public boolean restsOnBlocking() {
    Set<String> open = new HashSet<>();
    for (Event event : events()) {
      if (event instanceof Event.Called called) {
        open.add(called.thread());
      } else if (event instanceof Event.Returned returned) {
        open.remove(returned.thread());
      } else if (Lookahead.showsBlocked(event) && !open.isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** Its events, in real-time order; of the last one there is no execution. */
  public List<Event> events() {
    return section.items().stream().map(Section.Item::event).toList();
  }

  /**
   * That a call takes effect.
   *
   * @param before the place, among {@link #events}, of the event that it comes before
   */
  public record Effect(int before, String thread) {}

  /**
   * One execution that gets as far as any: the order in which calls take effect before the last
   * event; empty where none was found in time.
   */
  public List<Effect> execution() {
    return execution.apply(section).stream()
        .map(
            effect ->
                new Effect((int) (effect.at() - section.first()), threads.get(effect.thread())))
        .toList();
  }

  /** Its events, one a line. */
  public List<String> steps() {
    return Narration.of(section);
  }

  /**
   * Whether a variant that differs in one choice allows it. Where something stands in the place of
   * an earlier event, that may have fixed the choice, which is then opened again. False as well
   * where it cannot be said: of a part that does not begin with a fresh kernel, or if it takes too
   * long.
   *
   * @param every the variant that allows everything
   */
  public boolean isAllowedBy(Semantics every, Variant variant, String choice) {
    if (!isFresh()) {
      return false;
    }
    Moves moves = new Moves(every);
    Member start = moves.fresh(threads.size(), every.policies().of(given(variant, choice)));
    return isExplained(moves, section, start)
        || (isFollowing && unkept(every, variant, Set.of(choice)).isPresent());
  }

  /** Whether a variant that differs in one choice explains it together with what came after. */
  public boolean isWhollyAllowedBy(Semantics every, Variant variant, String choice) {
    if (!isFresh()) {
      return false;
    }
    Moves moves = new Moves(every);
    Member start = moves.fresh(threads.size(), every.policies().of(given(variant, choice)));
    LinearSearch search = new LinearSearch(moves, entire, deadlinesRecorded);
    return search.run(Set.of(start), 1, part()) == LinearSearch.End.ENOUGH;
  }

  /** The variant with what was fixed before, but for one choice. */
  private Variant given(Variant variant, String choice) {
    SortedMap<String, SortedSet<String>> others = new TreeMap<>(given);
    others.remove(choice);
    return variant.with(others);
  }

  private boolean isExplained(Moves moves, Section part, Member start) {
    LinearSearch search = new LinearSearch(moves, part, deadlinesRecorded).before(section.end());
    return search.run(Set.of(start), 1, part()) == LinearSearch.End.ENOUGH;
  }

  /**
   * A policy that is not kept to.
   *
   * @param kept the alternatives that were open before
   */
  public record Unkept(String choice, SortedSet<String> kept) {}

  /**
   * A policy, if all is allowed as soon as that one is opened again on the way; none as well where
   * none was found in time.
   *
   * @param every the variant that allows everything
   * @param choices those that come into question
   */
  public Optional<Unkept> unkept(Semantics every, Variant variant, Set<String> choices) {
    if (!isFresh() || section.items().size() > MOST_EVENTS) {
      return Optional.empty();
    }
    Moves moves = new Moves(every);
    Member start = moves.fresh(threads.size(), every.policies().of(variant.with(given)));
    long end = System.nanoTime() + LONGEST_LOOKING.toNanos();
    for (long event = section.end() - 1; event > section.first(); event--) {
      LinearSearch before =
          new LinearSearch(moves, section, deadlinesRecorded).before(section.end()).upTo(event);
      before.run(Set.of(start), WITNESSES, part());
      Section rest = section.from(event);
      for (Member member : before.ends()) {
        if (System.nanoTime() > end) {
          return Optional.empty();
        }
        Variant left = variant.with(every.policies().alternatives(member.policies));
        for (String choice : choices) {
          SortedSet<String> all = variant.of(choice);
          if (!left.of(choice).equals(all)
              && isExplained(
                  moves, rest, member.open(every.policies().of(left.with(choice, all))))) {
            return Optional.of(new Unkept(choice, left.of(choice)));
          }
        }
      }
    }
    return Optional.empty();
  }

  private Budget part() {
    return budget.ofMembers(MOST_MEMBERS);
  }

  /** Whether it begins with a fresh kernel. */
  public boolean isFresh() {
    return section.first() == 0 || section.items().get(0).event() instanceof Event.Reset;
  }
}
