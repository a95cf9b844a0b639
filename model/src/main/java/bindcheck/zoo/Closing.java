package bindcheck.zoo;

import bindcheck.target.TargetException;

/** The end of an attempt: threads that wait for one another's locks cannot be ended. */
final class Closing {
  private Closing() {}

  /**
   * Lets go of what the attempt was made on, and gives the attempt back.
   *
   * @throws TargetException if that fails, unless the attempt has found what is wrong
   */
  static Attempt after(Attempt attempt, Runnable close) {
    try {
      close.run();
    } catch (TargetException notStopped) {
      if (!attempt.isFound()) {
        throw notStopped;
      }
    }
    return attempt;
  }
}
