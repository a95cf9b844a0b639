package bindcheck.zoo;

/** One way to find out what is wrong with an implementation: what a command of that name does. */
public interface Command {
  /** As a user types it, without the target. */
  String name();

  /** Whether it can be tried on this one. */
  default boolean isFit(Specimen specimen) {
    return true;
  }

  /** Makes the attempt, up to the first thing that is wrong. */
  Attempt on(Specimen specimen) throws InterruptedException;
}
