package bindcheck.litmus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.spec.Glossary;
import bindcheck.spec.SpecModule;
import bindcheck.spec.Variants;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TellingProgramTest {
  private static final SpecModule MODULE = SpecModule.load("Evaluation");
  private static final Variants VARIANTS = new Variants(MODULE);
  private static final Glossary GLOSSARY = new Glossary(MODULE);

  private static Optional<TellingProgram> at(String choice, String one, String other) {
    return TellingProgram.at(MODULE, choice, VARIANTS.of(one), VARIANTS.of(other));
  }

  @Test
  void whatNoScriptShowsIsShownByAProgram() {
    for (String choice : GLOSSARY.choices()) {
      if (GLOSSARY.isAmongThree(choice)) {
        assertTrue(at(choice, "reference", "zircon-2018").isPresent(), choice);
      }
    }
  }

  @Test
  void outcomesAreThoseOfOneSideOnly() {
    TellingProgram wake = at("C-reader-wake", "reference", "zircon-2018").orElseThrow();
    assertEquals("timeout-07-the-count", wake.program().name());
    assertEquals("[]", wake.onlyOne().toString());
    assertEquals("[T1: TIMED_OUT || T2: blocked || T3: OK]", wake.onlyOther().toString());
  }

  @Test
  void aVariantPartsFromItselfNowhere() {
    assertEquals(Optional.empty(), at("C-reader-wake", "reference", "reference"));
  }
}
