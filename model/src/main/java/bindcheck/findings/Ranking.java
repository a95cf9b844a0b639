package bindcheck.findings;

import bindcheck.file.Packaged;
import bindcheck.litmus.Catalogue;
import bindcheck.litmus.Program;
import java.nio.file.Path;
import java.util.List;

/** The findings that are packaged with this program, from {@code spec/findings}, by rank. */
public final class Ranking {
  private static final String FOLDER = "/spec/findings";
  private static final String BEGINNING = "F-";

  private Ranking() {}

  /** All of them. */
  public static List<Finding> all() {
    List<Program> programs = Catalogue.all();
    return Packaged.in(FOLDER, folder -> in(folder, programs));
  }

  /** Those in a folder. */
  public static List<Finding> in(Path folder, List<Program> programs) {
    return Packaged.files(folder, ".md", file -> file).stream()
        .filter(file -> file.getFileName().toString().startsWith(BEGINNING))
        .map(file -> Finding.read(file, programs))
        .toList();
  }
}
