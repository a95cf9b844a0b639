package bindcheck.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The source tree that the tests run in, and how what is generated in it is made anew. */
final class Checkout {
  static final String REGENERATE =
      "mvn -pl model -am test -Dtest=FindingFilesTest,ConformanceTest,PictureTest -Dbindcheck.regenerate=true"
          + " -Dsurefire.failIfNoSpecifiedTests=false";

  private static final Path ROOT =
      Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolveSibling("");

  private Checkout() {}

  /** Whether what is generated is to be written rather than compared. */
  static boolean regenerates() {
    return Boolean.getBoolean("bindcheck.regenerate");
  }

  /** Whether what takes long to make is made anew: when it is written, or with the long tests. */
  static boolean makesAll() {
    return regenerates() || "none".equals(System.getProperty("excluded.tests"));
  }

  static Path conformance() {
    return ROOT.resolve("CONFORMANCE.md");
  }

  static Path spec(String file) {
    return ROOT.resolve("spec").resolve(file);
  }

  /** The sources of the reference implementation, in the order of their names. */
  static List<Path> referenceFiles() {
    return files(ROOT.resolve("impl/src/main/java/bindcheck/impl"), ".java");
  }

  /** The files of the specification whose names end so, in the order of their names. */
  static List<Path> specFiles(String suffix) {
    return files(spec(""), suffix);
  }

  /** The findings, by rank. */
  static List<Path> findings() {
    return files(spec("findings"), ".md").stream()
        .filter(file -> file.getFileName().toString().startsWith("F-"))
        .toList();
  }

  private static List<Path> files(Path folder, String suffix) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
