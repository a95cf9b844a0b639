package bindcheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.target.Altered;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(300)
class IdentifyCommandTest {
  /** Refuses a port without the option in one way, then in another, and so on. */
  public static final class Wavers extends Altered {
    private static final int[] STATUSES = {-12, -20}; // WRONG_TYPE, BAD_STATE
    private static int plain;

    @Override
    public int interruptBind(int inth, int porth, long key, int options) {
      int status = super.interruptBind(inth, porth, key, options);
      return status == STATUSES[0] ? STATUSES[plain++ % STATUSES.length] : status;
    }
  }

  private static final String AGREES = "agrees on every step with: ";

  private static void assertIdentified(String variant) {
    Run run = Run.of("identify", "--target", "spec:" + variant);
    assertEquals(0, run.code(), run::err);
    assertTrue(run.out().endsWith(AGREES + variant + "\n"), run::out);
  }

  @Test
  void theKernelOfTheDocumentsDateIsNamed() {
    assertIdentified("zircon-2018");
  }

  @Tag("long")
  @ParameterizedTest
  @ValueSource(strings = {"zircon-2020", "zircon-2021", "zircon-2025"})
  void theLaterKernelsAreNamed(String variant) {
    assertIdentified(variant);
  }

  @Test
  void theReferenceAgreesWithTheDocumentAndEveryKernelIsRefutedByAScript() {
    Run run = Run.of("identify");
    assertEquals(0, run.code(), run::err);
    assertTrue(run.out().endsWith(AGREES + "doc, reference\n"), run::out);
    for (String kernel : new String[] {"2018", "2020", "2021", "2025"}) {
      Pattern refuted = Pattern.compile("(?m)^not .*zircon-" + kernel + "[,:].*\n    p1 = ");
      assertTrue(refuted.matcher(run.out()).find(), run::out);
    }
    assertTrue(run.out().lines().anyMatch(line -> line.matches("C-error-order +rights-first .*")));
  }

  @Test
  void aForeignTargetIsIdentifiedBeforeItIsChecked() {
    Run run =
        Run.of(
            "check",
            "--suite",
            "quick",
            "--target",
            "spec:zircon-2018",
            "--variant",
            "zircon-2018");
    assertEquals(0, run.code(), run::out);
    assertTrue(run.out().startsWith("identify agrees with zircon-2018\n"), run::out);
    assertTrue(run.out().contains("suite    quick of zircon-2018,"), run::out);
  }

  @Test
  void aTargetThatContradictsItselfIsShownWhereItDoes() {
    Run run = Run.of("identify", "--target", "java:" + Wavers.class.getName());
    assertEquals(1, run.code(), run::err);
    assertTrue(
        run.out().lines().anyMatch(l -> l.matches("C-plain-port +NOT KEPT TO .*")), run::out);
    String shown = run.out().substring(run.out().indexOf("not kept to: C-plain-port"));
    assertTrue(shown.startsWith("  first WRONG_TYPE:\n    ", shown.indexOf('\n') + 1), shown);
    assertTrue(shown.contains("\n  observed    main: WRONG_TYPE\n  then BAD_STATE:\n    "), shown);
    assertTrue(shown.contains("\n  observed    main: BAD_STATE\n"), shown);
    assertTrue(run.out().endsWith(AGREES + "no variant that has a name\n"), run::out);
  }

  @Test
  void anUnknownVariantOfTheSpecificationIsRefusedInOneLine() {
    Run run = Run.of("identify", "--target", "spec:zircon-1999");
    assertEquals(2, run.code());
    assertTrue(run.err().startsWith("bindcheck: expected a resolved variant out of"), run::err);
    assertEquals(1, run.err().lines().count());
  }
}
