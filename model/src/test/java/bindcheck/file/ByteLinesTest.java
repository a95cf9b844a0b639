package bindcheck.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines are told apart wherever they lie in what is read at once. */
class ByteLinesTest {
  private static final int MANY = 200_000;

  private static InputStream text(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static List<String> lines(InputStream in) throws IOException, Malformed {
    List<String> all = new ArrayList<>();
    try (ByteLines lines = new ByteLines(in, MANY)) {
      while (lines.next()) {
        int length = lines.to() - lines.from();
        all.add(new String(lines.buffer(), lines.from(), length, StandardCharsets.US_ASCII));
      }
      assertFalse(lines.next());
    }
    return all;
  }

  @Test
  void theLastLineNeedsNoEnd() throws IOException, Malformed {
    assertEquals(List.of("a", "", "b"), lines(text("a\n\nb")));
    assertEquals(List.of("a", "", "b"), lines(text("a\n\nb\n")));
    assertEquals(List.of(), lines(text("")));
    assertEquals(List.of(""), lines(text("\n")));
  }

  @Test
  void aLineMayBeLongerThanWhatIsReadAtOnce() throws IOException, Malformed {
    List<String> expected = List.of("x".repeat(MANY), "y", "z".repeat(MANY - 1));
    assertEquals(expected, lines(text(String.join("\n", expected))));
  }

  @Test
  void linesMayComeByteByByte() throws IOException, Malformed {
    InputStream slow =
        new InputStream() {
          private final InputStream all = text("ab\nc\n");

          @Override
          public int read() throws IOException {
            return all.read();
          }

          @Override
          public int read(byte[] bytes, int from, int length) throws IOException {
            return all.read(bytes, from, Math.min(1, length));
          }
        };
    assertEquals(List.of("ab", "c"), lines(slow));
  }

  @Test
  void aLineThatIsTooLongIsReadNoFurther() throws IOException {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'x';
          }
        };
    try (ByteLines lines = new ByteLines(endless, MANY)) {
      Malformed tooLong = assertThrows(Malformed.class, lines::next);
      assertTrue(tooLong.getMessage().contains("at most " + MANY), tooLong.getMessage());
    }
  }
}
