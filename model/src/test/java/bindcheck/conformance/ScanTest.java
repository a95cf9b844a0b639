package bindcheck.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bindcheck.spec.Conjuncts;
import bindcheck.spec.ModuleText;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is read out of modules and documents. */
class ScanTest {
  private static final String PROPERTIES =
      """
      (* about R-one-thing: not said of a definition *)
      EXTENDS Machine

      (* R-two R-three-x *)
      (* and more *)
      Holds(f(_), x) == TRUE

      LOCAL Plain == FALSE
      \\* R-four
      Last ==
        (* R-five, inside *) TRUE
      """;

  private static ModuleText module(String name, String text) {
    return new ModuleText(name, text.lines().toList());
  }

  @Test
  void aCommentBelongsToTheDefinitionBelowIt() {
    List<ModuleText.Definition> definitions = module("M", PROPERTIES).definitions();
    assertEquals(
        List.of("Holds", "Plain", "Last"),
        definitions.stream().map(ModuleText.Definition::name).toList());
    assertEquals(
        List.of(Set.of("R-two", "R-three-x"), Set.of(), Set.of("R-four")),
        definitions.stream().map(d -> ModuleText.idsIn(d.comment())).toList());
  }

  @Test
  void anIdIsCitedByTheOperatorAroundIt() {
    ModuleText steps =
        module(
            "Steps",
            """
            EXTENDS Handles
            LOCAL A(v) ==
              {"R-one-thing"} (* R-two *)
            B == Tag("R-one-thing")
            """);
    ModuleText handles =
        module(
            "Handles",
            """
            Lookups == <<Lookup("inth", "interrupt", {"READ"}, "ack"), Lookup("p", "port", {}, "port-wait")>>
            Found == {"R-" \\o lookup.name \\o "-bad-handle"}
            """);
    ModuleText aside = module("Aside", "C == \"R-one-thing\"\n");
    Conjuncts conjuncts = Conjuncts.of(Map.of("Steps", steps, "Handles", handles, "Aside", aside));
    assertEquals(Set.of("Steps!A", "Steps!B"), conjuncts.citing("R-one-thing"));
    assertEquals(Set.of(), conjuncts.citing("R-two"));
    assertEquals(Set.of("Handles!Found"), conjuncts.citing("R-ack-bad-handle"));
    assertEquals(Set.of("Handles!Found"), conjuncts.citing("R-port-wait-bad-handle"));
  }

  @Test
  void onlyGeneratedPartsAreMadeAnew() {
    GeneratedDocument document =
        new GeneratedDocument("a\n<!-- generated:x y -->\nold\n<!-- end -->\nb\n");
    assertEquals(List.of("x y"), document.parts());
    assertEquals(
        "a\n<!-- generated:x y -->\n$1\n<!-- end -->\nb\n", document.regenerated(part -> "$1\n"));
    assertEquals("a\n<!-- generated:x y -->\n<!-- end -->\nb\n", document.prose());
    assertEquals("line 3: old", document.firstDifference(document.prose()));
    assertEquals("", document.firstDifference(document.text()));
  }

  @Test
  void theCallsBelowTheCommentAreMadeTogether() {
    String script =
        """
        i = interrupt_create(INVALID, 0, VIRTUAL)
        T1: interrupt_wait(i)
        # at once
        interrupt_trigger(i, 0, 5)
        T2: interrupt_ack(i)
        """;
    assertEquals(
        List.of(1, 1, 2),
        new Finding("C-idle-ack", "doc", script).groups().stream().map(List::size).toList());
    String plain = script.replace(Finding.AT_ONCE + "\n", "");
    assertEquals(4, new Finding("C-idle-ack", "doc", plain).groups().size());
  }
}
