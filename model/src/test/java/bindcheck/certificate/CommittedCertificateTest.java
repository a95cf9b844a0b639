package bindcheck.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import bindcheck.schema.Schema;
import bindcheck.spec.SpecModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The certificate in proofs/ is of this state of the project: {@code bindcheck certify -o
 * proofs/certificate.json} makes it anew. A sample of each kind that is quick is seen again here,
 * all that is quick by {@code certify --verify --quick}.
 */
class CommittedCertificateTest {
  private static final Path FILE = Path.of("..", "proofs", "certificate.json");

  @Test
  void itFitsItsSchema() throws IOException {
    assertEquals(List.of(), new Schema("certificate").errors(Files.readString(FILE)));
  }

  @TestFactory
  Stream<DynamicTest> itClaimsAllThatThereIs() {
    return ofEachKind(
        (kind, claimed) -> assertEquals(kind.names(), claimed.stream().map(Claim::name).toList()));
  }

  @TestFactory
  Stream<DynamicTest> whatItClaimsIsSeenAgain() {
    return ofEachKind(
        (kind, claimed) ->
            assertEquals(
                List.of(),
                Verification.of(kind, sample(kind, claimed), false, at -> {}).differences()));
  }

  @Test
  @Tag("long") // it builds the suites for it
  void aFaultIsSeenAgain() throws InterruptedException {
    Claims faults = new FaultClaims(SpecModule.load("Evaluation"));
    List<Claim> claimed = CertificateFile.read(FILE).of(faults).subList(0, 1);
    assertEquals(List.of(), Verification.of(faults, claimed, false, at -> {}).differences());
  }

  private interface OfKind {
    void of(Claims kind, List<Claim> claimed) throws InterruptedException;
  }

  private static Stream<DynamicTest> ofEachKind(OfKind test) {
    CertificateFile certificate = CertificateFile.read(FILE);
    return Claims.all(SpecModule.load("Evaluation")).stream()
        .map(kind -> dynamicTest(kind.kind(), () -> test.of(kind, certificate.of(kind))));
  }

  /** All files, from which the rest follows, and all records; of each other kind one. */
  private static List<Claim> sample(Claims kind, List<Claim> claimed) {
    return kind instanceof FileClaims || kind instanceof RecordClaims
        ? claimed
        : claimed.stream().filter(claim -> kind.isQuick(claim.name())).limit(1).toList();
  }
}
