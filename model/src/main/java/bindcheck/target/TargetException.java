package bindcheck.target;

import bindcheck.call.Verdict;

/**
 * The target did something that is neither a reply nor blocking. What that means for the verdict is
 * the caller's to say; the message is one line for a person, or a few for several threads.
 */
public final class TargetException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What went wrong. */
  public enum Reason {
    /** A thread neither returned nor blocked in time: a livelock, a deadlock, or a slow machine. */
    TIME_OUT,
    /** Threads of the implementation wait for one another's locks. */
    DEADLOCK,
    /** The implementation threw out of a call. */
    THREW,
    /** The target ended, or what connects us to it did. */
    CRASHED,
    /** The target answered what no call can answer. */
    NONSENSE,
    /** The target did not let go of its threads when it was closed. */
    NOT_STOPPED
  }

  private final Reason reason;

  /** Without a cause. */
  public TargetException(Reason reason, String message) {
    this(reason, message, null);
  }

  /** With the exception that shows what happened. */
  public TargetException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** Whether the target is at fault, or nothing can be said. */
  public Verdict verdict() {
    return switch (reason) {
      case THREW, DEADLOCK, NONSENSE -> Verdict.FAIL;
      case TIME_OUT, CRASHED, NOT_STOPPED -> Verdict.INCONCLUSIVE;
    };
  }

  /** What went wrong. */
  public Reason reason() {
    return reason;
  }
}
