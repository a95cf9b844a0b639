package bindcheck.suite;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

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
    List<Round> rounds,
    BitSet identified,
    Optional<KillRate> killed,
    Optional<Guarantee> guarantee) {
  /** How many pairs of an edge and an end are looked at one by one. */
  private static final long MOST_PAIRS = 2_000_000;

  private static final int SAMPLE = 2_000;

  /** Copies the list. */
  public Course {
    rounds = List.copyOf(rounds);
  }

  /** The steps of all walks, set-ups and drains of those that cover the graph among them. */
  public long steps() {
    return rounds.stream().flatMap(round -> round.walks().stream()).mapToLong(w -> w.length).sum();
  }

  /** The walks that cover the graph, and no others. */
  public static Course cover(SceneSuite part) {
    return new Course(List.of(covering(part)), new BitSet(), Optional.empty(), Optional.empty());
  }

  /** The same, walks that identify where edges end, and walks in which values coincide. */
  public static Course of(SceneSuite part, Effort effort) {
    Machine machine = new Machine(part.graph());
    Separation separation = new Separation(machine);
    TransferFaults faults = new TransferFaults(machine, separation);
    boolean isSample = faults.pairs() > MOST_PAIRS;
    List<TransferFault> tried = isSample ? faults.sample(SAMPLE) : faults.all();
    Killing killing = new Killing(machine);
    List<int[]> cover = part.suite().walks();
    cover.forEach(killing::add);
    List<TransferFault> chosen =
        isSample ? faults.ofEachKind(effort.edgesOfKind(), effort.endsOfEdge()) : tried;
    List<TransferFault> alive = chosen;
    KillingWalks walks = new KillingWalks(machine, separation);
    List<int[]> further = new ArrayList<>();
    for (boolean together : List.of(true, false)) {
      alive = alive.stream().filter(fault -> !killing.kills(fault)).toList();
      List<int[]> more = walks.of(alive, together, effort.killingSteps());
      more.forEach(killing::add);
      further.addAll(more);
    }
    List<Round> rounds = new ArrayList<>();
    rounds.add(covering(part));
    rounds.add(new Round(Dressing.FRESH, further));
    rounds.add(
        new Round(Dressing.FRESH, LongWalks.of(machine, effort.times(), effort.shortestCycle())));
    if (part.suite().steps() <= effort.coincidentSteps()) {
      rounds.add(new Round(Dressing.COINCIDENT, cover));
    }
    return new Course(
        rounds,
        identified(killing, chosen),
        Optional.of(rate(killing, tried, isSample)),
        Optional.empty());
  }

  /** Walks that prove that the target is the graph's machine. */
  public static Course complete(SceneSuite part, int extraStates) {
    Machine machine = new Machine(part.graph());
    Separation separation = new Separation(machine);
    TransferFaults faults = new TransferFaults(machine, separation);
    List<int[]> walks = CompleteWalks.of(machine, separation, faults, extraStates);
    Killing killing = new Killing(machine);
    walks.forEach(killing::add);
    boolean isSample = faults.pairs() > MOST_PAIRS;
    List<TransferFault> tried = isSample ? faults.sample(SAMPLE) : faults.all();
    return new Course(
        List.of(covering(part), new Round(Dressing.FRESH, walks)),
        identified(killing, tried),
        Optional.of(rate(killing, tried, isSample)),
        Optional.of(new Guarantee(faults.classes(), extraStates)));
  }

  private static BitSet identified(Killing killing, List<TransferFault> tried) {
    BitSet identified = new BitSet();
    tried.forEach(fault -> identified.set(fault.edge()));
    tried.stream()
        .filter(fault -> !killing.kills(fault))
        .forEach(fault -> identified.clear(fault.edge()));
    return identified;
  }

  private static KillRate rate(Killing killing, List<TransferFault> tried, boolean isSample) {
    return new KillRate(tried.stream().filter(killing::kills).count(), tried.size(), isSample);
  }

  private static Round covering(SceneSuite part) {
    return new Round(Dressing.FRESH, part.suite().walks());
  }
}
