package bindcheck.impl;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

/** A call made by a thread of its own. */
final class Call {
  /** What to call. */
  interface Body {
    int status();
  }

  private final Thread thread;
  private volatile int status;

  private Call(Body body) {
    thread = new Thread(() -> status = body.status());
    thread.setDaemon(true);
  }

  static Call start(Body body) {
    Call call = new Call(body);
    call.thread.start();
    return call;
  }

  /** Starts a call and returns when it is seen to wait without a time limit. */
  static Call blocked(Body body) {
    Call call = start(body);
    call.awaitState(Thread.State.WAITING);
    return call;
  }

  @SuppressWarnings("ThreadPriorityCheck") // yielding is a courtesy here: nothing relies on it
  void awaitState(Thread.State state) {
    while (thread.getState() != state) {
      assertNotEquals(Thread.State.TERMINATED, thread.getState(), "the call has returned");
      Thread.yield();
    }
  }

  Thread thread() {
    return thread;
  }

  /** Returns the status once the call has returned. */
  int status() throws InterruptedException {
    thread.join();
    return status;
  }
}
