package bindcheck.history;

import bindcheck.call.Call;
import bindcheck.call.Reply;

/** One thing that happened, in real-time order. */
public sealed interface Event {
  /** A thread is about to make a call. */
  record Called(String thread, Call call) implements Event {}

  /** A thread has returned from its call. */
  record Returned(String thread, Reply reply) implements Event {}

  /** The finite deadline of the thread's call has passed. */
  record Expired(String thread) implements Event {}

  /** Every call in progress was seen to be blocked. */
  record Quiescent() implements Event {}

  /** A fresh kernel, in which no handle exists; the policies of the implementation stay. */
  record Reset() implements Event {}

  /**
   * The end of the history.
   *
   * @param quiescent whether the calls in progress were seen to be blocked; else they may have been
   *     running when the recording ended
   */
  record End(boolean quiescent) implements Event {}
}
