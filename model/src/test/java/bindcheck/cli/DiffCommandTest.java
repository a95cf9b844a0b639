package bindcheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What diff prints is kept; {@code -Dbindcheck.regenerate=true} writes it anew. */
@Timeout(300)
class DiffCommandTest {
  private static final Path FOLDER = Path.of("src/test/resources/bindcheck/diff");

  @ParameterizedTest
  @CsvSource({"doc, zircon-2018", "zircon-2018, zircon-2020", "zircon-2020, zircon-2021"})
  void printsTheShortestScriptOfEachChoice(String one, String other) throws IOException {
    Run run = Run.of("diff", one, other);
    assertEquals(0, run.code(), run::err);
    Path kept = FOLDER.resolve(one + "-" + other + ".txt");
    if (Boolean.getBoolean("bindcheck.regenerate")) {
      Files.writeString(kept, run.out());
    }
    assertEquals(Files.readString(kept), run.out());
  }

  @Test
  @Tag("long") // half a minute
  void printsThoseOfTheLatestKernelAsWell() throws IOException {
    printsTheShortestScriptOfEachChoice("zircon-2021", "zircon-2025");
  }

  @Test
  void twoEqualVariantsDifferInNoChoice() {
    assertEquals("0 choices\n", Run.of("diff", "reference", "reference").out());
  }

  @Test
  void anUnknownVariantIsRefusedInOneLine() {
    Run run = Run.of("diff", "doc", "zircon-1999");
    assertEquals(2, run.code());
    assertTrue(run.err().startsWith("bindcheck: expected a variant out of doc,"), run::err);
    assertEquals(1, run.err().lines().count());
  }
}
