package bindcheck.trace;

import bindcheck.file.WholeFile;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;

/** Writes the traces of a scene as JSON Lines: a header, then a line a walk. */
public final class TraceFile {
  /** What the header of every such file calls the format, and which edition of it. */
  static final String FORMAT = "bindcheck-traces";

  static final int VERSION = 1;

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
   * @throws bindcheck.file.InputException if the file cannot be written
   */
  public static void write(Path file, Traces traces, LongConsumer progress) {
    WholeFile.write(
        file,
        out -> {
          out.write(JsonOut.header(traces) + "\n");
          long steps = 0;
          for (int number = 1; number <= traces.walks(); number++) {
            List<TraceStep> walk = traces.walk(number);
            out.write(JsonOut.walk(number, walk) + "\n");
            steps += walk.size();
            progress.accept(steps);
          }
        });
  }
}
