package bindcheck.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import bindcheck.file.InputException;
import bindcheck.findings.Allowance;
import bindcheck.findings.Demonstration;
import bindcheck.findings.Finding;
import bindcheck.findings.Mentions;
import bindcheck.findings.Observed;
import bindcheck.findings.Reading;
import bindcheck.litmus.Catalogue;
import bindcheck.spec.Glossary;
import bindcheck.spec.SpecModule;
import bindcheck.spec.Variants;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** The findings of spec/findings say what the specification allows, and rest on what there is. */
@Timeout(300)
class FindingFilesTest {
  private static final Pattern CITED =
      Pattern.compile("\\(([a-z_]+(?:, [^();]+)?(?:; [a-z_]+(?:, [^();]+)?)*)\\)");
  private static final Pattern SENTENCE = Pattern.compile(", sentence \\d");

  private static Glossary glossary;
  private static Allowance allowance;
  private static List<Path> files;
  private static List<Finding> findings;

  @BeforeAll
  static void read() {
    SpecModule module = SpecModule.load("Evaluation");
    glossary = new Glossary(module);
    allowance = new Allowance(module);
    files = Checkout.findings();
    findings = files.stream().map(file -> Finding.read(file, Catalogue.all())).toList();
  }

  @TestFactory
  Stream<DynamicTest> eachSaysWhatIsObserved() {
    return saysWhatIsObserved(false);
  }

  @Tag("long")
  @TestFactory
  Stream<DynamicTest> eachLongOneDoes() {
    return saysWhatIsObserved(true);
  }

  private static Stream<DynamicTest> saysWhatIsObserved(boolean isLong) {
    return IntStream.range(0, files.size())
        .filter(i -> findings.get(i).demonstration().isLong() == isLong)
        .mapToObj(
            i ->
                dynamicTest(
                    findings.get(i).id(), () -> saysWhatIsObserved(files.get(i), findings.get(i))));
  }

  private static void saysWhatIsObserved(Path file, Finding finding) {
    String observed =
        allowance.of(finding).stream().map(one -> one + "\n").collect(Collectors.joining());
    GeneratedDocument document = new GeneratedDocument(Checkout.read(file));
    String fresh = document.regenerated(part -> observed);
    if (Checkout.regenerates()) {
      Checkout.write(file, fresh);
    } else {
      assertEquals(
          "",
          document.firstDifference(fresh),
          () -> file + " is stale; run\n  " + Checkout.REGENERATE);
    }
  }

  @Test
  void theNumbersHaveNoGap() {
    assertEquals(
        IntStream.rangeClosed(1, files.size()).mapToObj("F-%02d.md"::formatted).toList(),
        files.stream().map(file -> file.getFileName().toString()).toList());
    assertEquals(
        IntStream.rangeClosed(1, files.size()).boxed().toList(),
        findings.stream().map(Finding::number).toList());
    assertTrue(files.size() >= 30);
  }

  @Test
  void whatIsNamedExists() {
    Mentions mentions = new Mentions(SpecModule.load("Evaluation"));
    for (Finding finding : findings) {
      assertEquals(Optional.empty(), mentions.unknown(finding), finding::id);
    }
  }

  @Test
  void whatTheDocumentSaysIsCited() {
    Set<String> places =
        glossary.requirements().stream().map(glossary::from).collect(Collectors.toSet());
    for (Finding finding : findings) {
      List<String> cited =
          CITED
              .matcher(finding.document())
              .results()
              .flatMap(found -> List.of(found.group(1).split("; ", -1)).stream())
              .map(place -> SENTENCE.matcher(place).replaceFirst(""))
              .toList();
      assertTrue(!cited.isEmpty(), finding::id);
      assertEquals(Set.of(), minus(cited, places), finding::id);
    }
  }

  /** How many of the readings that the specification knows are told apart. */
  private static int toldApart(Finding finding, List<Observed> observed) {
    Set<List<Observed>> views = new HashSet<>();
    for (String reading : known(finding)) {
      views.add(observed.stream().filter(one -> one.by().contains(reading)).toList());
    }
    return views.size();
  }

  private static List<String> known(Finding finding) {
    return finding.readings().stream()
        .filter(reading -> reading.variant(Variants.REFERENCE).isPresent())
        .map(Reading::name)
        .toList();
  }

  @Test
  void theReadingsAreSeparated() {
    for (Finding finding : findings) {
      assertEquals(known(finding).size(), toldApart(finding, finding.observed()), finding::id);
    }
  }

  @TestFactory
  Stream<DynamicTest> noLineOfAScriptIsThereInVain() {
    return findings.stream()
        .filter(finding -> finding.demonstration() instanceof Demonstration.Calls)
        .filter(finding -> !finding.demonstration().isLong() && known(finding).size() > 1)
        .map(finding -> dynamicTest(finding.id(), () -> assertEveryLineIsNeeded(finding)));
  }

  private static void assertEveryLineIsNeeded(Finding finding) {
    String text = Checkout.read(files.get(finding.number() - 1));
    int all = known(finding).size();
    boolean isAtTheEnd = toldApart(finding, atTheEnd(finding.observed())) == all;
    List<String> lines = ((Demonstration.Calls) finding.demonstration()).written().lines().toList();
    // The last line is what the finding is about.
    for (String line : lines.subList(0, lines.size() - 1)) {
      String shorter = text.replaceFirst("(?m)^" + Pattern.quote(line) + "\n", "");
      assertTrue(isNotSaid(shorter, all, isAtTheEnd), () -> finding + " can do without " + line);
    }
  }

  /** Whether a text no longer tells so many readings apart; by its last line, if one did. */
  private static boolean isNotSaid(String text, int all, boolean isAtTheEnd) {
    try {
      Finding shorter = Finding.parse("shorter", text, List.of());
      List<Observed> observed = allowance.of(shorter);
      return toldApart(shorter, isAtTheEnd ? atTheEnd(observed) : observed) < all;
    } catch (InputException cannotBeMade) {
      return true;
    }
  }

  private static List<Observed> atTheEnd(List<Observed> observed) {
    int last = observed.get(observed.size() - 1).line();
    return observed.stream().filter(one -> one.line() == last).toList();
  }

  @Test
  void everyChoiceIsAboutSomeFinding() {
    Set<String> chosen = new TreeSet<>();
    findings.forEach(finding -> chosen.addAll(finding.choices()));
    assertEquals(new TreeSet<>(glossary.choices()), chosen);
  }

  private static Set<String> minus(List<String> all, Set<String> some) {
    List<String> rest = new ArrayList<>(all);
    rest.removeAll(some);
    return new TreeSet<>(rest);
  }
}
