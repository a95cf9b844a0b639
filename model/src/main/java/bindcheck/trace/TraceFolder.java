package bindcheck.trace;

import bindcheck.file.InputException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * The folder that the traces of a suite are written to. What an earlier run wrote there is written
 * anew; a file that is not such is never touched.
 */
public final class TraceFolder {
  private static final String JSON_LINES = "jsonl";
  private static final String ITF = "itf";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Path folder;
  private final boolean itf;

  private TraceFolder(Path folder, boolean itf) {
    this.folder = folder;
    this.itf = itf;
  }

  /** What {@link #open} takes for a format. */
  public static Set<String> formats() {
    return new TreeSet<>(Set.of(JSON_LINES, ITF));
  }

  /**
   * Makes the folder, if there is none, and makes sure that nothing of others is in the way of the
   * files to be written. Nothing is changed where that fails.
   *
   * @param format one of {@link #formats}
   * @param scenes whose traces are to be written
   * @throws InputException if the folder cannot be used
   */
  public static TraceFolder open(Path folder, String format, List<String> scenes) {
    TraceFolder opened = new TraceFolder(folder, format.equals(ITF));
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new InputException(folder, "expected a folder, found a file");
    }
    try {
      for (String scene : scenes) {
        opened.requireOwn(scene);
      }
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new InputException(folder, "expected a folder to write to, found: " + reason(e));
    }
    if (!Files.isWritable(folder)) {
      throw new InputException(folder, "expected a folder to write to, found it read-only");
    }
    return opened;
  }

  private void requireOwn(String scene) throws IOException {
    for (Path file : files(scene)) {
      if (!isOwn(file)) {
        throw new InputException(
            file, "expected no file, or one that this command wrote; it is left as it is");
      }
    }
  }

  /** Whether the file begins as those that this command writes there. */
  boolean isOwn(Path file) {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (BufferedReader in = Files.newBufferedReader(file)) {
      JsonNode first = MAPPER.readTree(in);
      return itf
          ? first.path(ItfWriter.META).path("source").asText().equals(ItfWriter.SOURCE)
          : first.path("format").asText().equals(TraceFile.FORMAT)
              && first.path("version").asInt() == TraceFile.VERSION;
    } catch (IOException unreadableOrNoJson) {
      return false;
    }
  }

  /** What is there under a name that the scene's traces are written under. */
  private List<Path> files(String scene) throws IOException {
    Path place = place(scene);
    if (!Files.exists(place)) {
      return List.of();
    }
    if (!itf || !Files.isDirectory(place)) {
      return List.of(place);
    }
    try (Stream<Path> all = Files.list(place)) {
      return all.sorted().toList();
    }
  }

  private Path place(String scene) {
    return folder.resolve(itf ? scene : TraceFile.name(scene));
  }

  /**
   * Writes the traces of one scene.
   *
   * @param progress is told how many steps have been written
   * @return the file, or the folder of files
   * @throws InputException if that is not possible
   */
  public Path write(Traces traces, LongConsumer progress) {
    String scene = traces.part().name();
    Path place = place(scene);
    try {
      if (itf) {
        for (Path earlier : files(scene)) {
          Files.delete(earlier);
        }
        Files.createDirectories(place);
        new ItfWriter(traces).write(place, progress);
      } else {
        TraceFile.write(place, traces, progress);
      }
      return place;
    } catch (IOException e) {
      throw new InputException(place, "cannot be written: " + reason(e));
    }
  }

  private static String reason(IOException e) {
    return e.getClass().getSimpleName() + " " + e.getMessage();
  }
}
