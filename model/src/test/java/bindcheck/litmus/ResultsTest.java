package bindcheck.litmus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import bindcheck.call.Verdict;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ResultsTest {
  @Test
  void theTextReadsBack() {
    Findings found =
        new Findings(
            "a-01-b",
            Verdict.FAIL,
            "because",
            false,
            new TreeMap<>(Map.of(Outcome.parse("T1: OK || T2: blocked"), Long.MAX_VALUE)),
            new TreeMap<>(Map.of("runs", 7L)));
    Results results = new Results("stress", "1", "java:X", "hash", List.of(found));
    assertEquals(results, Results.parse(results.toJson()));
  }

  @Test
  void anythingElseIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Results.parse("{\"engine\": \"stress\"}"));
    assertThrows(IllegalArgumentException.class, () -> Results.parse("not JSON"));
  }
}
