package bindcheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.target.Altered;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A script is recorded on a target as far as it can be, and no further. */
@Timeout(120)
class RunCommandTest {
  /** Has no replace, and throws out of an ack. */
  public static final class Odd extends Altered {
    @Override
    public int handleReplace(int handle, int rights, int[] out) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int interruptAck(int inth) {
      throw new IllegalStateException("odd");
    }
  }

  private static final String INTERRUPT = "i = interrupt_create(INVALID, 0, VIRTUAL)\n";

  @TempDir private static Path folder;

  private static Path history() {
    return folder.resolve("h.jsonl");
  }

  private static Run run(String script) throws IOException {
    Files.deleteIfExists(history());
    Path file = Files.writeString(folder.resolve("s.script"), script);
    String target = "java:" + Odd.class.getName();
    return Run.of("run", file.toString(), "--target", target, "-o", history().toString());
  }

  @Test
  void aCallThatTheTargetHasNotIsBadInputAndNothingIsWritten() throws IOException {
    Run run = run(INTERRUPT + "j = handle_replace(i, READ)\n");
    assertEquals(2, run.code());
    assertTrue(run.err().contains("s.script:2: expected a call that the target has"), run::err);
    assertTrue(run.err().contains("handle_replace"), run::err);
    assertFalse(Files.exists(history()));
  }

  @Test
  void aTargetThatThrowsFailsAsTheTableOfVerdictsSays() throws IOException {
    Run run = run(INTERRUPT + "interrupt_ack(i)\n");
    assertEquals(1, run.code());
    assertTrue(run.err().contains("interrupt_ack"), run::err);
    assertTrue(Files.readString(history()).contains("interrupt_ack"), "the call is in the history");
  }

  @Test
  void whatCanBeMadeIsRecorded() throws IOException {
    Run run = run(INTERRUPT + "interrupt_trigger(i, 0, 5)\n");
    assertEquals(0, run.code(), run::err);
    assertTrue(Files.readString(history()).contains("interrupt_trigger"));
  }
}
