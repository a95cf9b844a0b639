package bindcheck.conformance;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.findings.Clarity;
import bindcheck.findings.Ranking;
import bindcheck.spec.Conjuncts;
import bindcheck.spec.ModuleText;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.spec.tlc.Model;
import bindcheck.suite.Exercised;
import bindcheck.zoo.ZooRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** CONFORMANCE.md says what the specification, its models and its suites say; and all of it. */
@Timeout(600)
class ConformanceTest {
  private static final Path EXERCISED = Path.of("src/main/resources/suite").resolve(Exercised.FILE);

  private static SpecModule module;
  private static List<SceneFigures> reference;

  /** Empty where it is not made anew: the suite of a second variant takes as long again. */
  private static List<SceneFigures> kernel;

  private static List<Statement> statements;
  private static ChoiceTable choices;
  private static Clarity clarity;
  private static RequirementTable requirements;
  private static Map<String, Finding> findings;
  private static GeneratedDocument document;

  @BeforeAll
  static void gather() {
    module = SpecModule.load("Evaluation");
    reference = SceneFigures.full(module, "reference");
    kernel = Checkout.makesAll() ? SceneFigures.full(module, "zircon-2018") : List.of();
    statements = Statement.all(module);
    choices = new ChoiceTable(module);
    clarity = new Clarity(Ranking.all());
    Map<String, ModuleText> modules = ModuleText.all();
    requirements =
        new RequirementTable(
            statements,
            Conjuncts.of(modules),
            Citations.of(modules, Model.all()),
            clarity,
            reference);
    document = new GeneratedDocument(Checkout.read(Checkout.conformance()));
    findings = new HashMap<>();
    Finding.of(document).forEach(finding -> findings.put(finding.part(), finding));
  }

  @Test
  void theDocumentIsFresh() {
    String fresh = document.regenerated(ConformanceTest::make);
    if (Checkout.regenerates()) {
      Checkout.write(Checkout.conformance(), fresh);
    } else {
      assertEquals(
          "",
          document.firstDifference(fresh),
          () -> "CONFORMANCE.md is stale; run\n  " + Checkout.REGENERATE);
    }
  }

  @Test
  void whereAnIdIsExercisedIsFresh() {
    SortedMap<String, List<String>> scenes = new TreeMap<>();
    for (SceneFigures figures : reference) {
      figures
          .exercised()
          .keySet()
          .forEach(id -> scenes.computeIfAbsent(id, i -> new ArrayList<>()).add(figures.scene()));
    }
    String fresh =
        scenes.entrySet().stream()
            .map(of -> of.getKey() + "\t" + String.join(" ", of.getValue()) + "\n")
            .collect(Collectors.joining());
    if (Checkout.regenerates()) {
      Checkout.write(EXERCISED, fresh);
    } else {
      assertEquals(Checkout.read(EXERCISED), fresh, () -> "stale; run\n  " + Checkout.REGENERATE);
    }
  }

  private static String make(String part) {
    return switch (part) {
      case "sentences" -> Sentence.table(clarity);
      case "in short" -> InShort.of(module, statements, clarity);
      case "source" -> requirements.ofSource();
      case "siblings" -> requirements.ofSiblings();
      case "choices" -> choices.toString();
      case "rights" -> RightsTable.of(module);
      case "suite reference" -> SuiteTable.of(reference);
      case "suite zircon-2018" -> kernel.isEmpty() ? document.part(part) : SuiteTable.of(kernel);
      case "findings" -> FindingTable.of(module);
      case "models" -> ModelTable.of(Model.all());
      case "litmus" -> LitmusTable.of(module);
      case "interleavings" -> InterleavingsTable.table();
      case "zoo" -> ZooTable.sums(ZooRow.kept());
      case "zoo by hand" -> ZooTable.byHand(ZooRow.kept());
      case "zoo by program" -> ZooTable.byProgram(ZooRow.kept());
      default -> makeFinding(part);
    };
  }

  private static String makeFinding(String part) {
    Finding finding = findings.get(part);
    if (finding == null) {
      throw new IllegalStateException("nothing is known of the generated part '" + part + "'");
    }
    MarkdownTable table = new MarkdownTable("allowed by", "observed at the end");
    for (String variant : List.of("doc", finding.variant())) {
      seen(finding, variant).forEach(seen -> table.row("`" + variant + "`", "`" + seen + "`"));
    }
    return table.toString();
  }

  private static SortedSet<String> seen(Finding finding, String variant) {
    return Outlook.of(finding, new Semantics(module, variant));
  }

  @Test
  void everyPartIsThere() {
    Set<String> parts = new TreeSet<>(findings.keySet());
    parts.addAll(List.of("in short", "sentences", "source", "siblings", "choices", "rights"));
    parts.addAll(List.of("findings", "models", "litmus", "interleavings"));
    parts.addAll(List.of("zoo", "zoo by hand", "zoo by program"));
    parts.addAll(List.of("suite reference", "suite zircon-2018"));
    assertEquals(parts, new TreeSet<>(document.parts()));
  }

  @Test
  void everyRequirementHasItsEvidence() {
    assertAll(
        () -> assertEquals(List.of(), requirements.withoutConjunct(), "no conjunct"),
        () -> assertEquals(List.of(), requirements.withoutProperty(), "no property of a model"),
        () -> assertEquals(List.of(), requirements.withoutStep(), "no step of the full suite"));
  }

  @Test
  void everyStepRestsOnWhatIsKnown() {
    Set<String> known = choices.tags();
    statements.forEach(statement -> known.add(statement.id()));
    for (SceneFigures scene : concat(reference, kernel)) {
      assertEquals(
          Set.of(), minus(scene.cited(), known), scene.variant() + ", scene " + scene.scene());
    }
  }

  @Test
  void whatIsCitedExists() {
    Set<String> known = new TreeSet<>(choices.ids());
    statements.forEach(statement -> known.add(statement.id()));
    List<Path> files =
        concat(
            concat(Checkout.specFiles(".tla"), Checkout.specFiles(".cfg")),
            List.of(Checkout.conformance()));
    for (Path file : files) {
      String text = Checkout.read(file);
      Set<String> cited = ModuleText.idsIn(text);
      cited.addAll(choicesIn(text));
      assertEquals(Set.of(), minus(cited, known), () -> "cited in " + file);
    }
  }

  @Test
  void everyChoiceIsDiscussed() {
    assertEquals(choices.ids(), choicesIn(document.prose()));
  }

  private static Set<String> choicesIn(String text) {
    return ModuleText.CHOICE
        .matcher(text)
        .results()
        .map(choice -> choice.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyFindingIsShown() {
    assertEquals(
        choices.findings(),
        findings.values().stream()
            .map(Finding::choice)
            .collect(Collectors.toCollection(TreeSet::new)));
    for (Finding finding : findings.values()) {
      SortedSet<String> kernelDoes = seen(finding, finding.variant());
      assertFalse(seen(finding, "doc").containsAll(kernelDoes), finding::part);
    }
  }

  @Test
  void everySuiteIsAsShortAsItsBound() {
    for (SceneFigures scene : concat(reference, kernel)) {
      assertEquals(scene.lowerBound(), scene.steps(), scene.scene());
    }
    assertTrue(reference.stream().mapToInt(SceneFigures::edges).sum() >= 150_000);
  }

  private static <T> List<T> concat(List<T> a, List<T> b) {
    return Stream.concat(a.stream(), b.stream()).toList();
  }

  private static Set<String> minus(Set<String> all, Set<String> some) {
    Set<String> rest = new TreeSet<>(all);
    rest.removeAll(some);
    return rest;
  }
}
