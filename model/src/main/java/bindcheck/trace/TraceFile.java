package bindcheck.trace;

import bindcheck.file.InputException;
import bindcheck.file.WholeFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/** Writes the traces of a scene as JSON Lines: a header, then a line a walk. */
public final class TraceFile {
  private TraceFile() {}

  /** What the file of a scene is called. */
  public static String name(String scene) {
    return scene + ".traces.jsonl";
  }

  /**
   * Writes a file; it is there as a whole or, where that fails, as it was before. Equal traces give
   * equal bytes.
   *
   * @param progress is told how many steps have been written
   * @throws InputException if the file cannot be written
   */
  public static void write(Path file, Traces traces, LongConsumer progress) {
    WholeFile.write(
        file,
        out -> {
          out.write(JsonOut.of(traces.header()).toString());
          out.write('\n');
          long steps = 0;
          for (int number = 1; number <= traces.header().walks(); number++) {
            TraceWalk walk = traces.walk(number);
            out.write(JsonOut.of(walk).toString());
            out.write('\n');
            steps += walk.steps().size();
            progress.accept(steps);
          }
        });
  }

  /** Whether the file is one that {@link #write} may have written: its header can be read. */
  public static boolean isOne(Path file) {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (TraceReader reader = new TraceReader(file)) {
      return reader.header() != null;
    } catch (InputException somethingElse) {
      return false;
    }
  }
}
