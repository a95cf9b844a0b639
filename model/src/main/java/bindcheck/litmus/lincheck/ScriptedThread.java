package bindcheck.litmus.lincheck;

import bindcheck.call.Call;
import bindcheck.target.Dispatch;
import bindcheck.target.Syscalls;

/** Makes the calls of one thread of a plan. */
final class ScriptedThread implements Runnable {
  private final Syscalls kernel;
  private final int thread;

  ScriptedThread(Syscalls kernel, int thread) {
    this.kernel = kernel;
    this.thread = thread;
  }

  @Override
  public void run() {
    try {
      Call call = Recorder.next(thread);
      while (call != null) {
        Thread deadline = null;
        if (Recorder.hasFiniteDeadline(thread)) {
          deadline = new Thread(new Deadline(kernel, Thread.currentThread()));
          deadline.start();
        }
        Recorder.returned(thread, Dispatch.make(call, kernel));
        if (deadline != null) {
          Scenario.awaitEnd(deadline);
        }
        call = Recorder.next(thread);
      }
    } catch (Throwable thrown) {
      if (!Recorder.threw(thread, thrown)) {
        throw thrown;
      }
    }
  }
}
