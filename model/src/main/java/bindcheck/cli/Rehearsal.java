package bindcheck.cli;

import bindcheck.file.ScratchFolder;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs each command that is soon over, so that the classes that it loads can be kept for later
 * starts: see the launcher. What the commands print is of no interest.
 */
final class Rehearsal {
  private static final List<String> SCRIPT =
      List.of(
          "p = port_create(BIND_TO_INTERRUPT)",
          "i = interrupt_create(INVALID, 0, VIRTUAL)",
          "interrupt_bind(i, p, 7, 0)",
          "T1: port_wait(p, INFINITE)",
          "interrupt_trigger(i, 0, 5)");

  private Rehearsal() {}

  /** Runs them, and leaves nothing behind. */
  public static void main(String[] args) throws IOException {
    try (ScratchFolder folder = new ScratchFolder()) {
      Path script = Files.write(folder.path().resolve("wake.script"), SCRIPT);
      String history = folder.path().resolve("wake.jsonl").toString();
      run("explain", script.toString());
      run("rerun", script.toString());
      run("run", script.toString(), "-o", history);
      run("judge", history);
      run("list", "scenes");
    }
  }

  private static void run(String... words) {
    Main.commandLine(Writer.nullWriter(), Writer.nullWriter(), words).execute(words);
  }
}
