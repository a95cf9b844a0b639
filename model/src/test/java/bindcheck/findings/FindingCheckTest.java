package bindcheck.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.call.Verdict;
import bindcheck.spec.Alternative;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.spec.Variant;
import bindcheck.spec.Variants;
import bindcheck.variants.SpecTarget;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A target that is a variant follows that variant, and the readings that it is known to take. */
@Timeout(300)
class FindingCheckTest {
  private static final int RUNS = 20;

  @ParameterizedTest
  @ValueSource(strings = {"reference", "zircon-2018", "zircon-2020", "zircon-2021", "zircon-2025"})
  void aVariantFollowsItself(String name) {
    SpecModule module = SpecModule.load("Evaluation");
    Variant variant = new Variants(module).resolved(name);
    try (FindingCheck check =
        new FindingCheck(
            module, name, () -> new SpecTarget(name, new Semantics(module, variant)), RUNS)) {
      for (Finding finding : Ranking.all()) {
        if (!finding.demonstration().isLong()) {
          assertFollowed(check.check(finding), name, variant);
        }
      }
      assertTrue(check.isExact());
    }
  }

  private static void assertFollowed(Followed followed, String name, Variant variant) {
    assertEquals(Verdict.PASS, followed.verdict(), followed::toString);
    assertTrue(followed.variants().contains(name), followed::toString);
    for (Reading reading : followed.finding().readings()) {
      // Where the variant takes something else that the document forbids, no reading has both.
      boolean isTaken =
          reading.tags().get(0).startsWith("C-")
              && Alternative.among(reading.tags()).stream().allMatch(variant::allows);
      boolean isFollowed = followed.readings().contains(reading.name());
      assertTrue(!isTaken || isFollowed, () -> name + ", " + reading.name() + ": " + followed);
    }
  }
}
