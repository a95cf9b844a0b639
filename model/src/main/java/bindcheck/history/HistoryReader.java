package bindcheck.history;

import bindcheck.file.JsonLines;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a history from a file, an event at a time, so that one of any length can be read. */
public final class HistoryReader implements AutoCloseable {
  /** The header is line 1, and event 0 comes after it. */
  private static final int LINES_BEFORE = 2;

  /** More than any event needs. */
  private static final int LONGEST_LINE = 10_000;

  private final JsonLines lines;
  private final Templates templates = new Templates();
  private final Discipline discipline = new Discipline();
  private final Header header;

  /**
   * Opens a file and reads its header.
   *
   * @throws bindcheck.file.InputException if it cannot be read, or does not begin with a header
   */
  public HistoryReader(Path path) {
    lines = new JsonLines(path, "a history", LONGEST_LINE);
    header = lines.header(Header.FORMAT, Header.VERSION, EventReader::header);
  }

  public Header header() {
    return header;
  }

  /** The line of a file on which the event of that number is, from 0. */
  public static long line(long event) {
    return event + LINES_BEFORE;
  }

  /**
   * The next event; null after the end.
   *
   * @throws bindcheck.file.InputException if the next line is no event, or none that can come here
   */
  public Event next() {
    if (discipline.isEnded()) {
      lines.requireEnd("the end");
      return null;
    }
    Event event =
        lines
            .next("the event", templates::event, EventReader::event)
            .orElseThrow(() -> lines.ended("{\"event\": \"end\", ...}"));
    Optional<String> wrong = discipline.enter(event);
    if (wrong.isPresent()) {
      throw lines.wrong(wrong.get());
    }
    return event;
  }

  @Override
  public void close() {
    lines.close();
  }
}
