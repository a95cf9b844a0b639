package bindcheck.suite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * All the walks of a scene that a suite makes: those that cover the graph first.
 *
 * @param rounds one after the other
 * @param edges how many edges they walk, with what other parts of the course walk: an edge that
 *     answered otherwise, an output fault, would be seen
 * @param identified the edges after which the walks tell their end from any other, as far as that
 *     was looked into; the reader's to leave alone
 * @param killed how many transfer faults they kill together, where that was looked into
 * @param guarantee what passing all of them proves, where it proves something
 */
public record Course(
    List<Walks> rounds,
    int edges,
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

  /** All of these walks. */
  static Course of(
      List<Walks> rounds,
      BitSet identified,
      Optional<KillRate> killed,
      Optional<Guarantee> guarantee) {
    BitSet walked = new BitSet();
    rounds.stream()
        .flatMap(round -> round.walks().stream())
        .flatMapToInt(Arrays::stream)
        .forEach(walked::set);
    return new Course(rounds, walked.cardinality(), identified, killed, guarantee);
  }

  /** The walks that cover the graph, and no others. */
  public static Course cover(SceneSuite part) {
    Walks cover = new Walks(Dressing.FRESH, part.suite().walks());
    return of(List.of(cover), new BitSet(), Optional.empty(), Optional.empty());
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
    return of(fewer, identified, Optional.empty(), Optional.empty());
  }

  /**
   * A part of it, such that all parts together make each walk once, and no part makes many more
   * steps than another: the longest walk left goes to the part with the fewest. What the walks kill
   * is what all parts kill; a part alone proves nothing.
   */
  public Course part(Shard shard) {
    BitSet mine = mine(shard);
    List<Walks> fewer = new ArrayList<>();
    int before = 0;
    for (Walks round : rounds) {
      int first = before;
      List<int[]> some =
          IntStream.range(0, round.walks().size())
              .filter(i -> mine.get(first + i))
              .mapToObj(round.walks()::get)
              .toList();
      if (!some.isEmpty()) {
        fewer.add(new Walks(round.dressing(), some));
      }
      before += round.walks().size();
    }
    return new Course(fewer, edges, identified, killed, Optional.empty());
  }

  /** The places of a part's walks among those of all rounds. */
  private BitSet mine(Shard shard) {
    int[] lengths =
        rounds.stream().flatMap(r -> r.walks().stream()).mapToInt(walk -> walk.length).toArray();
    List<Integer> longestFirst =
        IntStream.range(0, lengths.length)
            .boxed()
            .sorted(Comparator.comparingInt((Integer walk) -> lengths[walk]).reversed())
            .toList();
    long[] steps = new long[shard.of()];
    BitSet mine = new BitSet();
    for (int walk : longestFirst) {
      int least = 0;
      for (int i = 1; i < steps.length; i++) {
        least = steps[i] < steps[least] ? i : least;
      }
      steps[least] += lengths[walk] + 1;
      mine.set(walk, least + 1 == shard.part());
    }
    return mine;
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
