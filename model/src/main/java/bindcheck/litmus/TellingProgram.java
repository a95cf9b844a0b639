package bindcheck.litmus;

import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.spec.Variant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A program that shows where two variants part: one of several threads, for what no script shows.
 *
 * @param onlyOne the outcomes that only the first variant allows of it
 * @param onlyOther those that only the second allows
 */
public record TellingProgram(
    Program program, SortedSet<Outcome> onlyOne, SortedSet<Outcome> onlyOther) {
  private static final int FEWEST_THREADS = 3;

  /**
   * The least program of the catalogue with three threads or more that tells apart the first
   * variant and the same with the second's alternatives of that choice; empty where there is none.
   */
  public static Optional<TellingProgram> at(
      SpecModule module, String choice, Variant one, Variant other) {
    SpecEngine first = new SpecEngine(new Semantics(module, one));
    SpecEngine changed = new SpecEngine(new Semantics(module, one.with(choice, other.of(choice))));
    return least().stream()
        .map(program -> between(program, first, changed))
        .filter(telling -> !telling.isEmpty())
        .findFirst();
  }

  private static List<Program> least() {
    return Catalogue.all().stream()
        .filter(program -> program.threads().size() >= FEWEST_THREADS)
        .sorted(Comparator.comparingInt(TellingProgram::calls))
        .toList();
  }

  private static int calls(Program program) {
    return program.setup().size() + program.threads().values().stream().mapToInt(List::size).sum();
  }

  private static TellingProgram between(Program program, SpecEngine one, SpecEngine other) {
    SortedSet<Outcome> first = new TreeSet<>(one.allowed(program).outcomes().keySet());
    SortedSet<Outcome> second = new TreeSet<>(other.allowed(program).outcomes().keySet());
    SortedSet<Outcome> onlySecond = new TreeSet<>(second);
    onlySecond.removeAll(first);
    first.removeAll(second);
    return new TellingProgram(program, first, onlySecond);
  }

  private boolean isEmpty() {
    return onlyOne.isEmpty() && onlyOther.isEmpty();
  }
}
