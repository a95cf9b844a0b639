package bindcheck.litmus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The programs that are packaged with this one, from {@code proofs/litmus}. */
public final class Catalogue {
  private static final String FOLDER = "/litmus";

  private Catalogue() {}

  /** All, in the order of their names. */
  public static List<Program> all() {
    try {
      URI folder = Catalogue.class.getResource(FOLDER).toURI();
      if (!folder.getScheme().equals("jar")) {
        return in(Path.of(folder));
      }
      try (FileSystem jar = FileSystems.newFileSystem(folder, Map.of())) {
        return in(jar.getPath(FOLDER));
      }
    } catch (URISyntaxException | IOException e) {
      throw new IllegalStateException("the catalogue cannot be read", e);
    }
  }

  /** The programs in a folder, in the order of their names. */
  public static List<Program> in(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(ProgramParser.SUFFIX))
          .sorted()
          .map(Program::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The themes of programs, sorted. */
  public static List<String> themes(List<Program> programs) {
    TreeSet<String> themes = new TreeSet<>();
    programs.forEach(program -> themes.add(program.theme()));
    return List.copyOf(themes);
  }
}
