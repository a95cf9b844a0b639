package bindcheck.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The walks beside those that cover a graph, and what they show. */
class CourseTest {
  private static final SpecModule MODULE = SpecModule.load("Evaluation");
  private static final SceneSuite PART =
      SceneSuite.build(new Scene(MODULE, "deadlines"), new Semantics(MODULE, "reference"));
  private static final Machine MACHINE = new Machine(PART.graph());
  private static final Separation SEPARATION = new Separation(MACHINE);
  private static final TransferFaults FAULTS = new TransferFaults(MACHINE, SEPARATION);

  private static long killedBy(List<int[]> walks) {
    Killing killing = new Killing(MACHINE);
    walks.forEach(killing::add);
    return FAULTS.all().stream().filter(killing::kills).count();
  }

  @Test
  void everyWalkIsOneOfTheGraph() {
    List<int[]> walks = new ArrayList<>();
    Course.of(PART, Effort.FULL).rounds().forEach(round -> walks.addAll(round.walks()));
    SuiteCheck.steps(PART.graph().costs(), walks);
  }

  @Test
  void coveringEveryEdgeKillsAllOutputFaults() {
    assertEquals(PART.graph().edges().size(), Course.cover(PART).edges());
  }

  @Test
  void coveringEveryEdgeLeavesMuchOpen() {
    assertTrue(killedBy(PART.suite().walks()) < FAULTS.all().size() * 3 / 4);
  }

  @Test
  void aFurtherWalkKillsMost() {
    KillRate killed = Course.of(PART, Effort.SMALL).killed().orElseThrow();
    assertTrue(killed.least() > 0.99, killed::toString);
  }

  @Test
  void theCompleteWalksKillAll() {
    assertEquals(FAULTS.all().size(), killedBy(CompleteWalks.of(MACHINE, SEPARATION, FAULTS, 0)));
  }

  @Test
  void thatProvesSomething() {
    assertEquals(Optional.of(new Guarantee(44, 0)), Course.complete(PART, 0).guarantee());
  }

  @Test
  void withAnExtraStateTheyAreMore() {
    long none = Course.complete(PART, 0).steps();
    assertTrue(Course.complete(PART, 1).steps() > 5 * none);
  }

  @Test
  void aSampleAgreesWithTheWhole() {
    List<int[]> walks = PART.suite().walks();
    Killing killing = new Killing(MACHINE);
    walks.forEach(killing::add);
    List<TransferFault> sample = FAULTS.sample(2_000);
    KillRate rate =
        new KillRate(sample.stream().filter(killing::kills).count(), sample.size(), true);
    double whole = (double) killedBy(walks) / FAULTS.all().size();
    assertTrue(rate.least() < whole && whole < rate.most(), () -> rate + ", whole " + whole);
  }

  @Test
  void threeCallsFollowOneAnotherInNearlyEveryOrder() {
    Set<List<Integer>> possible = new HashSet<>();
    for (int a = 0; a < MACHINE.edges(); a++) {
      for (int b = 0; b < MACHINE.inputs(); b++) {
        int second = MACHINE.edge(MACHINE.to(a), b);
        for (int c = 0; second != Machine.NONE && c < MACHINE.inputs(); c++) {
          if (MACHINE.edge(MACHINE.to(second), c) != Machine.NONE) {
            possible.add(List.of(MACHINE.input(a), b, c));
          }
        }
      }
    }
    Set<List<Integer>> made = new HashSet<>();
    for (int[] walk : SequenceWalks.of(MACHINE, Effort.SMALL.sequenceSteps())) {
      for (int i = 2; i < walk.length; i++) {
        made.add(List.of(walk[i - 2], walk[i - 1], walk[i]).stream().map(MACHINE::input).toList());
      }
    }
    assertTrue(possible.containsAll(made));
    assertTrue(made.size() > possible.size() * 4 / 5, () -> made.size() + " of " + possible.size());
  }

  @Test
  void aCycleIsMadeAsOftenAsWasAsked() {
    int times = 7;
    for (int[] walk : LongWalks.of(MACHINE, times, 2)) {
      long mostOften =
          Arrays.stream(walk)
              .mapToLong(e -> Arrays.stream(walk).filter(o -> o == e).count())
              .max()
              .orElseThrow();
      assertTrue(mostOften >= times, () -> Arrays.toString(walk));
    }
  }

  @Test
  void aCallThatChangesNothingIsMadeBeforeTheSteps() {
    List<int[]> walks = StayingWalks.of(MACHINE, PART.suite().walks(), 10_000);
    SuiteCheck.steps(PART.graph().costs(), walks);
    long staying = walks.stream().flatMapToInt(Arrays::stream).filter(MACHINE::stays).count();
    long moving = walks.stream().flatMapToInt(Arrays::stream).count() - staying;
    assertTrue(staying > moving, () -> staying + " of " + (staying + moving));
  }

  @Test
  void whereNothingCanBeMadeNothingIsLeftAlive() {
    Scene scene = new Scene(MODULE, "shared", stimulus -> false);
    SceneSuite nothing = SceneSuite.build(scene, new Semantics(MODULE, "reference"));
    assertEquals(0, Course.of(nothing, Effort.SMALL).steps());
  }
}
