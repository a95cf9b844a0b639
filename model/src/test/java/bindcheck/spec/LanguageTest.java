package bindcheck.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.spec.tlc.OtherMachine;
import bindcheck.tla.ModuleFile;
import bindcheck.tla.ParsedModule;
import bindcheck.tla.Program;
import bindcheck.tla.Terms;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expressions of TLA+, whatever they are of: each is TRUE here, and by TLC. */
class LanguageTest {
  private static final String DEFINITIONS =
      """
      EXTENDS Integers, Sequences, FiniteSets, TLC
      RECURSIVE Sum(_)
      Sum(s) == IF s = <<>> THEN 0 ELSE Head(s) + Sum(Tail(s))
      Twice(F(_), x) == F(F(x))
      Add(a, b) == a + b
      First(a, b) == a
      """;

  /** Each has its own line. */
  static List<String> expressions() {
    return """
        1 + 2 * 3 - 4 = 3 /\\ (-7) \\div 2 = -4 /\\ (-7) % 2 = 1
        {1, 2, 2} = {2, 1} /\\ Cardinality({3, 3}) = 1
        {} = {x \\in {1} : x > 1} /\\ {} # {{}}
        <<1, 2>> = [n \\in 1 .. 2 |-> n] /\\ <<>> = [n \\in {} |-> n]
        [a |-> 1, b |-> 2] = ("b" :> 2 @@ "a" :> 1)
        (1 :> "x" @@ 2 :> "y") = <<"x", "y">>
        (1 :> "x" @@ 1 :> "y")[1] = "x"
        DOMAIN [a |-> 1] = {"a"} /\\ DOMAIN <<5, 6>> = 1 .. 2
        [[a |-> 1] EXCEPT !.a = @ + 1].a = 2
        [<<<<1>>, 2>> EXCEPT ![1][1] = 5, ![2] = @ + 1] = <<<<5>>, 3>>
        [[a |-> [b |-> 1]] EXCEPT !.a = [@ EXCEPT !.b = @ + 1]].a.b = 2
        [[a |-> 1, b |-> 2] EXCEPT !.a = 5, !.b = @ + 1] = [a |-> 5, b |-> 3]
        (0 :> "zero")[0] = "zero"
        UNION {{1}, {2}, {}} = 1 .. 2 /\\ SUBSET {1} = {{}, {1}}
        {1, 2} \\ {1} = {2} /\\ {1} \\cup {2} = 1 .. 2 /\\ {1, 2} \\cap {2, 3} = {2}
        {1} \\subseteq {1, 2} /\\ ~({3} \\subseteq {1})
        {<<x, y>> : x \\in {1, 2}, y \\in {3}} = {<<1, 3>>, <<2, 3>>}
        \\A x \\in {1, 2}, y \\in {3} : x < y
        \\E x \\in {1, 2} : \\E y \\in {2} : x = y
        ~\\E x \\in {} : TRUE
        (\\A x \\in {} : FALSE) /\\ (CHOOSE x \\in {4} : TRUE) = 4
        (CHOOSE x \\in {1, 2, 3} : x > 2) = 3
        LET x == 1 f(y) == x + y IN f(2) = 3
        LET r == CHOOSE r \\in {7} : TRUE IN r = 7
        LET unused == [a |-> 1].b IN TRUE
        First(1, [a |-> 1].b) = 1
        {LET z == x * 2 IN z : x \\in {1, 2}} = {2, 4}
        {LET f(y) == y + x IN f(1) : x \\in {1, 2}} = {2, 3}
        Sum(<<1, 2, 3>>) = 6
        Twice(LAMBDA x : x + 1, 0) = 2
        LET g(F(_, _)) == F(1, 2) IN g(Add) = 3 /\\ g(First) = 1
        LET g(F(_, _)) == F({1}, {2}) IN g(\\union) = {1, 2}
        SelectSeq(<<1, 2, 3>>, LAMBDA x : x # 2) = <<1, 3>>
        LET Big(x) == x > 1 IN SelectSeq(<<1, 2, 3>>, Big) = <<2, 3>>
        <<1>> \\o <<2>> = <<1, 2>> /\\ Append(<<>>, 1) = <<1>> /\\ Len(<<1, 1>>) = 2
        Head(<<1, 2>>) = 1 /\\ Tail(<<1, 2>>) = <<2>>
        (IF 1 = 2 THEN [a |-> 1].b ELSE "no") = "no"
        (CASE 1 = 2 -> "a" [] 2 = 2 -> "b") = "b"
        (CASE 1 = 2 -> "a" [] OTHER -> "c") = "c"
        (FALSE => [a |-> 1].b = 1) /\\ (TRUE \\/ [a |-> 1].b = 1)
        ~(FALSE /\\ [a |-> 1].b = 1) /\\ (TRUE <=> TRUE)
        "a" \\in {"b", "a"} /\\ "c" \\notin {"b", "a"} /\\ TRUE \\in BOOLEAN
        3 .. 2 = {} /\\ 2 \\in 1 .. 3 /\\ 2 <= 2 /\\ 2 >= 2
        {{1, 2}, {2, 1}} = {{1, 2}} /\\ {[a |-> 1], [a |-> 1]} = {[a |-> 1]}
        [x \\in {2, 3} |-> x * x][3] = 9 /\\ [x \\in {"k"} |-> 1].k = 1
        """
        .lines()
        .toList();
  }

  private static String module(List<String> expressions) {
    return "---- MODULE Language ----\n"
        + DEFINITIONS
        + expressions.stream().map(e -> "ASSUME " + e + "\n").collect(Collectors.joining())
        + "====\n";
  }

  private static Map<String, String> files(String... expressions) {
    return Map.of("Language.tla", module(List.of(expressions)), "Language.cfg", "");
  }

  @ParameterizedTest
  @MethodSource("expressions")
  void isTrueHere(String expression) {
    assertTrue(SpecModule.load("Language", files(expression)).assumptionsHold());
  }

  /** How many of them are true by TLC, of which there is one a Java machine. */
  static long heldByTlc() {
    return new TlcEvaluator("Language", files(expressions().toArray(String[]::new)))
        .assumptionsThatHold();
  }

  @Test
  void allAreTrueByTlc() {
    assertEquals(
        expressions().size() + " hold",
        OtherMachine.outputOf(EvaluatorComparison.class, List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 = 2",
        "[a |-> 1].b = 1",
        "(1 :> 2)[2] = 2",
        "[[a |-> 1] EXCEPT !.b = 2] = 1",
        "Head(<<>>) = 1",
        "(CASE 1 = 2 -> TRUE)",
        "(CHOOSE x \\in {} : TRUE) = 1",
        "2147483647 + 1 > 0",
        "1 \\in 2",
        "IF 1 THEN TRUE ELSE TRUE"
      })
  void whatIsNotTrueOrHasNoValueDoesNotHold(String expression) {
    assertFalse(SpecModule.load("Language", files(expression)).assumptionsHold());
  }

  @Test
  void whatSpeaksOfStatesIsLeftOut() {
    String text =
        module(List.of())
            .replace(
                "====", "VARIABLE v\nInit == v = 1\nNext == v' = v\nUses == Next\nOwn == 1\n====");
    SpecModule read =
        SpecModule.load(
            "Language", Map.of("Language.tla", text, "Language.cfg", "INIT Init NEXT Next"));
    assertEquals(Terms.number(1), read.evaluate("Own"));
    assertThrows(SpecException.class, () -> read.evaluate("Next"));
    assertThrows(SpecException.class, () -> read.evaluate("Uses"));
  }

  @Test
  void whatIsWrittenDownIsReadAgain() throws IOException {
    SpecModule module = SpecModule.load("Language", files(expressions().toArray(String[]::new)));
    byte[] once = written(module.parsed());
    ParsedModule again = ModuleFile.read(new DataInputStream(new ByteArrayInputStream(once)));
    assertEquals(module.parsed(), again);
    assertEquals(
        List.of(once.length, true),
        List.of(written(again).length, new Program(again).assumptionsHold()));
  }

  private static byte[] written(ParsedModule module) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ModuleFile.write(module, new DataOutputStream(bytes));
    return bytes.toByteArray();
  }
}
