package bindcheck.trace;

import bindcheck.file.InputException;
import bindcheck.file.WholeFile;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * The folder that the traces of a suite are written to. What an earlier run wrote there is written
 * anew; a file that is not such is never touched, and no link is followed. While files are being
 * written there is no {@linkplain #complete marker} that they are complete.
 */
public final class TraceFolder {
  private static final String JSON_LINES = "jsonl";
  private static final String ITF = "itf";
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String COMPLETE = "bindcheck-traces-complete";
  private static final String ITF_HEAD = "{\"" + ItfWriter.META + "\":{\"format\":\"ITF\"";
  private static final String ITF_SOURCE = "\"source\":\"" + ItfWriter.SOURCE + "\"";

  /** In bytes; what a file says of itself stands within. */
  private static final int HEAD = 1 << 16;

  private final Path folder;
  private final String format;
  private final boolean itf;
  private final List<String> scenes;

  private TraceFolder(Path folder, String format, List<String> scenes) {
    this.folder = folder;
    this.format = format;
    this.itf = format.equals(ITF);
    this.scenes = List.copyOf(scenes);
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
    TraceFolder opened = new TraceFolder(folder, format, scenes);
    WholeFile.requireWritableFolder(folder);
    try {
      for (String scene : scenes) {
        opened.requireOwn(scene);
      }
      opened.requireOwnMarker();
      Files.createDirectories(folder);
      Files.deleteIfExists(opened.marker());
    } catch (IOException e) {
      throw new InputException(folder, "expected a folder to write to, found: " + reason(e));
    }
    return opened;
  }

  /**
   * Says that all has been written: a file with the format's name in its own, which lists the
   * scenes.
   *
   * @throws InputException if that is not possible
   */
  public void complete() {
    ObjectNode marker = MAPPER.createObjectNode().put("format", COMPLETE).put("version", 1);
    scenes.forEach(marker.put("traces", format).putArray("scenes")::add);
    WholeFile.write(marker(), out -> out.write(marker + "\n"));
  }

  private Path marker() {
    return folder.resolve("complete." + format + ".json");
  }

  private void requireOwnMarker() {
    Path marker = marker();
    if (Files.exists(marker, LinkOption.NOFOLLOW_LINKS)
        && !first(head(marker)).path("format").asText().equals(COMPLETE)) {
      throw others(marker);
    }
  }

  private void requireOwn(String scene) throws IOException {
    for (Path file : files(scene)) {
      if (!isOwn(file)) {
        throw others(file);
      }
    }
  }

  private static InputException others(Path file) {
    return new InputException(
        file, "expected no file, or one that this command wrote; it is left as it is");
  }

  /** Whether the file begins as those that this command writes there. */
  boolean isOwn(Path file) {
    String head = head(file);
    if (itf) {
      return head.startsWith(ITF_HEAD) && head.contains(ITF_SOURCE);
    }
    JsonNode first = first(head);
    return first.path("format").asText().equals(TraceFile.FORMAT)
        && first.path("version").asInt() == TraceFile.VERSION;
  }

  /** How a file begins; empty where it is none, or cannot be read. */
  private static String head(Path file) {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return "";
    }
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      return "";
    }
  }

  /** What stands in the first line. */
  private static JsonNode first(String head) {
    try {
      return MAPPER.readTree(head.lines().findFirst().orElse(""));
    } catch (JsonProcessingException other) {
      return MissingNode.getInstance();
    }
  }

  /** What is there under a name that the scene's traces are written under. */
  private List<Path> files(String scene) throws IOException {
    Path place = place(scene);
    if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    if (!itf || !Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
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
