package bindcheck.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.spec.ModuleText;
import bindcheck.spec.SpecModule;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The reference implementation says beside each method which requirements it meets, and all. */
@Timeout(120)
class ReferenceCitesTest {
  /** The class whose public methods are the calls. */
  private static final String CALLS = "Kernel";

  /** The classes whose methods take effect under a lock. */
  private static final Set<String> MONITORS = Set.of("HandleTable", "Interrupt", "Port");

  private static List<Statement> statements;
  private static ChoiceTable choices;
  private static List<CitingMethod> methods;
  private static String sources;

  @BeforeAll
  static void read() {
    SpecModule module = SpecModule.load("Evaluation");
    statements = Statement.all(module);
    choices = new ChoiceTable(module);
    methods = CitingMethod.all();
    sources =
        Checkout.referenceFiles().stream().map(Checkout::read).collect(Collectors.joining("\n"));
  }

  @Test
  void whatIsCitedExists() {
    Set<String> cited = ModuleText.idsIn(sources);
    statements.forEach(statement -> cited.remove(statement.id()));
    assertEquals(Set.of(), cited);
  }

  @Test
  void everyCallCitesTheRequirementsOfItsDocument() {
    Map<String, Set<String>> missing = new LinkedHashMap<>();
    for (Statement statement : statements) {
      if (!statement.isOfSource()) {
        missing.computeIfAbsent(statement.document(), d -> new TreeSet<>()).add(statement.id());
      }
    }
    missing.forEach((document, ids) -> ids.removeAll(citedByCall(document)));
    missing.values().removeIf(Set::isEmpty);
    assertEquals(Map.of(), missing);
  }

  /** Those of the source document as well: what it says of packets is met by several calls. */
  @Test
  void everyRequirementIsCitedByACall() {
    Set<String> missing = new TreeSet<>();
    statements.forEach(statement -> missing.add(statement.id()));
    methods.stream().filter(ReferenceCitesTest::isCall).forEach(m -> missing.removeAll(m.cited()));
    assertEquals(Set.of(), missing);
  }

  @Test
  void everyMethodUnderALockCitesSomething() {
    List<CitingMethod> locked =
        methods.stream()
            .filter(method -> MONITORS.contains(method.type()))
            .filter(method -> method.modifiers().contains(Modifier.SYNCHRONIZED))
            .toList();
    assertEquals(MONITORS, locked.stream().map(CitingMethod::type).collect(Collectors.toSet()));
    locked.forEach(method -> assertTrue(method.citesAnything(), method::toString));
  }

  /** Where the code takes an alternative it says so: as the variant {@code reference} has it. */
  @Test
  void theChoicesAreThoseOfTheReference() {
    Set<String> cited =
        ModuleText.CHOICE
            .matcher(sources)
            .results()
            .map(MatchResult::group)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(choices.taken("reference"), cited);
  }

  private static Set<String> citedByCall(String document) {
    Set<String> cited = new LinkedHashSet<>();
    methods.stream()
        .filter(method -> isCall(method) && inScript(method.name()).equals(document))
        .forEach(method -> cited.addAll(method.cited()));
    return cited;
  }

  private static boolean isCall(CitingMethod method) {
    return method.type().equals(CALLS) && method.modifiers().contains(Modifier.PUBLIC);
  }

  /** A call's name as the documents have it. */
  private static String inScript(String method) {
    return method.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
