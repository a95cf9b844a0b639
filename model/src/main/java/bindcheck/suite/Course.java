package bindcheck.suite;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * All the walks of a scene that a suite makes: those that cover the graph first.
 *
 * @param rounds one after the other
 * @param identified the edges after which the walks tell their end from any other, as far as that
 *     was looked into; the reader's to leave alone
 * @param killed how many transfer faults they kill together, where that was looked into
 * @param guarantee what passing all of them proves, where it proves something
 */
public record Course(
    List<Walks> rounds,
    BitSet identified,
    Optional<KillRate> killed,
    Optional<Guarantee> guarantee) {
  /** Copies the list. */
  public Course {
    rounds = List.copyOf(rounds);
  }

  /**
   * What the suite of that name makes of a scene: quick, small, full or complete.
   *
   * @param extraStates of the complete one; no other has any use for it
   */
  public static Course named(String suite, SceneSuite part, int extraStates) {
    return switch (suite) {
      case "quick" -> cover(part);
      case "small" -> of(part, Effort.SMALL);
      case "full" -> of(part, Effort.FULL);
      case "complete" -> complete(part, extraStates);
      default -> throw new IllegalArgumentException("no suite has that name: " + suite);
    };
  }

  /** The walks that cover the graph, and no others. */
  public static Course cover(SceneSuite part) {
    Walks cover = new Walks(Dressing.FRESH, part.suite().walks());
    return new Course(List.of(cover), new BitSet(), Optional.empty(), Optional.empty());
  }

  /** The same, and as many further walks as some effort allows. */
  public static Course of(SceneSuite part, Effort effort) {
    return new CourseBuilder(part)
        .identify(effort)
        .repeat(effort)
        .stay(effort)
        .vary(effort)
        .coincide(effort)
        .course();
  }

  /**
   * Walks that prove that a target which passes is the graph's machine.
   *
   * @param extraStates how many states more it may have; each makes them many times as long
   */
  public static Course complete(SceneSuite part, int extraStates) {
    return new CourseBuilder(part).complete(extraStates).course();
  }

  /** Some of the walks, of which nothing is known to be killed or proved. */
  public Course only(Predicate<int[]> some) {
    List<Walks> fewer =
        rounds.stream()
            .map(round -> new Walks(round.dressing(), round.walks().stream().filter(some).toList()))
            .filter(round -> !round.walks().isEmpty())
            .toList();
    return new Course(fewer, identified, Optional.empty(), Optional.empty());
  }

  /** How many edges are walked: an edge that answered otherwise, an output fault, would be seen. */
  public int edges() {
    BitSet walked = new BitSet();
    rounds.stream()
        .flatMap(round -> round.walks().stream())
        .flatMapToInt(Arrays::stream)
        .forEach(walked::set);
    return walked.cardinality();
  }

  /** How many walks there are. */
  public int walks() {
    return rounds.stream().mapToInt(round -> round.walks().size()).sum();
  }

  /** The steps of all walks, without set-ups and drains. */
  public long steps() {
    return rounds.stream().flatMap(round -> round.walks().stream()).mapToLong(w -> w.length).sum();
  }
}
