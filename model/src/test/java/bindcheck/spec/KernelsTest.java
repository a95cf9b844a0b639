package bindcheck.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.oracle.Allowed;
import bindcheck.oracle.Explanation;
import bindcheck.script.Script;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is known of the kernels, scenario by scenario, beside what their variants do. */
class KernelsTest {
  private static final String FILE = "/bindcheck/kernels/scenarios.txt";
  private static final SpecModule MODULE = SpecModule.load("Evaluation");
  private static final Map<String, Semantics> KERNELS = Semantics.kernels(MODULE);

  /** A script, and what each kernel does at its last line. */
  record Scenario(String title, Script script, Map<String, String> expected) {
    @Override
    public String toString() {
      return title;
    }
  }

  static List<Scenario> scenarios() {
    return Arrays.stream(text().split("(?m)^== "))
        .skip(1)
        .map(KernelsTest::scenario)
        .collect(Collectors.toList());
  }

  private static String text() {
    try (InputStream in = KernelsTest.class.getResourceAsStream(FILE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Scenario scenario(String section) {
    List<String> lines = section.lines().toList();
    Map<String, String> expected = new TreeMap<>();
    List<String> calls = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      if (line.startsWith("> ")) {
        int colon = line.indexOf(':');
        for (String year : line.substring(2, colon).split(" ", -1)) {
          expected.put("zircon-" + year, line.substring(colon + 2));
        }
      } else {
        calls.add(line);
      }
    }
    return new Scenario(
        lines.get(0), Script.parse(lines.get(0), String.join("\n", calls)), expected);
  }

  private static Set<String> kernels() {
    return new Variants(MODULE).kernels();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scenarios")
  void everyKernelDoesWhatIsKnownOfIt(Scenario scenario) {
    assertEquals(scenario.expected(), seen(scenario, KERNELS));
  }

  /** What each of these kernels does at the last line. */
  static Map<String, String> seen(Scenario scenario, Map<String, Semantics> kernels) {
    Map<String, String> seen = new TreeMap<>();
    for (Map.Entry<String, Semantics> entry : kernels.entrySet()) {
      String kernel = entry.getKey();
      Semantics semantics = entry.getValue();
      List<Explanation.Step> steps = Explanation.of(scenario.title(), scenario.script(), semantics);
      List<Allowed> last = steps.get(steps.size() - 1).allowed();
      seen.put(
          kernel,
          last.stream()
              .map(allowed -> allowed.observation().toString())
              .sorted()
              .collect(Collectors.joining(" or ")));
    }
    return seen;
  }

  @Test
  void everyKernelIsToldFromEveryOther() {
    for (String one : kernels()) {
      for (String other : kernels()) {
        assertTrue(
            one.equals(other)
                || scenarios().stream()
                    .anyMatch(s -> !s.expected().get(one).equals(s.expected().get(other))),
            () -> one + " and " + other);
      }
    }
  }
}
