package bindcheck.bench;

import bindcheck.file.ScratchFolder;
import bindcheck.spec.SpecModule;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is compared. */
public enum Benchmark {
  /** The judge beside TLC's trace validation of the same history. */
  JUDGE(given -> new Histories(given).besideTlc(given.size())),
  /** The judge on a history that is ten times as long as another. */
  TENFOLD(given -> new Histories(given).tenfold(given.size())),
  /** The suite beside its lower bound, one path an edge, and random walks. */
  SUITE(given -> new Scenes(given.module()).lengths(given.size())),
  /** A scene's graph beside TLC's. */
  EXPLORE(given -> new Scenes(given.module()).besideTlc(given.size())),
  /** Walks through the checker beside their calls made directly. */
  REPLAY(given -> new Reference(given.module()).replays(given.size())),
  /** Calls that are recorded beside the same that are not. */
  RECORD(given -> new Reference(given.module()).records(given.size())),
  /** A hunt beside its rounds recorded only. */
  HUNT(given -> new Reference(given.module()).hunts(given.size())),
  /** The judge beside Porcupine, where there is a checkout of it. */
  PORCUPINE(given -> new Histories(given).besidePorcupine(given));

  /**
   * What comparisons are made of.
   *
   * @param folder for their files
   * @param porcupine a checkout of Porcupine, if there is one
   */
  record Given(SpecModule module, Path folder, Size size, Optional<Path> porcupine) {}

  private interface Comparisons {
    Stream<Comparison> of(Given given);
  }

  @SuppressWarnings("ImmutableEnumChecker") // holds nothing
  private final Comparisons comparisons;

  Benchmark(Comparisons comparisons) {
    this.comparisons = comparisons;
  }

  /** What they are called. */
  public static Set<String> names() {
    return Arrays.stream(values())
        .map(Benchmark::toString)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The one of that name. */
  public static Benchmark named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  /**
   * Makes the comparisons, and gives each as soon as it is made.
   *
   * @param porcupine a checkout of Porcupine, if there is one
   */
  public void run(SpecModule module, Size size, Optional<Path> porcupine, Consumer<Row> rows)
      throws InterruptedException {
    try (ScratchFolder folder = new ScratchFolder()) {
      Given given = new Given(module, folder.path(), size, porcupine);
      Iterator<Comparison> each = comparisons.of(given).iterator();
      while (each.hasNext()) {
        rows.accept(Row.of(toString(), each.next(), size.row()));
      }
    }
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
