package bindcheck.zoo;

import bindcheck.target.Target;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One implementation of the zoo.
 *
 * @param name as in {@code zoo:NAME}
 * @param what in which way it differs from the reference
 * @param change what makes it of the source of the reference; empty where it is the specification,
 *     executed
 * @param opening opens it as a target
 */
public record Specimen(
    String name, Kind kind, String what, Optional<Change> change, Supplier<Target> opening) {

  /** What is wrong with it, if anything is. */
  public enum Kind {
    /** One call after another shows it. */
    FAULT,
    /** Only calls that overlap show it. */
    RACE,
    /** Nothing: it is allowed, and chooses otherwise than the reference. */
    UNUSUAL;

    /** As a user names it. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Opens it. */
  public Target open() {
    return opening.get();
  }

  /** Opens it so that its threads are held up, where it has any code that can be rewritten. */
  public Target openPerturbed() {
    return change.map(c -> new ChangedReference(c).openPerturbed()).orElseGet(opening);
  }

  static Specimen of(Kind kind, Change change) {
    return new Specimen(
        change.name(),
        kind,
        change.prose(),
        Optional.of(change),
        () -> new ChangedReference(change).open());
  }
}
