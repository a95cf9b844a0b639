package bindcheck.history.judge;

import bindcheck.call.Verdict;
import bindcheck.history.Event;
import bindcheck.history.linear.Budget;
import bindcheck.history.linear.GreedySearch;
import bindcheck.history.linear.LinearSearch;
import bindcheck.history.linear.Section;
import bindcheck.history.model.Member;
import bindcheck.history.model.Moves;
import bindcheck.spec.Policies;
import bindcheck.spec.Semantics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Judges a history against one variant, section by section.
 *
 * <p>A section is explained with what is known to come after it, so that what goes on from it leads
 * somewhere: replies tell in which order packets were queued. It goes on with a few of the members
 * that agree with a section, or with all of them. Where a few do not suffice to explain what
 * follows, all might: {@link #needsAll} then asks for the history once more. If it is told to
 * {@link #goOn}, it judges beyond what it rejects.
 */
public final class SectionJudge {
  /** What goes on of the members that agree with the history so far, and what is known of them. */
  private enum Members {
    /** All go on. */
    ALL,
    /** A few at most go on, and there were no others. */
    ALL_SO_FAR,
    /** A few go on; others may agree as well. */
    SOME
  }

  /**
   * How the members were found.
   *
   * @param search what found them, and can find more
   * @param start the members that it began with
   * @param atHand what they were of all
   */
  private record Origin(LinearSearch search, Section section, Set<Member> start, Members atHand) {}

  /** How the judging of a kernel stands. */
  private enum Standing {
    /** All of it is explained so far. */
    EXPLAINED,
    /** What was rejected of it has been mended; the rest is explained so far. */
    MENDED,
    /** What was rejected of it cannot be mended: the rest of it is passed over. */
    LOST,
    /** The last section is rejected. */
    REJECTED,
    /** No member at hand explains the last section, but others might. */
    UNDECIDED,
    /** The budget was used up. */
    GIVEN_UP
  }

  /** How many members go on at most where the next section has the same kernel. */
  private static final int FEW = 16;

  /** How many states are looked at for more of them, where one was found. */
  private static final int FURTHER = 500;

  /** How many states are looked at to find further policies, where one execution was found. */
  private static final int THOROUGH = 100_000;

  /** How many states are looked at before another order is tried. */
  private static final long FIRST_ATTEMPT = 4_000;

  /** After so many orders, twice as many states are looked at in each. */
  private static final int ATTEMPTS_EACH = 8;

  private static final int ATTEMPTS = 4 * ATTEMPTS_EACH;

  private final Semantics variant;
  private final Moves moves;
  private final List<String> threads;
  private final boolean deadlinesRecorded;
  private final boolean resolved;
  private final Budget budget;
  private int openAtFirst = Policies.ALL_OPEN;
  private int mostRejections = 1;
  private boolean mends = true;
  private boolean passesOver;
  private boolean isGreedy;
  private long undecided;
  private Set<Member> members;
  private Members atHand = Members.ALL_SO_FAR;

  /** Whether what is wrong with the last section is in the one that comes next. */
  private boolean isOpen;

  /** The last section, as it was given. */
  private Section last;

  /** Where the members come from; null where they begin here. */
  private Origin origin;

  private Standing standing = Standing.EXPLAINED;
  private final List<Rejection> rejections = new ArrayList<>();
  private Mending mending = new Mending();
  private String reason = "";

  /**
   * Begins with an empty kernel and every policy open.
   *
   * @param threads the names of the history's threads
   * @param deadlinesRecorded whether a deadline passes only where the history says so
   */
  public SectionJudge(
      Semantics variant, List<String> threads, boolean deadlinesRecorded, Budget budget) {
    this.variant = variant;
    this.moves = new Moves(variant);
    this.threads = List.copyOf(threads);
    this.deadlinesRecorded = deadlinesRecorded;
    this.budget = budget;
    this.resolved =
        variant.policies().alternatives(Policies.ALL_OPEN).values().stream()
            .allMatch(alternatives -> alternatives.size() == 1);
    this.members = start();
  }

  private Set<Member> start() {
    return Set.of(moves.fresh(threads.size(), openAtFirst));
  }

  /**
   * Takes for granted which policies are open at the beginning, as it was found out otherwise.
   *
   * @param policies the number of what is open
   */
  public SectionJudge knowing(int policies) {
    openAtFirst = policies;
    members = start();
    return this;
  }

  /** Goes on after a rejection with what is allowed instead, until there are so many. */
  public SectionJudge goOn(int most) {
    mostRejections = most;
    return this;
  }

  /** Goes on after a rejection with the next kernel, until there are so many. */
  public SectionJudge goOnWithNextKernel(int most) {
    mostRejections = most;
    mends = false;
    return this;
  }

  /**
   * Goes on with one execution wherever that can be found without a search. It may be the wrong
   * one, so that {@link #needsAll} may mean only that the greedy way has led nowhere.
   */
  public SectionJudge greedily() {
    isGreedy = true;
    return this;
  }

  /** Passes over a kernel whose judging takes more states than there may be, and counts it. */
  public SectionJudge passOver() {
    passesOver = true;
    return this;
  }

  /** Begins anew, to go on with all members. */
  public void restart() {
    atHand = Members.ALL;
    standing = Standing.EXPLAINED;
    rejections.clear();
    mending = new Mending();
    reason = "";
    members = start();
    origin = null;
    isOpen = false;
  }

  /** Judges the next section; false when there is no use in going on. */
  public boolean accept(Section next) {
    Section section = isOpen ? last.joined(next) : next;
    last = section;
    isOpen = false;
    if (isFresh(section)) {
      standing = Standing.EXPLAINED;
    }
    if (standing == Standing.LOST) {
      return true;
    }
    Section mended = mending.of(section);
    boolean accepted = explain(mended);
    while (standing == Standing.REJECTED && rejections.size() < mostRejections) {
      Rejection rejected = lastRejection();
      if (!mends || !mending.add(mended, members.iterator().next(), rejected)) {
        standing = Standing.LOST;
        return true;
      }
      standing = Standing.MENDED;
      mended = mending.of(section);
      members = mending.of(members);
      origin = null;
      accepted = explain(mended);
      if (standing == Standing.REJECTED && lastRejection().event() <= rejected.event()) {
        rejections.remove(rejections.size() - 1); // The mending is to blame, not the history.
        standing = Standing.LOST;
        return true;
      }
    }
    return accepted;
  }

  private Rejection lastRejection() {
    return rejections.get(rejections.size() - 1);
  }

  private static boolean isFresh(Section section) {
    return section.items().get(0).event() instanceof Event.Reset;
  }

  private boolean explain(Section section) {
    if (isFresh(section)) {
      origin = null;
      members = freshMembers(members.stream().map(member -> member.policies).toList());
      if (resolved && atHand == Members.SOME) {
        atHand = Members.ALL_SO_FAR;
      }
      if (section.isWhole()) {
        return explainWhole(section);
      }
    }
    return atHand == Members.ALL ? explainAll(section) : explainSome(section);
  }

  private boolean explainAll(Section section) {
    LinearSearch search = search(section.alone());
    if (search.run(members, Integer.MAX_VALUE, budget) == LinearSearch.End.BUDGET) {
      return giveUp();
    }
    return goOnWith(search, section, new Origin(search, section, members, atHand));
  }

  private boolean explainSome(Section section) {
    LinearSearch search = search(section);
    if (isGreedy && goOnGreedily(search, section)) {
      return true;
    }
    LinearSearch.End end = search.run(members, 1, budget);
    Set<Member> tried = new HashSet<>(members);
    while (end == LinearSearch.End.EXHAUSTED && search.ends().isEmpty()) {
      Set<Member> others = others(tried);
      if (others.isEmpty()) {
        break;
      }
      tried.addAll(others);
      end = search.run(others, 1, budget);
    }
    if (end == LinearSearch.End.BUDGET) {
      return giveUp();
    }
    if (search.ends().isEmpty() && !section.ahead().isEmpty()) {
      return explainSome(section.alone()); // What is wrong may be what comes after it.
    }
    Origin found = new Origin(search, section, members, atHand);
    if (end == LinearSearch.End.ENOUGH
        && search.goOn(FEW, budget.ofMembers(search.looked() + FURTHER))
            != LinearSearch.End.EXHAUSTED) {
      atHand = Members.SOME;
    }
    return goOnWith(search, section, found);
  }

  private boolean goOnGreedily(LinearSearch search, Section section) {
    for (Member start : members) {
      Member end = greedy(section).from(start);
      if (end != null) {
        search.begin(members);
        origin = new Origin(search, section, members, atHand);
        atHand = Members.SOME;
        members = Set.of(end);
        return true;
      }
    }
    return false;
  }

  /** A few more of the members that agree with the last section. */
  private Set<Member> others(Set<Member> tried) {
    if (atHand != Members.SOME || origin == null || origin.search().looked() > THOROUGH) {
      return Set.of();
    }
    LinearSearch search = origin.search();
    if (search.goOn(tried.size() + FEW, budget.ofMembers(search.looked() + THOROUGH))
        == LinearSearch.End.EXHAUSTED) {
      atHand = origin.atHand();
    }
    Set<Member> others = new LinkedHashSet<>(search.ends());
    others.removeAll(tried);
    return others;
  }

  private boolean goOnWith(LinearSearch search, Section section, Origin found) {
    if (search.ends().isEmpty()) {
      return rejectFollowing(section.alone(), search.deepest());
    }
    origin = found;
    members = search.ends();
    return true;
  }

  private LinearSearch search(Section section) {
    return new LinearSearch(moves, section, deadlinesRecorded);
  }

  private GreedySearch greedy(Section section) {
    return new GreedySearch(moves, section, deadlinesRecorded);
  }

  private Set<Member> freshMembers(Collection<Integer> policies) {
    return policies.stream()
        .map(open -> moves.fresh(threads.size(), open))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private boolean giveUp() {
    standing = Standing.GIVEN_UP;
    reason = budget.reason().orElse(reason);
    return false;
  }

  /** The kernel tells nothing: what was known of the policies stays. */
  private boolean pass() {
    undecided++;
    return true;
  }

  /** Judges all that one kernel did, of which only the policies remain. */
  private boolean explainWhole(Section section) {
    Set<Integer> open = new LinkedHashSet<>();
    long deepest = section.first();
    for (Member start : members) {
      if (explainsFixingNothing(section, start)) {
        open.add(start.policies);
      } else {
        LinearSearch search = searchForOne(section, start);
        if (search == null) {
          return (passesOver && !budget.isLate()) ? pass() : giveUp();
        }
        deepest = Math.max(deepest, search.deepest());
        search.ends().forEach(last -> open.add(last.policies));
        if (!search.ends().isEmpty() && !addOthers(section, start, open)) {
          return giveUp();
        }
      }
    }
    if (open.isEmpty()) {
      return rejectWhole(section, deepest);
    }
    members = freshMembers(variant.policies().widest(open));
    return true;
  }

  /**
   * A search that found an execution, or that there is none; null if the budget was used up. Where
   * one takes long, another order may find one at once (Gomes et al., Boosting combinatorial search
   * through randomization, 1998).
   */
  private LinearSearch searchForOne(Section section, Member start) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      LinearSearch search = search(section).shuffled(attempt);
      if (search.run(Set.of(start), 1, budget.ofMembers(FIRST_ATTEMPT << (attempt / ATTEMPTS_EACH)))
          != LinearSearch.End.BUDGET) {
        return search;
      }
    }
    LinearSearch search = search(section);
    Budget all = budget.ofMembers(Long.MAX_VALUE);
    if (search.run(Set.of(start), 1, all) != LinearSearch.End.BUDGET) {
      return search;
    }
    reason = all.reason().orElseThrow();
    return null;
  }

  /**
   * Whether some execution fixes no policy. One stands for every other: what they leave open, it
   * leaves open too. If there is none, that may take too long to see; others are then looked for.
   */
  private boolean explainsFixingNothing(Section section, Member start) {
    if (greedy(section).from(start) != null) {
      return true;
    }
    LinearSearch search = search(section).fixingNothing();
    search.run(Set.of(start), 1, thorough());
    return !search.ends().isEmpty();
  }

  /**
   * Adds what other executions leave open, unless they are too many; false if that was not to be.
   */
  private boolean addOthers(Section section, Member start, Set<Integer> open) {
    LinearSearch search = search(section);
    LinearSearch.End end = search.run(Set.of(start), Integer.MAX_VALUE, thorough());
    search.ends().forEach(last -> open.add(last.policies));
    if (end == LinearSearch.End.EXHAUSTED) {
      return true;
    }
    if (atHand != Members.ALL) {
      atHand = Members.SOME;
      return true;
    }
    return false;
  }

  private Budget thorough() {
    return atHand == Members.ALL ? budget : budget.ofMembers(THOROUGH);
  }

  /**
   * Rejects a section that comes after others. What was known in the last of them of calls that
   * return here has ruled out members that count now, so that it is looked at once more.
   */
  private boolean rejectFollowing(Section section, long failing) {
    if (origin == null || origin.atHand() == Members.SOME) {
      return atHand == Members.SOME ? leaveOpen() : reject(section, members, failing);
    }
    Section both = origin.section().alone().joined(section);
    LinearSearch search = search(both);
    if (search.run(origin.start(), 1, thorough()) == LinearSearch.End.EXHAUSTED
        && search.ends().isEmpty()) {
      return reject(both, origin.start(), search.deepest());
    }
    return atHand == Members.ALL ? reject(section, members, failing) : leaveOpen();
  }

  private boolean rejectWhole(Section section, long failing) {
    Set<Member> rejecting = members;
    if (atHand == Members.SOME) {
      rejecting = start(); // What is rejected with every policy open is so with any of them.
      if (search(section).run(rejecting, 1, budget) != LinearSearch.End.EXHAUSTED) {
        return leaveOpen();
      }
    }
    Set<Member> any = Set.of(moves.fresh(threads.size(), Policies.ALL_OPEN));
    return reject(section, isRejectedBy(any, section) ? any : rejecting, failing);
  }

  private boolean leaveOpen() {
    standing = Standing.UNDECIDED;
    return false;
  }

  private boolean reject(Section section, Set<Member> rejecting, long failing) {
    RejectionBuilder builder =
        new RejectionBuilder(variant, threads, moves, section, deadlinesRecorded, budget);
    OptionalLong first = builder.first(rejecting, failing);
    if (first.isEmpty() && !section.isLastOfKernel()) {
      isOpen = true;
      return true;
    }
    rejections.add(builder.of(rejecting, first.orElse(failing), standing == Standing.MENDED));
    standing = Standing.REJECTED;
    return false;
  }

  /** Whether these members reject it, as far as that is seen soon. */
  private boolean isRejectedBy(Set<Member> start, Section section) {
    return search(section).run(start, 1, budget.ofMembers(THOROUGH)) == LinearSearch.End.EXHAUSTED;
  }

  /** Whether the verdict is open until the history has been judged again from the beginning. */
  public boolean needsAll() {
    return standing == Standing.UNDECIDED;
  }

  public Verdict verdict() {
    if (!rejections.isEmpty()) {
      return Verdict.FAIL;
    }
    return standing == Standing.GIVEN_UP ? Verdict.INCONCLUSIVE : Verdict.PASS;
  }

  /** Why the verdict is INCONCLUSIVE, or why nothing was looked for after a rejection. */
  public String reason() {
    return reason;
  }

  /** How many kernels were passed over. */
  public long undecided() {
    return undecided;
  }

  /** What was rejected, where the verdict is FAIL; more than one if it was told to go on. */
  public List<Rejection> rejections() {
    return List.copyOf(rejections);
  }
}
