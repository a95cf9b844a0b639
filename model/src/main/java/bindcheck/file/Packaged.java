package bindcheck.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Folders that are packaged with this program: in its jar, or beside its classes. */
public final class Packaged {
  private Packaged() {}

  /**
   * What is read from a packaged folder, which can be read until the reader is done.
   *
   * @param folder from the root, such as {@code /litmus}
   */
  public static <T> T in(String folder, Function<Path, T> reader) {
    try {
      URI place = Packaged.class.getResource(folder).toURI();
      if (!place.getScheme().equals("jar")) {
        return reader.apply(Path.of(place));
      }
      try (FileSystem jar = FileSystems.newFileSystem(place, Map.of())) {
        return reader.apply(jar.getPath(folder));
      }
    } catch (URISyntaxException | IOException e) {
      throw new IllegalStateException(folder + " cannot be read", e);
    }
  }

  /**
   * The text of a packaged file.
   *
   * @param file from the root, such as {@code /report/report.css}
   */
  public static String text(String file) {
    try (InputStream in = Packaged.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  /** The names, without this end, of the packaged files whose names end so, sorted. */
  public static List<String> names(String folder, String suffix) {
    return in(
        folder,
        files -> files(files, suffix, file -> file.getFileName().toString().replace(suffix, "")));
  }

  /** What the files of a folder are whose names end so, in the order of their names. */
  public static <T> List<T> files(Path folder, String suffix, Function<Path, T> reader) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(suffix)).sorted().map(reader).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
