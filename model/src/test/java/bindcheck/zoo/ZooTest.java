package bindcheck.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.call.Call;
import bindcheck.call.Op;
import bindcheck.call.Verdict;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.spec.SpecMutants;
import bindcheck.target.Target;
import bindcheck.target.TargetException;
import bindcheck.target.TargetSpecException;
import bindcheck.target.Targets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The zoo has what it is said to have, and each of its implementations is a target. */
@Timeout(300)
class ZooTest {
  private static final int FAULTY = 120;
  private static final int UNUSUAL = 20;

  private static final List<Specimen> ALL = Zoo.all();

  private static long count(Specimen.Kind kind) {
    return ALL.stream().filter(each -> each.kind() == kind).count();
  }

  @Test
  void thereAreManyFaultyOnesAndSomeThatAreOnlyUnusual() {
    assertTrue(count(Specimen.Kind.FAULT) + count(Specimen.Kind.RACE) >= FAULTY);
    assertTrue(count(Specimen.Kind.UNUSUAL) >= UNUSUAL);
  }

  @Test
  void noNameIsThereTwice() {
    Set<String> names = new HashSet<>();
    List<String> twice = ALL.stream().map(Specimen::name).filter(name -> !names.add(name)).toList();
    assertEquals(List.of(), twice);
  }

  /** What is left out still exists: else its reason is no longer true of anything. */
  @Test
  void whatIsLeftOutIsThere() {
    Set<String> stale = new TreeSet<>(Zoo.leftOut().keySet());
    SpecMutants.all()
        .forEach(
            mutant -> {
              stale.remove(mutant.name());
              stale.remove(mutant.module() + "!" + mutant.operator());
            });
    assertEquals(Set.of(), stale);
  }

  /** What is kept of the results is kept of each fault and each race that there is. */
  @Test
  void theResultsAreThoseOfAll() {
    Set<String> faulty =
        ALL.stream()
            .filter(each -> each.kind() != Specimen.Kind.UNUSUAL)
            .map(Specimen::name)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(
        faulty,
        ZooRow.kept().stream().map(ZooRow::name).collect(Collectors.toCollection(TreeSet::new)));
  }

  /** As an implementation that throws out of a call does. */
  @Test
  void aChangeThatLeavesNoValueFailsInTheCall() {
    try (Target target = Targets.open("zoo:Kernel!Conclude.1")) {
      target.reset();
      target.start("T1", Call.of(Op.PORT_CREATE, 0));
      TargetException failure = assertThrows(TargetException.class, target::quiesce);
      assertEquals(TargetException.Reason.THREW, failure.reason());
    }
  }

  @Test
  void oneOfEachMakeIsATargetByItsName() {
    for (String name : List.of("packet-lost-on-ack", "Triggers!AckPending.2", "C-coalesce=last")) {
      try (Target target = Targets.open("zoo:" + name)) {
        target.reset();
        assertEquals(Set.of(), target.blocked(), name);
      }
    }
  }

  @Test
  void whatIsNotThereIsNoTarget() {
    assertThrows(TargetSpecException.class, () -> Targets.open("zoo:no-such-one"));
  }

  private static Attempt checked(String name) {
    SpecModule module = SpecModule.load("Evaluation");
    return new CheckAttempts(module, new Semantics(module, "doc"), "quick")
        .on(Zoo.of(name).orElseThrow());
  }

  @Test
  void aFaultIsFound() {
    Attempt found = checked("Triggers!AckPending.2");
    assertTrue(found.isFound() && found.script() > 0 && found.calls() > 0, found::toString);
  }

  @Test
  @Tag("long") // a quarter of a minute, for all that AllowedChoicesTest sees to pass
  void somethingUnusualIsNot() {
    assertEquals(Verdict.PASS, checked("C-coalesce=last").verdict());
  }
}
