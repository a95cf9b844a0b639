package bindcheck.bench;

import bindcheck.file.ScratchFolder;
import bindcheck.spec.SpecModule;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is compared. */
public enum Benchmark {
  /** The judge beside TLC's trace validation of the same history. */
  JUDGE((module, folder, size) -> new Histories(module, folder).besideTlc(size)),
  /** The judge on a history that is ten times as long as another. */
  TENFOLD((module, folder, size) -> new Histories(module, folder).tenfold(size)),
  /** The suite beside its lower bound, one path an edge, and random walks. */
  SUITE((module, folder, size) -> new Scenes(module).lengths(size)),
  /** A scene's graph beside TLC's. */
  EXPLORE((module, folder, size) -> new Scenes(module).besideTlc(size)),
  /** Walks through the checker beside their calls made directly. */
  REPLAY((module, folder, size) -> new Reference(module).replays(size)),
  /** Calls that are recorded beside the same that are not. */
  RECORD((module, folder, size) -> new Reference(module).records(size)),
  /** A hunt beside its rounds recorded only. */
  HUNT((module, folder, size) -> new Reference(module).hunts(size));

  private interface Comparisons {
    Stream<Comparison> of(SpecModule module, ScratchFolder folder, Size size);
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

  /** Makes the comparisons, and gives each as soon as it is made. */
  public void run(SpecModule module, Size size, Consumer<Row> rows) throws InterruptedException {
    try (ScratchFolder folder = new ScratchFolder()) {
      Iterator<Comparison> each = comparisons.of(module, folder, size).iterator();
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
