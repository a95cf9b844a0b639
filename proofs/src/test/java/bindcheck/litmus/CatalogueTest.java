package bindcheck.litmus;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.spec.SpecModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The files of the catalogue say what the specification allows and what was seen. */
@Timeout(300)
class CatalogueTest {
  /** Relative to the folder of this module, in which its tests run. */
  private static final Path FOLDER = Path.of("litmus");

  private static final String REGENERATE =
      "stale; run\n  mvn -pl proofs -am test -Dtest=CatalogueTest -Dbindcheck.regenerate=true"
          + " -Dsurefire.failIfNoSpecifiedTests=false";
  private static final int LEAST = 40;

  private static List<Program> programs;
  private static Allowances allowances;
  private static Tables tables;

  @BeforeAll
  static void read() {
    programs = Catalogue.in(FOLDER);
    allowances = new Allowances(SpecModule.load("Evaluation"));
    List<Results> kept = Catalogue.resultsIn(FOLDER.resolve("seen"));
    tables = new Tables(allowances, allowances.variants(), kept);
  }

  @Test
  void everyTableIsFresh() throws IOException {
    for (Program program : programs) {
      String fresh = tables.of(program);
      if (Boolean.getBoolean("bindcheck.regenerate")) {
        Path file = FOLDER.resolve(program.name() + ".litmus");
        Files.writeString(file, program.written() + fresh);
      } else {
        assertEquals(fresh, program.generated(), program + ": " + REGENERATE);
      }
    }
  }

  @Test
  void nothingThatIsForbiddenIsAllowedAndNothingElseWasSeen() {
    Map<String, List<String>> faults = new TreeMap<>();
    programs.forEach(program -> faults.put(program.name(), tables.faults(program)));
    faults.values().removeIf(List::isEmpty);
    assertEquals(Map.of(), faults);
  }

  @Test
  void everyAllowedOutcomeWasSeenOrHasItsReason() {
    for (Program program : programs) {
      for (Outcome outcome : allowances.of("doc").allowed(program).outcomes().keySet()) {
        String mark = tables.mark(program, outcome);
        assertTrue(
            mark.equals("yes") || mark.equals("finer") || mark.startsWith("C-"),
            () -> program + ": " + outcome + ": " + mark);
      }
    }
  }

  @Test
  void theProgramsAreNumberedByTheme() {
    Map<String, Integer> last = new HashMap<>();
    for (Program program : programs) {
      int number = last.merge(program.theme(), 1, Integer::sum);
      String expected = "%s-%02d-".formatted(program.theme(), number);
      assertTrue(program.name().startsWith(expected), () -> program + " after " + expected);
    }
    assertTrue(programs.size() >= LEAST, () -> programs.size() + " programs");
  }

  @Test
  void noTwoProgramsAreAlike() {
    Set<Object> seen = new HashSet<>();
    for (Program program : programs) {
      assertTrue(
          seen.add(List.of(program.setup(), program.threads())), () -> program + " repeats one");
      assertTrue(seen.add(program.title()), () -> program + " repeats a title");
    }
  }

  @Test
  void everyProgramHasSomethingToDecide() {
    for (Program program : programs) {
      assertFalse(program.lesson().isEmpty(), program::name);
      assertFalse(program.forbidden().isEmpty(), program::name);
      assertTrue(
          allowances.variants().stream()
                  .mapToInt(variant -> allowances.of(variant).allowed(program).states())
                  .max()
                  .orElseThrow()
              > program.threads().size(),
          program::name);
    }
  }

  @Test
  void theCatalogueIsPackaged() {
    assertAll(
        () -> assertEquals(programs, Catalogue.all()),
        () ->
            assertEquals(
                Catalogue.resultsIn(FOLDER.resolve("seen")).size(), Catalogue.kept().size()));
  }

  @Test
  void whatWasSeenIsOfProgramsThatExist() throws IOException {
    Set<String> names = new HashSet<>();
    programs.forEach(program -> names.add(program.name()));
    try (Stream<Path> files = Files.list(FOLDER.resolve("seen"))) {
      for (Path file : files.toList()) {
        for (Findings each : Results.parse(Files.readString(file)).findings()) {
          assertTrue(names.contains(each.program()), () -> file + ": no " + each.program());
        }
      }
    }
  }
}
