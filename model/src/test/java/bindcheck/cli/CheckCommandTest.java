package bindcheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.script.Script;
import bindcheck.target.Altered;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a user reads who checks an implementation. */
@Timeout(120)
class CheckCommandTest {
  /** Binds, but answers that it did not. */
  public static final class RefusesToBind extends Altered {
    @Override
    public int interruptBind(int inth, int porth, long key, int options) {
      super.interruptBind(inth, porth, key, options);
      return -1;
    }
  }

  /** Throws where a port is made. */
  public static final class Throws extends Altered {
    @Override
    public int portCreate(int options, int[] out) {
      throw new IllegalStateException("no ports today");
    }
  }

  /** There is no kernel to begin with. */
  public static final class NotMade extends Altered {
    /** Fails. */
    public NotMade() {
      throw new IllegalStateException("no memory");
    }
  }

  private static Run refused;

  @BeforeAll
  static void checkOne() {
    refused = check(RefusesToBind.class, "--of", "reference");
  }

  private static Run check(Class<? extends Altered> type, String... more) {
    List<String> words = new ArrayList<>(List.of("check", "--suite", "quick"));
    words.addAll(List.of("--target", "java:" + type.getName()));
    words.addAll(List.of(more));
    return Run.of(words.toArray(String[]::new));
  }

  @Test
  void aPassSaysWhatWasDone() {
    Run run = Run.of("check", "--suite", "quick");
    assertEquals(0, run.code(), run::err);
    assertTrue(run.out().contains("verdict       PASS"), run::out);
    assertTrue(run.out().contains("observed exactly"), run::out);
    assertTrue(run.out().matches("(?s).*requirements  [0-9]+ of [0-9]+ exercised.*"), run::out);
  }

  @Test
  void aFailureSaysWhatWasSeenWhatIsAllowedAndWhy() {
    assertEquals(1, refused.code(), refused::err);
    assertTrue(refused.out().contains("  call        interrupt_bind("), refused::out);
    assertTrue(refused.out().contains("  observed    main: INTERNAL"), refused::out);
    assertTrue(refused.out().contains("  allowed     main: OK"), refused::out);
    assertTrue(
        refused.out().contains("R-bind: A bind ties one interrupt object to one port."),
        refused::out);
    assertTrue(refused.out().contains("verdict       FAIL"), refused::out);
  }

  @Test
  void aFailureHasAScriptThatExplainReads() {
    String script =
        refused
            .out()
            .lines()
            .dropWhile(line -> !line.contains("a script of 3 calls"))
            .skip(1)
            .takeWhile(line -> !line.isBlank())
            .map(line -> line.strip() + "\n")
            .collect(Collectors.joining());
    assertEquals(3, Script.parse("printed", script).lines().size());
  }

  @Test
  void aTargetThatThrowsFails() {
    Run run = check(Throws.class);
    assertEquals(1, run.code(), run::err);
    assertTrue(run.out().contains("threw java.lang.IllegalStateException: no ports"), run::out);
  }

  @Test
  void aTargetThatCannotBeMadeFails() {
    Run run = check(NotMade.class);
    assertEquals(1, run.code(), run::err);
    assertTrue(run.out().contains("none: a fresh kernel cannot be made"), run::out);
    assertTrue(run.out().contains("no memory"), run::out);
  }
}
