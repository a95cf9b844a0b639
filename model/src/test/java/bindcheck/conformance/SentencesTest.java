package bindcheck.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bindcheck.spec.SpecModule;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** No sentence of the source document is passed over. */
@Timeout(60)
class SentencesTest {
  private static final String DOCUMENT = "bindcheck.document";

  private static final Map<String, Statement> STATEMENTS =
      Statement.all(SpecModule.load("Evaluation")).stream()
          .filter(Statement::isOfSource)
          .collect(Collectors.toMap(Statement::id, Function.identity()));

  @Test
  void theNumbersHaveNoGap() {
    List<Sentence> kept = Sentence.kept();
    assertEquals(
        IntStream.rangeClosed(1, kept.size()).boxed().toList(),
        kept.stream().map(Sentence::number).toList());
  }

  @Test
  void whatASentenceRequiresIsStatedOfItsPlace() {
    for (Sentence sentence : Sentence.kept()) {
      for (String id : sentence.ids()) {
        boolean isStatedThere =
            STATEMENTS.get(id) != null && STATEMENTS.get(id).place().equals(sentence.place());
        boolean isSaidAgain = Set.of("Name", "Synopsis", "Rights").contains(sentence.place());
        assertTrue(isStatedThere || isSaidAgain, () -> sentence + ": " + id);
      }
    }
  }

  @Test
  void everyRequirementIsMadeByASentence() {
    Set<String> left = new TreeSet<>(STATEMENTS.keySet());
    Sentence.kept().forEach(sentence -> left.removeAll(sentence.ids()));
    assertEquals(Set.of(), left);
  }

  @Test
  void theSentencesAreThoseOfTheDocument() {
    String file = System.getProperty(DOCUMENT, "");
    assumeTrue(
        !file.isEmpty(), () -> "skipped: -D" + DOCUMENT + " names no copy of the source document");
    assertEquals(
        Sentence.of(Checkout.read(Path.of(file))),
        Sentence.kept().stream().map(one -> one.place() + " " + one.hash()).toList());
  }
}
