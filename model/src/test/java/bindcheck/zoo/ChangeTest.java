package bindcheck.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Changes are read and made, or refused with a reason. */
@Timeout(60)
class ChangeTest {
  private static final String TEXT =
      """
      one
      two
      three
      two again
      """;

  private static Change change(String diff) {
    return new ChangeReader("test").read(diff.lines().toList());
  }

  @Test
  void placesOfSeveralFilesAreChanged() {
    Change change =
        change(
            """
            Why this is wrong.

            scene: pairs

            --- A
            -one
            +1
            @@
             three
            +3
            --- B
            -two
            """);
    assertEquals("Why this is wrong.", change.prose());
    assertEquals(Optional.of("pairs"), change.note("scene"));
    assertEquals("1\ntwo\nthree\n3\ntwo again\n", change.in("A", TEXT));
    assertEquals("one\nthree\ntwo again\n", change.in("B", TEXT));
    assertEquals(TEXT, change.in("C", TEXT));
  }

  @Test
  void aPlaceThatIsGoneIsStale() {
    Change change = change("--- A\n-four");
    String message =
        assertThrows(IllegalStateException.class, () -> change.in("A", TEXT)).getMessage();
    assertTrue(message.startsWith("stale: A "), message);
  }

  @Test
  void aPlaceThatIsThereTwiceIsAmbiguous() {
    Change change = change("--- A\n-one\n+1");
    String message =
        assertThrows(IllegalStateException.class, () -> change.in("A", TEXT + TEXT)).getMessage();
    assertTrue(message.startsWith("ambiguous: A "), message);
  }

  @Test
  void aFileThatDoesNotExistIsStale() {
    Change change = change("--- NoSuchFile.java\n-one");
    assertThrows(IllegalStateException.class, () -> new ChangedReference(change));
  }

  @Test
  void aChangeThatDoesNotCompileIsReported() {
    Change change = change("--- Event.java\n package bindcheck.impl;\n+nonsense");
    assertThrows(IllegalStateException.class, () -> new ChangedReference(change));
  }

  @Test
  void whatIsNoDiffIsRefused() {
    for (String diff : List.of("", "only prose", "--- A", "--- A\n+added nowhere", "--- A\nline")) {
      assertThrows(IllegalArgumentException.class, () -> change(diff), diff);
    }
  }
}
