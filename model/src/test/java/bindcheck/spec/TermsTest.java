package bindcheck.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.tla.Syntax;
import bindcheck.tla.Terms;
import bindcheck.tla.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Terms: equal terms are one value, whatever operators made them. */
class TermsTest {
  private static final SpecModule MODULE = SpecModule.load("Evaluation");

  @Test
  void setsAreEqualInWhateverOrderTheyAreBuilt() {
    assertEquals(Terms.strings(List.of("b", "a", "b")), Terms.strings(List.of("a", "b")));
  }

  @Test
  void setsPrintInTheOrderOfTheirElements() {
    assertEquals("{\"READ\",\"WAIT\"}", Terms.print(Terms.strings(List.of("WAIT", "READ"))));
  }

  @Test
  void aFunctionOverFirstNumbersIsATuple() {
    Value one = MODULE.evaluate("ScenesOf", Terms.string("small"));
    assertEquals(one, Terms.tuple(Terms.elements(one)));
  }

  @Test
  void recordsPrintTheirFieldsByName() {
    Value record = Terms.record(Map.of("z", Terms.number(1), "a", Terms.truth(true)));
    assertEquals("[a:TRUE,z:1]", Terms.print(record));
  }

  @Test
  void theSyntaxOfATermIsOneThatTlcReads() {
    Value record = Terms.record(Map.of("C-a", Terms.tuple(List.of(Terms.string("x")))));
    Value function = Terms.function(List.of(Terms.number(2)), List.of(record));
    assertEquals(
        "[a |-> {1, 2}, f |-> (2 :> (\"C-a\" :> <<\"x\">>))]",
        Syntax.of(
            Terms.record(
                Map.of("f", function, "a", Terms.set(List.of(Terms.number(2), Terms.number(1)))))));
  }

  @Test
  void rebuildReplacesLeavesOnly() {
    Value before = Terms.record(Map.of("T1", Terms.string("T1")));
    Value after = Terms.rebuild(before, leaf -> Terms.string("T2"));
    assertEquals(Terms.record(Map.of("T1", Terms.string("T2"))), after);
    assertNotEquals(before, after);
  }

  @Test
  void anUnknownOperatorIsNamed() {
    SpecException e = assertThrows(SpecException.class, () -> MODULE.evaluate("Stpes"));
    assertTrue(e.getMessage().contains("Stpes"), e::getMessage);
  }

  @Test
  void aWrongNumberOfArgumentsIsRefused() {
    assertThrows(SpecException.class, () -> MODULE.evaluate("Collect", Terms.number(1)));
  }

  @Test
  void loadingTwiceGivesEqualTerms() {
    assertEquals(
        Terms.print(MODULE.evaluate("Variants")),
        Terms.print(SpecModule.load("Evaluation").evaluate("Variants")));
  }

  @Test
  void everyImplementationCanBeResolved() {
    Variants variants = new Variants(MODULE);
    Set<String> known = variants.implementations();
    assertTrue(known.containsAll(Set.of("reference", "zircon-2018")), known::toString);
    assertTrue(!known.contains("doc"), known::toString);
    for (String name : known) {
      assertTrue(variants.resolved(name).isResolved(), name);
    }
  }
}
