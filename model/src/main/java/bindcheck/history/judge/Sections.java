package bindcheck.history.judge;

import bindcheck.file.InputException;
import bindcheck.history.Event;
import bindcheck.history.HistoryReader;
import bindcheck.history.linear.Section;
import bindcheck.history.linear.SectionBuilder;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The sections of a history in a file. While one is judged, the next is read. */
final class Sections implements AutoCloseable {
  private final HistoryReader reader;
  private final SectionBuilder builder;
  private final ExecutorService ahead =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "sections");
            thread.setDaemon(true);
            return thread;
          });
  private Event event;
  private Section current;
  private CompletableFuture<Section> next;

  Sections(Path file, HistoryIndex index) {
    reader = new HistoryReader(file);
    builder = new SectionBuilder(index.threads()).foresee(index.foresight());
    next = CompletableFuture.supplyAsync(this::read, ahead);
    current = take();
  }

  /**
   * The next section, with what comes after it in its kernel; null after the last.
   *
   * @throws InputException if the file has been changed since it was indexed, and is none now
   */
  Section next() {
    Section section = current;
    if (section == null) {
      return null;
    }
    current = take();
    return section.isLastOfKernel() ? section : section.followedBy(current);
  }

  /** What has been read meanwhile. */
  private Section take() {
    try {
      Section section = next.join();
      if (section != null) {
        next = CompletableFuture.supplyAsync(this::read, ahead);
      }
      return section;
    } catch (CompletionException why) {
      if (why.getCause() instanceof InputException wrong) {
        throw wrong;
      }
      throw why;
    }
  }

  private Section read() {
    if (event == null) {
      event = reader.next();
    }
    while (event != null) {
      if (SectionBuilder.isCutBefore(event, builder.size())) {
        return builder.cut(event instanceof Event.Reset);
      }
      builder.add(event);
      event = reader.next();
    }
    return builder.size() > 0 ? builder.cut(true) : null;
  }

  @Override
  public void close() {
    ahead.shutdownNow();
    reader.close();
  }
}
