package bindcheck.proofs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page that says what is proved names each property, and none that there is not. */
class ProofsPageTest extends AskingSolver {
  private static final Path PAGE = Path.of("..", "model", "docs", "proofs.md");
  private static final Pattern PROPERTY =
      Pattern.compile("`((?:Inv|Count|Step|Collect|Live)[A-Z]\\w*)`");

  private static Obligations obligations;
  private static Liveness liveness;
  private static String page;

  @BeforeAll
  static void read() throws IOException {
    obligations = new Obligations(Specification.read(Map.of()));
    liveness = new Liveness(Specification.read(Map.of()), solver);
    page = Files.readString(PAGE);
  }

  @Test
  void namesWhatIsProved() {
    Set<String> proved = new TreeSet<>(obligations.properties());
    proved.addAll(liveness.premises());
    assertEquals(
        proved,
        PROPERTY
            .matcher(page)
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void saysHowManyObligationsThereAre() {
    String numbers = page.replaceAll("(?<=\\d) (?=\\d)", "");
    int left = obligations.vacuous().values().stream().mapToInt(Integer::intValue).sum();
    String said = "found for %d of them. The other %d hold".formatted(obligations.number(), left);
    assertTrue(numbers.contains(said), said);
    obligations
        .vacuous()
        .forEach(
            (why, number) -> assertTrue(numbers.contains("| " + number + " |"), why::toString));
  }
}
