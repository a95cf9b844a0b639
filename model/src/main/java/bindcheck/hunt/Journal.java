package bindcheck.hunt;

import bindcheck.call.Call;
import bindcheck.call.Reply;
import bindcheck.history.Event;
import bindcheck.target.Dispatch;
import bindcheck.target.Syscalls;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What one thread calls, written down by that thread. The order of all threads' events comes from a
 * counter that is read before a call begins and after it has returned, so that the recorded
 * interval contains the real one: where one call's return is numbered before another's begin, it
 * did return before the other began.
 */
class Journal {
  private final String thread;
  private final AtomicLong counter;
  private final Call[] calls;
  private final Reply[] replies;
  private final long[] begun;
  private final long[] ended;

  /** Written after, and read before, what they say is there. */
  private volatile int begins;

  private volatile int ends;

  /** The thread that makes the calls, once it has begun. */
  private volatile Thread maker;

  Journal(String thread, AtomicLong counter, int most) {
    this.thread = thread;
    this.counter = counter;
    this.calls = new Call[most];
    this.replies = new Reply[most];
    this.begun = new long[most];
    this.ended = new long[most];
  }

  /** Makes the call on this thread. */
  Reply make(Call call, Syscalls kernel) {
    int n = begins;
    calls[n] = call;
    begun[n] = counter.getAndIncrement();
    begins = n + 1;
    Reply reply = Dispatch.make(call, kernel);
    replies[n] = reply;
    ended[n] = counter.getAndIncrement();
    ends = n + 1;
    return reply;
  }

  /** On the thread that is to make the calls. */
  void begin() {
    maker = Thread.currentThread();
  }

  /** That thread; null before it has begun. */
  Thread maker() {
    return maker;
  }

  String thread() {
    return thread;
  }

  /** Whether the call in progress, if there is one, has a deadline that can be let pass. */
  boolean waitsForDeadline() {
    Call call = open();
    return call != null && call.hasFiniteDeadline();
  }

  /** Whether all calls have returned. */
  boolean isOver() {
    return ends == calls.length;
  }

  boolean isFull() {
    return begins == calls.length;
  }

  /** The call in progress; null without one. */
  Call open() {
    return ends < begins ? calls[begins - 1] : null;
  }

  /** Puts the events in their places. */
  void copyTo(Event[] events) {
    int returned = ends;
    int called = begins;
    for (int i = 0; i < called; i++) {
      events[(int) begun[i]] = new Event.Called(thread, calls[i]);
    }
    for (int i = 0; i < returned; i++) {
      events[(int) ended[i]] = new Event.Returned(thread, replies[i]);
    }
  }
}
