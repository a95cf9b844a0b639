package bindcheck.proofs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page that says what is proved names each property, and none that there is not. */
class ProofsPageTest extends AskingSolver {
  private static final Path PAGE = Path.of("..", "model", "docs", "proofs.md");
  private static final Pattern PROPERTY =
      Pattern.compile("`((?:Inv|Count|Step|Collect)[A-Z]\\w*)`");

  @Test
  void namesWhatIsProved() throws IOException {
    Obligations obligations = new Obligations(Specification.read(Map.of()));
    assertEquals(
        new TreeSet<>(obligations.properties()),
        PROPERTY
            .matcher(Files.readString(PAGE))
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new)));
  }
}
