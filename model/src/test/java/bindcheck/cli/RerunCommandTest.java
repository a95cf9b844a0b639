package bindcheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.target.CutsKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One script says whether what it shows is mended. */
@Timeout(120)
class RerunCommandTest {
  private static final String WIDE_KEY =
      """
      p = port_create(BIND_TO_INTERRUPT)
      i = interrupt_create(INVALID, 0, VIRTUAL)
      # more than 32 bits
      interrupt_bind(i, p, 0x8000000000000000, 0)
      interrupt_trigger(i, 0, 5)
      T1: port_wait(p, INFINITE)
      """;

  private static final String NARROW_KEY = WIDE_KEY.replace("0x8000000000000000", "1");

  @TempDir private Path folder;

  private String script(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static Run rerun(String target, String... scripts) {
    List<String> words = new ArrayList<>(List.of("rerun", "--target", target));
    words.addAll(List.of(scripts));
    return Run.of(words.toArray(String[]::new));
  }

  private static String cutsKeys() {
    return "java:" + CutsKeys.class.getName();
  }

  @Test
  void aScriptThatIsAllowedPasses() throws IOException {
    Run run = Run.of("rerun", script("wide", WIDE_KEY));
    assertEquals(0, run.code(), run::err);
    assertTrue(run.out().contains("wide: 5 lines, all allowed\n"), run::out);
    assertTrue(run.out().endsWith("verdict       PASS\n"), run::out);
  }

  @Test
  void aFailureIsToldAsCheckTellsIt() throws IOException {
    Run run = rerun(cutsKeys(), script("wide", WIDE_KEY));
    assertEquals(1, run.code(), run::err);
    assertTrue(run.out().contains("FAIL in " + folder.resolve("wide") + ":6\n"), run::out);
    assertTrue(run.out().contains("  call        T1: port_wait(p, INFINITE)\n"), run::out);
    assertTrue(run.out().contains("  observed    T1: OK packet(INTERRUPT, key=0"), run::out);
    assertTrue(run.out().contains("  broken      R-packet-key: "), run::out);
    assertTrue(run.out().contains("verdict       FAIL\n"), run::out);
  }

  @Test
  void ofSeveralScriptsEachIsJudgedByItself() throws IOException {
    Run run = rerun(cutsKeys(), script("wide", WIDE_KEY), script("narrow", NARROW_KEY));
    assertEquals(1, run.code(), run::err);
    assertTrue(run.out().contains("narrow: 5 lines, all allowed\n"), run::out);
    assertTrue(run.out().contains("FAIL: 1 of 2 scripts fail\n"), run::out);
  }

  @Test
  void theVariantJudges() throws IOException {
    String early =
        script(
            "early",
            """
            p = port_create(BIND_TO_INTERRUPT)
            i = interrupt_create(INVALID, 0, VIRTUAL)
            interrupt_bind(i, p, 1, 0)
            interrupt_trigger(i, 0, 5)
            interrupt_trigger(i, 0, 6)
            interrupt_ack(i)
            """);
    assertEquals(1, rerun("spec:zircon-2018", early).code());
    Run run = Run.of("rerun", "--target", "spec:zircon-2018", "--variant", "zircon-2018", early);
    assertEquals(0, run.code(), run::out);
  }

  @Test
  void aLineThatCanNeverBeMadeIsBadInput() throws IOException {
    Run run =
        Run.of(
            "rerun",
            script("blocked", WIDE_KEY + "T2: port_wait(p, INFINITE)\nT2: port_wait(p, 0)\n"));
    assertEquals(2, run.code(), run::out);
    assertTrue(run.err().contains("blocked:8: expected an idle thread"), run::err);
    assertFalse(run.out().contains("verdict"), run::out);
  }

  @Test
  void aLineThatTheTargetPreventsLeavesItOpen() throws IOException {
    // The document lets either of two waiters be released, and so either be blocked.
    Run run =
        Run.of(
            "rerun",
            script(
                "either",
                """
                p = port_create(0)
                T1: port_wait(p, INFINITE)
                T2: port_wait(p, INFINITE)
                port_queue(p, 1, 2)
                T2: port_wait(p, 0)
                """));
    assertEquals(3, run.code(), () -> run.out() + run.err());
    assertTrue(run.out().contains(" cannot be made: T"), run::out);
  }
}
