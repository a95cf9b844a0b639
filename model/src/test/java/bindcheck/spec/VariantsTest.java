package bindcheck.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A variant is named, as it is or with other alternatives of some choices. */
class VariantsTest {
  private static final Variants VARIANTS = new Variants(SpecModule.load("Evaluation"));

  @Test
  void aChoiceOfANamedVariantIsTakenOtherwise() {
    Variant custom = VARIANTS.of("zircon-2021,C-coalesce=last");
    Variant last = VARIANTS.of("zircon-2021").with("C-coalesce", new TreeSet<>(Set.of("last")));
    assertEquals(last.alternatives(), custom.alternatives());
    assertEquals("zircon-2021,C-coalesce=last", custom.name());
  }

  @Test
  void aChoiceThatIsNamedTwiceHasBoth() {
    Variant custom = VARIANTS.of("doc,C-coalesce=last,C-coalesce=first");
    assertEquals(Set.of("first", "last"), custom.of("C-coalesce"));
  }

  @Test
  void oneThatStandsForAnImplementationMayDiffer() {
    assertTrue(VARIANTS.resolved("zircon-2018,C-coalesce=each").isResolved());
    assertThrows(IllegalArgumentException.class, () -> VARIANTS.resolved("doc,C-coalesce=each"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zirkon|expected a variant out of",
        "doc,C-coalesce|expected an alternative of C-coalesce out of each, first, last, found ''",
        "doc,C-coalesce=no|expected an alternative of C-coalesce out of each, first, last, found",
        "doc,C-no=last|expected a choice out of C-",
        "doc,|expected a choice out of C-"
      })
  void oneThatIsNoneSaysWhatWasExpected(String text, String expected) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> VARIANTS.of(text));
    assertTrue(refused.getMessage().startsWith(expected), refused.getMessage());
  }
}
