package bindcheck.proofs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.spec.SpecModule;
import bindcheck.spec.Variants;
import bindcheck.tla.Terms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What z3 is asked about are the steps of the specification as the program evaluates it: all of
 * three scenes, and those of calls that random walks through scenes meet, in every variant that has
 * a name.
 */
@Timeout(1800)
class TranslationTest extends AskingSolver {
  private static final SpecModule MODULE = SpecModule.load("Evaluation");
  private static final int FEW = 3;
  private static final int SHORT = 60;
  private static final int LONG = 400;

  private static final Random RANDOM = new Random(SEED);

  @Test
  void stepsOfSomeCasesAreTheSame() {
    assertSame(met(SHORT, 3), 6);
  }

  @Test
  @Tag("long")
  void stepsOfAllCasesAreTheSame() {
    assertSame(met(LONG, 12), Integer.MAX_VALUE);
  }

  @ParameterizedTest
  @CsvSource({"reference, probes"})
  void someStepsOfAWholeSceneAreTheSame(String variant, String scene) {
    Map<Case, List<Sample>> all = all(variant, scene);
    all.replaceAll((of, samples) -> drawn(samples, FEW, RANDOM));
    assertSame(all, FEW);
  }

  @ParameterizedTest
  @CsvSource({"zircon-2020, probes", "reference, unbind", "reference, interrupt"})
  @Tag("long")
  void allStepsOfAWholeSceneAreTheSame(String variant, String scene) {
    assertSame(all(variant, scene), Integer.MAX_VALUE);
  }

  private static Map<Case, List<Sample>> all(String variant, String scene) {
    SceneGraph graph = new SceneGraph(variant, scene);
    System.out.printf(
        "%s of %s: %d states, %d calls in progress in them, %d steps of these%n",
        scene,
        variant,
        graph.states(),
        graph.samples().size(),
        graph.samples().stream().mapToInt(sample -> sample.results().size()).sum());
    assertTrue(graph.samples().stream().allMatch(Sample::isCovered));
    return graph.samples().stream()
        .collect(Collectors.groupingBy(Sample::of, HashMap::new, Collectors.toList()));
  }

  private static void assertSame(Map<Case, List<Sample>> met, int cases) {
    Translation translation = new Translation(Specification.read(Map.of()), solver);
    List<Case> reached = Case.calls().stream().filter(met::containsKey).toList();
    List<Case> drawn = drawn(reached, cases, RANDOM);
    int compared = 0;
    List<String> differences = new ArrayList<>();
    for (Case each : drawn) {
      Translation.Result result = translation.compare(each, met.get(each));
      compared += result.steps();
      differences.addAll(result.differences());
    }
    System.out.printf(
        "%d steps, of %d of the %d cases that are met, of %d (-Dbindcheck.seed=%d)%n",
        compared, drawn.size(), reached.size(), Case.calls().size(), SEED);
    assertEquals(List.of(), differences);
    assertNotEquals(0, compared);
  }

  /**
   * The translation of another specification than the one that is evaluated; a few changes show
   * only in kernels that walks rarely come to.
   */
  @Test
  @Tag("long")
  void anotherSpecificationHasOtherSteps() {
    Map<Case, List<Sample>> met = met(LONG, 100);
    List<String> unseen = new ArrayList<>();
    List<Mutant> ofCalls = Mutant.all().stream().filter(each -> each.of().isCall()).toList();
    for (Mutant mutant : ofCalls) {
      Translation translation = new Translation(Specification.read(mutant.files()), solver);
      List<Sample> samples = met.getOrDefault(mutant.of(), List.of());
      if (translation.compare(mutant.of(), samples).differences().isEmpty()) {
        unseen.add(mutant.toString());
      }
    }
    System.out.println("a change not met in " + unseen);
    assertTrue(unseen.size() * 3 <= ofCalls.size(), unseen::toString);
  }

  private static Map<Case, List<Sample>> met(int steps, int most) {
    Map<Case, List<Sample>> met = new HashMap<>();
    for (String variant : new Variants(MODULE).names()) {
      for (String scene : scenes()) {
        Sample.met(variant, scene, steps, RANDOM).stream()
            .filter(Sample::isCovered)
            .forEach(
                sample -> met.computeIfAbsent(sample.of(), of -> new ArrayList<>()).add(sample));
      }
    }
    met.replaceAll((of, all) -> drawn(all, most, RANDOM));
    return met;
  }

  /** But for those of thousands of packets. */
  private static List<String> scenes() {
    List<String> names = new ArrayList<>();
    Terms.elements(MODULE.evaluate("SceneNames")).forEach(name -> names.add(Terms.text(name)));
    names.removeAll(List.of("capacity", "fill"));
    return names;
  }
}
