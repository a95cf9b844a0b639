package bindcheck.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.litmus.Catalogue;
import bindcheck.litmus.Outcome;
import bindcheck.litmus.Program;
import bindcheck.spec.SpecModule;
import bindcheck.spec.Variants;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The files of the site by themselves. */
@Timeout(60)
class SiteTest {
  private static final int MOST_BYTES = 10_000_000;
  private static final Pattern OF_TLA = Pattern.compile("\\bT\\[(\"(?:[^\"\\\\]|\\\\.)*\")\\]");
  private static final Pattern ELSEWHERE =
      Pattern.compile(
          "(?:src|href)=\"(?!#|data:)([^\"]*)\"|url\\(|@import|\\bfetch\\(|\\bimport\\(");

  private static SpecModule module;
  private static Map<String, String> files;

  @BeforeAll
  static void make() {
    module = SpecModule.load("Evaluation");
    files = Site.files(module);
  }

  @Test
  void asksForNothingThatIsNotInTheFolder() {
    files.forEach(
        (name, text) -> {
          if (!name.equals("contents.js")) {
            ELSEWHERE
                .matcher(text)
                .results()
                .forEach(
                    found ->
                        assertTrue(
                            found.group(1) != null && files.containsKey(found.group(1)),
                            () -> name + ": " + found.group()));
          }
        });
  }

  @Test
  void isSmall() {
    assertTrue(files.values().stream().mapToInt(String::length).sum() < MOST_BYTES);
  }

  @Test
  void whateverTheSpecificationUsesOfTlaIsThere() {
    Set<String> used = new TreeSet<>();
    OF_TLA
        .matcher(files.get("spec.js"))
        .results()
        .map((MatchResult r) -> r.group(1))
        .forEach(used::add);
    assertFalse(used.isEmpty());
    String library = files.get("tla.js");
    used.removeIf(library::contains);
    assertEquals(Set.of(), used);
  }

  @Test
  void theTableOfAProgramIsReadAsItIs() {
    int variants = new Variants(module).names().size();
    for (Program program : Catalogue.all()) {
      List<OutcomeRow> rows = OutcomeRow.of(program);
      assertFalse(rows.isEmpty(), program::name);
      for (OutcomeRow row : rows) {
        assertEquals(row.outcome(), Outcome.parse(row.outcome()).toString(), program::name);
        assertEquals(variants, row.allowed().size(), program::name);
        assertTrue(row.allowed().contains(true), program::name);
      }
    }
  }

  @Test
  void everyStatementHasItsFormalReading() {
    Contents.of(module)
        .get("statements")
        .forEach(
            statement ->
                statement
                    .get("operators")
                    .forEach(
                        operator ->
                            assertTrue(
                                Contents.of(module).get("operators").has(operator.textValue()),
                                operator::textValue)));
  }
}
