package bindcheck.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.spec.SpecMutant;
import bindcheck.spec.SpecMutants;
import bindcheck.spec.Variants;
import bindcheck.zoo.Zoo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the zoo leaves out as being the reference itself is it, in all scenes of `small`. */
class LeftOutTest {
  private static final String THE_SAME = "the same as the reference";

  private static final SpecModule MODULE = SpecModule.load("Evaluation");
  private static final List<String> SCENES = Scene.ofSuite(MODULE, "small");

  private static Map<String, Machine> machines(SpecModule module) {
    Semantics reference = new Semantics(module, new Variants(module).resolved(Variants.REFERENCE));
    Map<String, Machine> machines = new TreeMap<>();
    for (String scene : SCENES) {
      machines.put(
          scene, new Machine(SceneSuite.build(new Scene(module, scene), reference).graph()));
    }
    return machines;
  }

  private static Optional<String> difference(Map<String, Machine> reference, SpecModule changed) {
    Map<String, Machine> machines = machines(changed);
    return SCENES.stream()
        .flatMap(
            scene ->
                new Bisimulation(reference.get(scene), machines.get(scene)).difference().stream())
        .findFirst();
  }

  @Test
  void aChangeThatShowsIsTold() {
    Map<String, Machine> reference = machines(MODULE);
    SpecMutant shows =
        SpecMutants.all().stream()
            .filter(mutant -> mutant.name().equals("Ports!Dequeue.1"))
            .findFirst()
            .orElseThrow();
    assertFalse(difference(reference, shows.load()).isEmpty());
  }

  /** Some seconds for each of them. */
  @Tag("long")
  @Timeout(3600)
  @Test
  void whatIsLeftOutAsTheSameIsTheSame() {
    Map<String, Machine> reference = machines(MODULE);
    List<String> different = new ArrayList<>();
    for (SpecMutant mutant : SpecMutants.all()) {
      if (Zoo.leftOut().getOrDefault(mutant.name(), "").startsWith(THE_SAME)) {
        difference(reference, mutant.load())
            .ifPresent(what -> different.add(mutant.name() + " by " + what));
      }
    }
    assertEquals(List.of(), different);
  }
}
