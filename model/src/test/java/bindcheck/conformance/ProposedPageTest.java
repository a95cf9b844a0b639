package bindcheck.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.spec.Glossary;
import bindcheck.spec.SpecModule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The page as it could read says nothing that is no requirement and no choice, and all of bind's.
 */
@Timeout(60)
class ProposedPageTest {
  private static final Pattern SENTENCE = Pattern.compile("\\S.*[.]((?: `[RC]-[a-z-]+`)+)");
  private static final Pattern ID = Pattern.compile("`([RC]-[a-z-]+)`");
  private static final Glossary GLOSSARY = new Glossary(SpecModule.load("Evaluation"));

  /** Sentences stand on lines of their own, below the first section. */
  private static List<String> sentences() {
    String page = Checkout.read(Checkout.spec("findings/zx_interrupt_bind.md"));
    return page.substring(page.indexOf("## "))
        .replaceAll("(?s)```.*?```", "")
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .toList();
  }

  private static Set<String> idsIn(String sentence) {
    Set<String> ids = new TreeSet<>();
    ID.matcher(sentence).results().map((MatchResult id) -> id.group(1)).forEach(ids::add);
    return ids;
  }

  @Test
  void eachSentenceHasAnIdThatExists() {
    assertTrue(sentences().size() > 30);
    for (String sentence : sentences()) {
      assertTrue(SENTENCE.matcher(sentence).matches(), sentence);
      idsIn(sentence).forEach(id -> assertTrue(GLOSSARY.isKnown(id), () -> id + ": " + sentence));
    }
  }

  @Test
  void whateverTheDocumentRequiresIsInIt() {
    Set<String> ofBind = new TreeSet<>(GLOSSARY.requirements());
    ofBind.removeIf(id -> !GLOSSARY.from(id).startsWith("bind,"));
    sentences().forEach(sentence -> ofBind.removeAll(idsIn(sentence)));
    assertEquals(Set.of(), ofBind);
  }
}
