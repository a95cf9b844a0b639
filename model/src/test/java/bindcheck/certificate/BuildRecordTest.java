package bindcheck.certificate;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the build has seen is kept as it was seen, with the specification that it is of. */
class BuildRecordTest {
  private static final BuildRecord SEEN = BuildRecord.seen("example", Map.of("proved", "3 of 3"));

  @TempDir private Path folder;

  private Path keep(String text) throws IOException {
    return Files.writeString(folder.resolve("example.tsv"), text);
  }

  @Test
  void itIsReadAsItIsWritten() {
    assertEquals(SEEN, BuildRecord.parse("example", SEEN.text()));
  }

  @Test
  void whatIsKeptMayBeWhatIsSeen() throws IOException {
    keep(SEEN.text());
    assertDoesNotThrow(() -> SEEN.requireKept(folder));
  }

  @Test
  void whereItIsNotBothAreTold() throws IOException {
    Path file = keep(SEEN.text().replace("3 of 3", "2 of 3"));
    String told =
        assertThrows(IllegalStateException.class, () -> SEEN.requireKept(folder)).getMessage();
    assertTrue(told.startsWith(file + " has\nproved\t2 of 3\n"), told);
    assertTrue(told.contains("is to have\nproved\t3 of 3\n"), told);
  }

  @Test
  void itIsOfTheSpecificationThatItWasSeenOf() {
    assertTrue(SEEN.isFresh());
    assertFalse(
        new BuildRecord("example", new TreeMap<>(Map.of("specification", "another"))).isFresh());
  }
}
