package bindcheck.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.file.InputException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much has to be exercised for a PASS to be one. */
class CoverageTest {
  private static final Set<String> KNOWN = Set.of("R-a", "R-b", "R-c", "R-d");

  /** Of four requirements three are exercised: all but R-d. */
  private static Report report() {
    List<Report.Requirement> requirements =
        KNOWN.stream()
            .sorted()
            .map(
                id -> {
                  Tally tally = new Tally();
                  if (!id.equals("R-d")) {
                    tally.add(Grade.PASS, 1);
                  }
                  return new Report.Requirement(id, "", "", tally);
                })
            .toList();
    SortedMap<String, Long> noKernels = new TreeMap<>();
    Report.Subject subject = new Report.Subject("t", "doc", "small", "reference", 0);
    return new Report(
        subject,
        true,
        List.of(),
        List.of(),
        requirements,
        new Tally(),
        noKernels,
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  private static Optional<String> unmet(String... words) {
    return Coverage.parse(List.of(words), KNOWN).unmet(report());
  }

  @ParameterizedTest
  @ValueSource(strings = {"R-a", "75%", "0%"})
  void whatWasExercisedIsEnough(String word) {
    assertEquals(Optional.empty(), unmet(word));
  }

  @Test
  void whatWasNotExercisedIsNamed() {
    assertEquals(Optional.of("R-d"), unmet("R-a", "R-d"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"76%", "100%"})
  void tooFewAreTooFew(String word) {
    assertEquals(Optional.of(word), unmet(word));
  }

  @ParameterizedTest
  @ValueSource(strings = {"R-x", "101%", "-1%", "%", ""})
  void anythingElseIsRefused(String word) {
    InputException refused = assertThrows(InputException.class, () -> unmet(word));
    assertTrue(refused.getMessage().contains("'" + word + "'"), refused::getMessage);
  }
}
