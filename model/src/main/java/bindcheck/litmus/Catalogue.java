package bindcheck.litmus;

import bindcheck.file.TextFile;
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
import java.util.function.Function;
import java.util.stream.Stream;

/** The programs that are packaged with this one, from {@code proofs/litmus}. */
public final class Catalogue {
  private static final String FOLDER = "/litmus";
  private static final String KEPT = FOLDER + "/seen";

  private Catalogue() {}

  /** All, in the order of their names. */
  public static List<Program> all() {
    return inPackage(FOLDER, Catalogue::in);
  }

  /** What engines were seen to find on the reference implementation, as it was kept. */
  public static List<Results> kept() {
    return inPackage(KEPT, Catalogue::resultsIn);
  }

  private static <T> T inPackage(String name, Function<Path, T> reader) {
    try {
      URI folder = Catalogue.class.getResource(name).toURI();
      if (!folder.getScheme().equals("jar")) {
        return reader.apply(Path.of(folder));
      }
      try (FileSystem jar = FileSystems.newFileSystem(folder, Map.of())) {
        return reader.apply(jar.getPath(name));
      }
    } catch (URISyntaxException | IOException e) {
      throw new IllegalStateException(name + " cannot be read", e);
    }
  }

  /** The results in a folder, in the order of the names of their files. */
  public static List<Results> resultsIn(Path folder) {
    return in(folder, ".json", file -> Results.parse(TextFile.read(file, "results")));
  }

  /** The programs in a folder, in the order of their names. */
  public static List<Program> in(Path folder) {
    return in(folder, ProgramParser.SUFFIX, Program::read);
  }

  private static <T> List<T> in(Path folder, String suffix, Function<Path, T> reader) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(suffix)).sorted().map(reader).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The themes of programs, sorted. */
  public static List<String> themes(List<Program> programs) {
    return programs.stream().map(Program::theme).distinct().sorted().toList();
  }
}
