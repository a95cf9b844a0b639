package bindcheck.suite;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Adds round to round, and keeps account of what they kill. */
final class CourseBuilder {
  /** How many pairs of an edge and an end are looked at one by one. */
  private static final long MOST_PAIRS = 2_000_000;

  private static final int SAMPLE = 2_000;

  private final List<int[]> cover;
  private final Machine machine;
  private final Separation separation;
  private final TransferFaults faults;
  private final boolean isSample;
  private final List<TransferFault> tried;
  private final Killing killing;
  private final List<Walks> rounds = new ArrayList<>();
  private final BitSet identified = new BitSet();
  private Optional<Guarantee> guarantee = Optional.empty();

  /** Begins with the walks that cover the graph. */
  CourseBuilder(SceneSuite part) {
    this.cover = part.suite().walks();
    this.machine = new Machine(part.graph());
    this.separation = new Separation(machine);
    this.faults = new TransferFaults(machine, separation);
    this.isSample = faults.pairs() > MOST_PAIRS;
    this.tried = isSample ? faults.sample(SAMPLE) : faults.all();
    this.killing = new Killing(machine);
    add(Dressing.FRESH, cover);
  }

  private void add(Dressing dressing, List<int[]> walks) {
    walks.forEach(killing::add);
    rounds.add(new Walks(dressing, walks));
  }

  /** Adds walks that identify the ends of edges, first of several together, then one by one. */
  CourseBuilder identify(Effort effort) {
    List<TransferFault> chosen =
        isSample ? faults.ofEachKind(effort.edgesOfKind(), effort.endsOfEdge()) : tried;
    KillingWalks walks = new KillingWalks(machine, separation);
    for (boolean together : List.of(true, false)) {
      List<TransferFault> alive = chosen.stream().filter(fault -> !killing.kills(fault)).toList();
      add(Dressing.FRESH, walks.of(alive, together, effort.killingSteps()));
    }
    note(chosen);
    return this;
  }

  /** Adds walks that go round in circles. */
  CourseBuilder repeat(Effort effort) {
    add(Dressing.FRESH, LongWalks.of(machine, effort.times(), effort.shortestCycle()));
    return this;
  }

  /**
   * Adds walks that make a call that changes nothing before each of their steps. They are for what
   * is in no state of the graph: no account is kept of what else they kill.
   */
  CourseBuilder stay(Effort effort) {
    List<int[]> walks = StayingWalks.of(machine, cover, effort.stayingSteps());
    rounds.add(new Walks(Dressing.FRESH, walks));
    return this;
  }

  /** Adds walks that make calls in ever other orders. */
  CourseBuilder vary(Effort effort) {
    add(Dressing.FRESH, SequenceWalks.of(machine, effort.sequenceSteps()));
    return this;
  }

  /** Makes the walks that cover the graph once more, if they are short enough. */
  CourseBuilder coincide(Effort effort) {
    if (cover.stream().mapToLong(walk -> walk.length).sum() <= effort.coincidentSteps()) {
      add(Dressing.COINCIDENT, cover);
    }
    return this;
  }

  /** Adds walks that no machine passes that differs. */
  CourseBuilder complete(int extraStates) {
    OptionalInt states = faults.states();
    if (states.isPresent()) {
      guarantee = Optional.of(new Guarantee(states.getAsInt(), extraStates));
    }
    add(Dressing.FRESH, CompleteWalks.of(machine, separation, faults, extraStates));
    note(tried);
    return this;
  }

  private void note(List<TransferFault> chosen) {
    chosen.forEach(fault -> identified.set(fault.edge()));
    chosen.stream()
        .filter(fault -> !killing.kills(fault))
        .forEach(fault -> identified.clear(fault.edge()));
  }

  Course course() {
    long killed = tried.stream().filter(killing::kills).count();
    KillRate rate = new KillRate(killed, tried.size(), isSample);
    return Course.of(rounds, identified, Optional.of(rate), guarantee);
  }
}
