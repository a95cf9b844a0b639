package bindcheck.litmus.lincheck;

import bindcheck.target.Syscalls;

/**
 * One run of the plan of which {@link Recorder} was told, as Lincheck schedules it. The thread that
 * it runs on becomes the last of the plan. It ends after all others, for Lincheck does not wait for
 * a thread that is started once its first has ended: that thread would run on into the next run.
 *
 * <p>Whatever is done in this class, and what the implementation does in its calls, is followed by
 * Lincheck step by step: it is kept plain.
 */
final class Scenario implements Runnable {
  private final int threads;

  Scenario(int threads) {
    this.threads = threads;
  }

  @Override
  public void run() {
    Syscalls kernel = Recorder.setUp();
    if (kernel == null) {
      return;
    }
    Thread[] others = new Thread[threads - 1];
    for (int t = 0; t < others.length; t++) {
      others[t] = new Thread(new ScriptedThread(kernel, t));
      others[t].start();
    }
    new ScriptedThread(kernel, threads - 1).run();
    for (Thread other : others) {
      awaitEnd(other);
    }
  }

  /** Waits for a thread, in a form that Lincheck follows: the variable's type is the class. */
  static void awaitEnd(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException nobodyDoes) {
      throw new IllegalStateException(nobodyDoes);
    }
  }
}
