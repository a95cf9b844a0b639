package bindcheck.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.file.Packaged;
import bindcheck.litmus.Catalogue;
import bindcheck.litmus.Outcome;
import bindcheck.litmus.Program;
import bindcheck.spec.SpecModule;
import bindcheck.spec.Variants;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The page by itself. */
@Timeout(60)
class SiteTest {
  private static final int MOST_BYTES = 10_000_000;
  private static final Pattern OF_TLA = Pattern.compile("\\bT\\[(\"(?:[^\"\\\\]|\\\\.)*\")\\]");
  private static final Pattern ELSEWHERE =
      Pattern.compile(
          "(?:src|href)=\"(?!#|data:)|url\\(|@import|\\bfetch\\(|\\bimport\\(|XMLHttpRequest");

  private static SpecModule module;
  private static String page;

  @BeforeAll
  static void make() {
    module = SpecModule.load("Evaluation");
    page = Site.page(module);
  }

  @Test
  void asksForNothingElse() {
    Matcher elsewhere = ELSEWHERE.matcher(page);
    assertFalse(elsewhere.find(), () -> page.substring(elsewhere.start(), elsewhere.end() + 40));
  }

  @Test
  void isSmall() {
    assertTrue(page.length() < MOST_BYTES);
  }

  @Test
  void noTextOfAScriptEndsIt() {
    String scripts = page.substring(page.indexOf("<script>"));
    assertEquals(
        Pattern.compile("<script>").matcher(scripts).results().count(),
        Pattern.compile("</script").matcher(scripts).results().count());
  }

  @Test
  void whateverTheSpecificationUsesOfTlaIsThere() {
    Set<String> used = new TreeSet<>();
    OF_TLA.matcher(page).results().forEach(name -> used.add(name.group(1)));
    assertTrue(used.size() > 20, used::toString);
    String library = Packaged.text("/site/tla.js");
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
    JsonNode contents = Contents.of(module);
    JsonNode formal = contents.get("operators");
    for (JsonNode statement : contents.get("statements")) {
      for (JsonNode operator : statement.get("operators")) {
        assertTrue(formal.has(operator.textValue()), operator::textValue);
      }
    }
  }
}
