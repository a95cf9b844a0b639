package bindcheck.litmus;

import bindcheck.file.Packaged;
import bindcheck.file.TextFile;
import java.nio.file.Path;
import java.util.List;

/** The programs that are packaged with this one, from {@code proofs/litmus}. */
public final class Catalogue {
  private static final String FOLDER = "/litmus";
  private static final String KEPT = FOLDER + "/seen";

  private Catalogue() {}

  /** All, in the order of their names. */
  public static List<Program> all() {
    return Packaged.in(FOLDER, Catalogue::in);
  }

  /** What engines were seen to find on the reference implementation, as it was kept. */
  public static List<Results> kept() {
    return Packaged.in(KEPT, Catalogue::resultsIn);
  }

  /** The results in a folder, in the order of the names of their files. */
  public static List<Results> resultsIn(Path folder) {
    return Packaged.files(folder, ".json", file -> Results.parse(TextFile.read(file, "results")));
  }

  /** Those of a theme, or the one of that name; none where there is neither. */
  public static List<Program> named(String themeOrName, List<Program> programs) {
    return programs.stream()
        .filter(p -> p.theme().equals(themeOrName) || p.name().equals(themeOrName))
        .toList();
  }

  /** The programs in a folder, in the order of their names. */
  public static List<Program> in(Path folder) {
    return Packaged.files(folder, ProgramParser.SUFFIX, Program::read);
  }

  /** The themes of programs, sorted. */
  public static List<String> themes(List<Program> programs) {
    return programs.stream().map(Program::theme).distinct().sorted().toList();
  }
}
