package bindcheck.history.linear;

import bindcheck.history.Event;
import bindcheck.history.model.Member;
import bindcheck.history.model.Move;
import bindcheck.history.model.Moves;
import bindcheck.history.model.Operation;
import java.util.Objects;

/**
 * Looks for one execution that explains a section by never going back beyond an event: what an
 * event asks for is done by as few steps as will do, and is then settled. Most of what is recorded
 * of real threads is explained like this, at the price of a look at each event; where it is not,
 * nothing is known. What is found is an execution, for each step is one that the specification
 * allows and the history admits. It fixes no policy.
 */
public final class GreedySearch {
  /** How many steps are tried for one event, those that are taken back included. */
  private static final int MOST_TRIED = 200;

  /** How many calls take steps for one event. */
  private static final int MOST_STEPS = 6;

  private final Moves moves;
  private final Section section;
  private final Agreement agreement;
  private long at;
  private int tried;

  public GreedySearch(Moves moves, Section section, boolean deadlinesRecorded) {
    this.moves = moves;
    this.section = section;
    this.agreement = new Agreement(moves, deadlinesRecorded, Long.MAX_VALUE);
  }

  /** A member that agrees with every event of the section; null where none was found like this. */
  public Member from(Member start) {
    Member member = start;
    for (at = section.first(); at < section.end() && member != null; at++) {
      member = after(section.item(at), member);
    }
    return member;
  }

  private Member after(Section.Item item, Member member) {
    Event event = item.event();
    if (event instanceof Event.Called) {
      return moves.begin(member, item.call());
    }
    if (event instanceof Event.Returned) {
      int thread = item.call().thread;
      Member done = returning(member, thread);
      return done == null ? null : done.with(thread, Member.IDLE, null);
    }
    if (event instanceof Event.Expired) {
      return moves.expire(member, item.call().thread);
    }
    if (event instanceof Event.Reset) {
      return moves.fresh(member.calls.length, member.policies);
    }
    return item.isNothing() || !Lookahead.showsBlocked(event) ? member : blocked(member);
  }

  /** The member in which the thread's call is done; few steps are tried before many. */
  private Member returning(Member member, int thread) {
    tried = 0;
    Member done = null;
    for (int most = 0; done == null && most <= MOST_STEPS && tried < MOST_TRIED; most++) {
      done = returning(member, thread, most);
    }
    return done;
  }

  /** The same after that many steps of other calls at most; null where those do not suffice. */
  private Member returning(Member member, int thread, int most) {
    Member done = done(member, thread);
    for (int other = 0; done == null && most > 0 && other < member.calls.length; other++) {
      Member after = other == thread ? null : done(member, other);
      done = after == null || isSame(after, member) ? null : returning(after, thread, most - 1);
    }
    return done;
  }

  @SuppressWarnings("ReferenceEquality") // where nothing was to be done, it is one object
  private static boolean isSame(Member one, Member other) {
    return one == other;
  }

  /** The member in which the thread's call has gone on by itself to its end; null if it cannot. */
  private Member done(Member member, int thread) {
    if (!member.isPending(thread)) {
      return member;
    }
    Operation call = member.open[thread];
    for (Move move : agreement.next(at, member, thread)) {
      if (tried++ >= MOST_TRIED) {
        return null;
      }
      if (move.policies() == member.policies) {
        boolean ends = move.step().isDone();
        Member done = ends ? null : done(move.to(), thread);
        if (ends && agreement.admits(at, call, move)) {
          done = move.to();
        }
        if (done != null) {
          return done;
        }
      }
    }
    return null;
  }

  /** The member in which every call has gone on until it is blocked; null if one cannot. */
  private Member blocked(Member member) {
    tried = 0;
    Member before = null;
    Member rest = member;
    while (rest != null && !isSame(rest, before)) {
      before = rest;
      for (int thread = 0; rest != null && thread < member.calls.length; thread++) {
        rest = blocked(rest, thread);
      }
    }
    return rest;
  }

  private Member blocked(Member member, int thread) {
    if (member.calls[thread] == Member.DONE || tried++ >= MOST_TRIED) {
      return null;
    }
    if (moves.next(member, thread).isEmpty()) {
      return member;
    }
    return agreement.next(at, member, thread).stream()
        .filter(move -> !move.step().isDone() && move.policies() == member.policies)
        .map(move -> blocked(move.to(), thread))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
