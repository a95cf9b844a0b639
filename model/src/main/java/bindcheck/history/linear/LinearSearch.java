package bindcheck.history.linear;

import bindcheck.call.Reply;
import bindcheck.history.Event;
import bindcheck.history.model.Member;
import bindcheck.history.model.Move;
import bindcheck.history.model.Moves;
import bindcheck.history.model.Operation;
import bindcheck.spec.Spread;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;

/**
 * Depth-first search, with memory, for executions that explain a section of a history.
 *
 * <p>Steps are taken only where an event asks for one: a return, where its call is not done yet, or
 * a quiescence, where a call can still go on. A step that is not needed for that can as well be
 * taken later, so nothing is missed (Lowe, Testing for linearizability, 2017). A step to a reply
 * other than the recorded one is never taken, nor one that loses a value which is still to be
 * shown, or puts a packet in the way of one: see {@link Sources} and {@link Queues}.
 */
public final class LinearSearch {
  /** How a search ended. */
  public enum End {
    /** As many members as asked for were found. */
    ENOUGH,
    /** There are no more members than those found. */
    EXHAUSTED,
    /** The budget was used up. */
    BUDGET
  }

  private record Node(long at, Member member) {
    @Override
    public int hashCode() {
      return Spread.of(Long.hashCode(at), member.hashCode());
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Node node && at == node.at && member.equals(node.member);
    }
  }

  /** What led to a node: the one before it, and what took effect in between; -1 where nothing. */
  private record Step(Node before, int thread) {}

  private static final Step BEGINNING = new Step(null, -1);
  private static final int[] NO_THREADS = {};

  /** What is left to try from one node on: a thread's steps are looked up when its turn comes. */
  private final class Branch {
    private final Node from;
    private final long at;
    private final Member member;

    /** The threads in whose calls a step may be taken, the most promising last. */
    private final int[] threads;

    private int left;

    /** The members that the last thread's steps lead to, the one to be tried first last. */
    private final List<Member> next;

    Branch(Node from, long at, Member member, int[] threads, List<Member> next) {
      this.from = from;
      this.at = at;
      this.member = member;
      this.threads = threads;
      this.left = threads.length;
      this.next = next;
    }

    /** The next node; null when all have been tried. */
    Node poll() {
      while (next.isEmpty() && left > 0) {
        addNext(this, threads[--left]);
      }
      return next.isEmpty() ? null : new Node(at, next.remove(next.size() - 1));
    }

    void add(Member to, int thread) {
      next.add(to);
      note(from, at, to, thread);
    }
  }

  /**
   * A call takes effect.
   *
   * @param at before the event of that number, and after the one before it
   * @param thread the number of the thread whose call it is
   */
  public record Effect(long at, int thread) {}

  private final Moves moves;
  private final Section section;

  /** The section, and what is known of what comes after it. */
  private Section known;

  private Sources sources;
  private Queues queues;
  private Succession succession;
  private Agreement agreement;
  private final Deque<Branch> open = new ArrayDeque<>();
  private final Set<Node> seen = new HashSet<>();
  private final Set<Member> ends = new HashSet<>();
  private Operation watched;
  private BiConsumer<Reply, Integer> watcher;
  private RandomGenerator order;
  private Map<Node, Step> steps;
  private Node current;
  private final List<Effect> way = new ArrayList<>();
  private boolean fixesNothing;
  private boolean blurs;
  private long end;
  private long deepest;

  public LinearSearch(Moves moves, Section section, boolean deadlinesRecorded) {
    this.moves = moves;
    this.section = section;
    this.agreement = new Agreement(moves, deadlinesRecorded, Long.MAX_VALUE);
    this.end = section.end();
    this.deepest = section.first();
    this.blurs = section.isLastOfKernel();
  }

  /** Looks at the events before that one only, as if the history had not gone on. */
  public LinearSearch before(long event) {
    end = event;
    agreement = new Agreement(moves, agreement.deadlinesRecorded(), event - 1);
    blurs = true;
    return this;
  }

  /** Looks at what comes after that event, but goes no further. */
  public LinearSearch upTo(long event) {
    end = event;
    blurs = false;
    return this;
  }

  /** Keeps apart members that differ in what no event shows, for whoever wants to look at them. */
  public LinearSearch keepingAll() {
    blurs = false;
    return this;
  }

  /** Tells of each reply that the call might come to, with the number of what it rests on. */
  public LinearSearch watching(Operation call, BiConsumer<Reply, Integer> seen) {
    watched = call;
    watcher = seen;
    return this;
  }

  /** Tries steps that promise alike in another order: luck decides how soon one is found. */
  public LinearSearch shuffled(long seed) {
    // What a Random gives first is nearly the same for all small seeds.
    order = new SplittableRandom(seed);
    return this;
  }

  /** Remembers how what it finds came about: see {@link #way}. */
  public LinearSearch remembering() {
    steps = new HashMap<>();
    return this;
  }

  /** In which order calls took effect on the way to the first member that was found. */
  public List<Effect> way() {
    return Collections.unmodifiableList(way);
  }

  private void note(Node from, long at, Member next, int thread) {
    if (steps != null) {
      steps.putIfAbsent(new Node(at, next), new Step(from, thread));
    }
  }

  private void trace() {
    Node node = current;
    for (Step step = steps.get(node); !step.equals(BEGINNING); step = steps.get(node)) {
      if (step.thread() >= 0) {
        way.add(0, new Effect(node.at(), step.thread()));
      }
      node = step.before();
    }
  }

  /** Takes no step that fixes a policy. */
  public LinearSearch fixingNothing() {
    fixesNothing = true;
    return this;
  }

  /**
   * Searches from these members, and those before, until that many have been found in all that
   * agree with every event.
   */
  public End run(Collection<Member> start, int most, Budget budget) {
    begin(start);
    return goOn(most, budget);
  }

  /** Has these members, and those before, searched from when it goes on. */
  public void begin(Collection<Member> start) {
    if (steps != null) {
      start.forEach(first -> steps.put(new Node(section.first(), first), BEGINNING));
    }
    open.push(new Branch(null, section.first(), null, NO_THREADS, new ArrayList<>(start)));
  }

  private void lookAhead() {
    known = section.extended();
    sources = new Sources(known);
    queues = new Queues(known, moves.keeping());
    succession = new Succession(known, sources.showing(), order);
  }

  /** Takes the search up again, until that many have been found in all. */
  public End goOn(int most, Budget budget) {
    if (succession == null) {
      lookAhead();
    }
    while (!open.isEmpty()) {
      if (!budget.allows(seen.size())) {
        return End.BUDGET;
      }
      current = open.peek().poll();
      if (current == null) {
        open.pop();
        continue;
      }
      follow(current);
      if (ends.size() >= most) {
        return End.ENOUGH;
      }
    }
    return End.EXHAUSTED;
  }

  /** How many states have been looked at. */
  public long looked() {
    return seen.size();
  }

  /** The members found. */
  public Set<Member> ends() {
    return ends;
  }

  /** The number of the first event that no member agrees with; {@link Section#end} without one. */
  public long deepest() {
    return deepest;
  }

  /** Goes on from event to event, up to one that asks for steps. */
  private void follow(Node node) {
    Member member = node.member();
    long at = node.at();
    while (at < end) {
      Section.Item item = section.item(at);
      Event event = item.event();
      if (event instanceof Event.Called) {
        member = moves.begin(member, item.call());
      } else if (event instanceof Event.Expired) {
        if (mayDoMoreInTime(member, item.call()) && !branchAside(at, member, item.call().thread)) {
          return;
        }
        member = moves.expire(member, item.call().thread);
      } else if (event instanceof Event.Reset) {
        member = moves.fresh(member.calls.length, member.policies);
      } else if (event instanceof Event.Returned) {
        int thread = item.call().thread;
        if (member.calls[thread] != Member.DONE) {
          branch(at, member, thread);
          return;
        }
        member = member.with(thread, Member.IDLE, null);
      } else if (!item.isNothing() && !isAtRest(member, event)) {
        branch(at, member, -1);
        return;
      }
      at++;
      deepest = Math.max(deepest, at);
    }
    if (steps != null && ends.isEmpty()) {
      trace();
    }
    ends.add(member);
  }

  /** Whether every call in progress is blocked, where the event says that it was seen to be. */
  private boolean isAtRest(Member member, Event event) {
    if (event instanceof Event.End last && !last.quiescent()) {
      return true;
    }
    for (int t = 0; t < member.calls.length; t++) {
      if (member.calls[t] == Member.DONE || !moves.next(member, t).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** Whether a call may take steps before its deadline passes that it cannot take afterwards. */
  private boolean mayDoMoreInTime(Member member, Operation call) {
    return moves.isExpirable(member.calls[call.thread]) && !agreement.isToTimeOut(call);
  }

  /** Has steps tried later that may come before an event without need; false if they have been. */
  private boolean branchAside(long at, Member member, int urgent) {
    boolean isNew = seen.add(new Node(at, member));
    if (isNew) {
      int[] threads = inOrder(at, member, urgent);
      open.push(new Branch(current, at, member, threads, new ArrayList<>(2)));
    }
    return isNew;
  }

  /** Has each step tried that may come now. */
  private void branch(long at, Member reached, int urgent) {
    Member settled = settled(at, reached);
    if (!settled.equals(reached)) {
      Branch only = new Branch(current, at, reached, NO_THREADS, new ArrayList<>(1));
      only.add(settled, -1);
      open.push(only);
      return;
    }
    Member member = blurs ? sources.blurred(reached, at, agreement.horizon()) : reached;
    branchAside(at, member, urgent);
  }

  /** The same, when every call has timed out that can do so now and has changed nothing. */
  private Member settled(long at, Member reached) {
    Member member = reached;
    for (int t = 0; t < member.calls.length; t++) {
      if (member.isPending(t) && timesOut(at, member, t)) {
        member = member.with(t, Member.DONE);
      }
    }
    return member;
  }

  /**
   * Whether a call is to time out, can do so now without any effect, and has nothing to do before
   * that others could see: then there is no use in waiting with it.
   */
  private boolean timesOut(long at, Member member, int thread) {
    Operation call = member.open[thread];
    if (call == watched || !agreement.isToTimeOut(call)) {
      return false;
    }
    boolean canNow = false;
    for (Move move : agreement.next(at, member, thread)) {
      if (!changesNothing(member, move)) {
        if (mayTake(at, member, move)) {
          return false;
        }
      } else if (move.step().isDone()) {
        canNow |= mayTake(at, member, move);
      } else if (!moves.next(move.to(), thread).isEmpty()) {
        return false;
      }
    }
    return canNow;
  }

  private static boolean changesNothing(Member member, Move move) {
    return move.to().form.kernel() == member.form.kernel()
        && move.to().policies == member.policies
        && Arrays.equals(move.to().values, member.values)
        && Arrays.equals(move.to().raws, member.raws);
  }

  /** The threads in whose calls a step may be taken, the most promising last. */
  private int[] inOrder(long at, Member member, int urgent) {
    int[] threads = pending(member);
    if (order != null) {
      shuffle(threads);
    }
    if (threads.length > 1) {
      sort(threads, at, member, urgent);
    }
    return threads;
  }

  private static int[] pending(Member member) {
    int[] threads = new int[member.calls.length];
    int count = 0;
    for (int t = 0; t < threads.length; t++) {
      if (member.isPending(t)) {
        threads[count++] = t;
      }
    }
    return Arrays.copyOf(threads, count);
  }

  private void shuffle(int[] threads) {
    for (int i = threads.length - 1; i > 0; i--) {
      int other = order.nextInt(i + 1);
      int thread = threads[i];
      threads[i] = threads[other];
      threads[other] = thread;
    }
  }

  /** Sorts them by their ranks, the greatest first; those that are equal stay as they are. */
  private void sort(int[] threads, long at, Member member, int urgent) {
    long[] ranks = new long[threads.length];
    for (int i = 0; i < threads.length; i++) {
      int thread = threads[i];
      long rank = rank(at, member, thread, thread == urgent);
      int place = i;
      for (; place > 0 && ranks[place - 1] < rank; place--) {
        ranks[place] = ranks[place - 1];
        threads[place] = threads[place - 1];
      }
      ranks[place] = rank;
      threads[place] = thread;
    }
  }

  /**
   * By when a step of the call promises most, the least first: what brings values that nobody shows
   * where it makes no difference; that of the call that must go on, if it brings no values; then in
   * the order in which values are likely to be shown. Elsewhere what brings something that is not
   * shown comes late, for it may be in the way.
   */
  private long rank(long at, Member member, int thread, boolean urgent) {
    Operation call = member.open[thread];
    long place = succession.of(call);
    if (call.values.length == 0 || place != Operation.NEVER) {
      return urgent && call.values.length == 0 ? -1 : place;
    }
    if (isIndifferent(at, member, thread)) {
      return Long.MIN_VALUE;
    }
    return urgent ? Operation.NEVER - 1 : place;
  }

  private boolean isIndifferent(long at, Member member, int thread) {
    for (Move move : moves.next(member, thread)) {
      if (move.step().isDone() && changesNothing(member, move) && mayTake(at, member, move)) {
        return true;
      }
    }
    return false;
  }

  private void addNext(Branch branch, int thread) {
    long at = branch.at;
    for (Move move : agreement.next(at, branch.member, thread)) {
      if (mayTake(at, branch.member, move)) {
        branch.add(move.to(), move.step().isDone() ? thread : -1);
        if (move.step().changesHandles()) {
          addLookups(branch, move);
        }
      }
    }
  }

  /** Lookups that come before a handle changes. */
  private void addLookups(Branch branch, Move change) {
    Member member = branch.member;
    for (int t = 0; t < member.calls.length; t++) {
      if (t != change.thread() && member.isPending(t) && isTouched(member, t, change)) {
        for (Move lookup : moves.lookups(member, t)) {
          if (mayTake(branch.at, member, lookup)) {
            branch.add(lookup.to(), -1);
          }
        }
      }
    }
  }

  private static boolean isTouched(Member member, int thread, Move change) {
    Operation call = member.open[thread];
    int made = member.open[change.thread()].madeHandle();
    if (change.step().made() != 0 && call.mentions(made)) {
      return true;
    }
    for (int lost : change.step().lost()) {
      if (call.mentions(member.raws[member.form.place(lost)])) {
        return true;
      }
    }
    return false;
  }

  /** Whether the history admits the step: one that ends a call must end it as recorded. */
  private boolean mayTake(long at, Member member, Move move) {
    if (fixesNothing && move.policies() != member.policies) {
      return false;
    }
    Operation call = member.open[move.thread()];
    boolean isDone = move.step().isDone();
    if (isDone && !agreement.admits(at, call, move)) {
      return false;
    }
    if (move.to().form.kernel() != member.form.kernel()
        && queues.block(move.to(), at, wholeUntil())) {
      return false;
    }
    if (isDone && sources.loses(member, move, at, wholeUntil())) {
      return false;
    }
    if (isDone && call == watched) {
      watcher.accept(move.reply(), move.step().by());
    }
    return true;
  }

  /**
   * The last event up to which all calls are known, those too that show or bring something before
   * it: a call that returns later may rest on others, which nobody has told of.
   */
  private long wholeUntil() {
    return known.isLastOfKernel()
        ? agreement.horizon()
        : Math.min(agreement.horizon(), known.end() - 1);
  }
}
