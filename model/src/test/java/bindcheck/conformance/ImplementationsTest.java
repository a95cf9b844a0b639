package bindcheck.conformance;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What proofs/IMPLEMENTATIONS.md says that a kernel answered is not what the document allows. */
class ImplementationsTest {
  private static final Pattern ANSWERED =
      Pattern.compile("```\\n([^`]*)```\\n+It answered `([^`]*)`; (.*)");

  static Stream<Answer> answers() {
    String page = Checkout.read(Path.of("../proofs/IMPLEMENTATIONS.md"));
    return ANSWERED.matcher(page).results().map(Answer::new);
  }

  record Answer(String script, String observed, String broken) {
    Answer(MatchResult found) {
      this(found.group(1), found.group(2), found.group(3));
    }

    @Override
    public String toString() {
      return broken;
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("answers")
  void theDocumentDoesNotAllowIt(Answer answer) {
    Semantics doc = new Semantics(SpecModule.load("Evaluation"), "doc");
    SortedSet<String> allowed = Outlook.of(new Finding("", "", answer.script()), doc);
    assertFalse(allowed.isEmpty(), answer.script());
    assertFalse(allowed.contains(answer.observed()), () -> "allowed: " + allowed);
    assertTrue(
        allowed.stream().anyMatch(one -> one.contains("main: ")), () -> "not as seen: " + allowed);
  }
}
