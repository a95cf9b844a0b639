package bindcheck.target.perturb;

import java.util.Map;
import java.util.Optional;

/** What holds up the threads of one target, if anything does. */
public interface Perturbation extends AutoCloseable {
  /** Nobody has asked for any. */
  Perturbation NONE = missing("");

  /** From now on threads are held up as that says. */
  void begin(Schedule schedule);

  /** From now on they are not. */
  void end();

  /** Why no thread is ever held up, for a person; empty where threads are. */
  default Optional<String> missing() {
    return Optional.empty();
  }

  /** What the environment of a process must have, whose threads are to be held up. */
  default Map<String, String> environment() {
    return Map.of();
  }

  @Override
  default void close() {}

  /** None at all, for that reason. */
  static Perturbation missing(String why) {
    return new Perturbation() {
      @Override
      public void begin(Schedule schedule) {}

      @Override
      public void end() {}

      @Override
      public Optional<String> missing() {
        return Optional.of(why);
      }
    };
  }
}
