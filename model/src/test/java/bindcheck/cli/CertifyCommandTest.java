package bindcheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A certificate is seen again, or it is said what differs. */
@Timeout(180)
class CertifyCommandTest {
  private static final String HEAD =
      "{\"format\": \"bindcheck-certificate\", \"version\": 1, \"program\": \"another\","
          + " \"java\": \"21\", \"claims\": [";
  private static final String MODEL =
      "{\"kind\": \"model\", \"name\": \"MCDestroyDoesNotDestroy\", \"says\":"
          + " [{\"what\": \"result\", \"seen\": \"violates DestroyDestroys\"}]}";

  @TempDir private Path folder;

  private Run verify(String content, String... more) throws IOException {
    Path file = Files.writeString(folder.resolve("certificate.json"), content);
    String[] args = new String[more.length + 3];
    args[0] = "certify";
    args[1] = "--verify";
    args[2] = file.toString();
    System.arraycopy(more, 0, args, 3, more.length);
    return Run.of(args);
  }

  @Test
  void whatIsSoStillPasses() throws IOException {
    Run run = verify(HEAD + MODEL + "]}");
    assertEquals(0, run.code(), run::err);
    assertTrue(run.out().startsWith("certificate   of another, Java 21\n"), run::out);
    assertTrue(run.out().contains("\nmodel         1 agree, "), run::out);
    assertTrue(run.out().endsWith("\nverdict       PASS\n"), run::out);
  }

  @Test
  void whatIsNotSoAnyMoreFails() throws IOException {
    Run run = verify(HEAD + MODEL.replace("DestroyDestroys", "BindingStays") + "]}");
    assertEquals(1, run.code(), run::err);
    String line =
        "model MCDestroyDoesNotDestroy: result: violates BindingStays is claimed,"
            + " violates DestroyDestroys seen\n";
    assertTrue(run.out().contains(line), run::out);
    assertTrue(run.out().endsWith("\nverdict       FAIL\n"), run::out);
  }

  @Test
  void whatTakesLongAloneShowsNothingWhenItIsLeftOut() throws IOException {
    Run run = verify(HEAD + MODEL + "]}", "--quick");
    assertEquals(3, run.code(), run::err);
    assertTrue(run.out().contains("\nmodel         0 agree, 1 left out, "), run::out);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{}; expected the certificate.format to be \"bindcheck-certificate\"",
        "HEAD]} more; expected a JSON object",
        "HEAD{\"kind\": \"proof\", \"name\": \"x\", \"says\": []}]}; expected claims of a file, record, scene",
        "HEAD{\"kind\": \"file\", \"name\": 1, \"says\": []}]}; expected the certificate.claims[0].name",
        "HEAD{\"kind\": \"file\", \"name\": \"x\", \"says\": {}}]}; expected the certificate.claims[0]",
      })
  void whatIsNoCertificateIsRefused(String content, String expected) throws IOException {
    Run run = verify(content.replace("HEAD", HEAD));
    assertEquals(2, run.code(), run::out);
    assertEquals("", run.out());
    assertEquals(1, run.err().lines().count(), run::err);
    assertTrue(run.err().contains(expected), run::err);
  }

  @Test
  void oneOfBothIsToBeChosen() {
    Run run = Run.of("certify", "--quick");
    assertEquals(2, run.code());
    assertEquals(1, run.err().lines().count(), run::err);
  }
}
