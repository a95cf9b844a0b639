package bindcheck.target;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says for a person what workers are doing that should not be. */
public final class Diagnosis {
  private static final int FRAMES = 3;

  private Diagnosis() {}

  static TargetException threw(Worker worker, Throwable thrown) {
    return new TargetException(
        TargetException.Reason.THREW,
        worker.name() + ": " + worker.label() + " threw " + describe(thrown),
        thrown);
  }

  /** What was thrown, and where. */
  public static String describe(Throwable thrown) {
    return thrown + frames(thrown.getStackTrace());
  }

  static TargetException timeOut(
      long limitNanos, Collection<Worker> workers, Collection<String> running) {
    return new TargetException(
        TargetException.Reason.TIME_OUT,
        livelock(running)
            + "neither returned nor waiting after "
            + Duration.ofNanos(limitNanos).toMillis()
            + " ms: "
            + describe(workers));
  }

  /** What is said before the rest of those that run without answering; empty without any. */
  public static String livelock(Collection<String> running) {
    String who = String.join(", ", running);
    String verb = running.size() == 1 ? " runs" : " run";
    return running.isEmpty() ? "" : "did not settle: " + who + verb + " without answering; ";
  }

  static TargetException notStopped(Collection<Worker> workers) {
    return new TargetException(
        TargetException.Reason.NOT_STOPPED, "not ended by an interrupt: " + describe(workers));
  }

  /** Each worker with its call, its state, and where it is. */
  static String describe(Collection<Worker> workers) {
    return workers.stream().map(Diagnosis::describe).collect(Collectors.joining("; "));
  }

  private static String describe(Worker worker) {
    Thread thread = worker.thread();
    String state = worker.name() + ": " + worker.label() + " " + thread.getState();
    return state + frames(thread.getStackTrace());
  }

  private static String frames(StackTraceElement[] stack) {
    Stream<String> top = Arrays.stream(stack).limit(FRAMES).map(Diagnosis::frame);
    String text = top.collect(Collectors.joining(" < "));
    return text.isEmpty() ? "" : " at " + text;
  }

  /** The frame without the names of loader and module that {@code toString} adds. */
  private static String frame(StackTraceElement frame) {
    String place = frame.getFileName() + ":" + frame.getLineNumber();
    return frame.getClassName() + "." + frame.getMethodName() + "(" + place + ")";
  }
}
