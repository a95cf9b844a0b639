package bindcheck.trace;

import bindcheck.file.JsonLines;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads a file of traces, one walk at a time. What is wrong is reported with its line; a file that
 * ends early is wrong, too, for its header tells how much follows.
 */
final class TraceReader implements AutoCloseable {
  private final JsonLines lines;
  private final TraceHeader header;
  private int walks;
  private long steps;

  /**
   * Opens a file and reads its header.
   *
   * @throws bindcheck.file.InputException if there is no such file, or it does not begin with a
   *     header
   */
  TraceReader(Path file) {
    lines = new JsonLines(file, "a file of traces", Integer.MAX_VALUE);
    header = lines.header(TraceFile.FORMAT, TraceFile.VERSION, JsonIn::header);
  }

  /** What the file covers. */
  TraceHeader header() {
    return header;
  }

  /**
   * The next walk; empty at the end of the file.
   *
   * @throws bindcheck.file.InputException if the next line is no walk, or the file ends where one
   *     is missing
   */
  Optional<TraceWalk> next() {
    Optional<TraceWalk> walk = lines.next("walk", JsonIn::walk);
    if (walk.isEmpty()) {
      requireWhole();
      return walk;
    }
    walks++;
    steps += walk.get().steps().size();
    if (walk.get().number() != walks) {
      throw lines.wrong("expected walk " + walks + ", found walk " + walk.get().number());
    }
    return walk;
  }

  private void requireWhole() {
    if (walks != header.walks()) {
      throw lines.ended(header.walks() + " walks, as the header says");
    }
    if (steps != header.steps()) {
      throw lines.wrong(
          "expected " + header.steps() + " steps, as the header says, found " + steps);
    }
  }

  @Override
  public void close() {
    lines.close();
  }
}
