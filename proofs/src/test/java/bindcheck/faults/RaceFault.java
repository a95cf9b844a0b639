package bindcheck.faults;

import bindcheck.litmus.Catalogue;
import bindcheck.litmus.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A fault that only concurrency shows, and the program of the catalogue that is to find it: the
 * line {@code program: NAME} in the prose of its file.
 */
record RaceFault(Change change, Program program) {
  private static final Path FOLDER = Path.of("src/test/resources/races");
  private static final String PROGRAM = "program: ";

  /** All, sorted by name. */
  static List<RaceFault> all() {
    List<Program> programs = Catalogue.in(Path.of("litmus"));
    return Change.allIn(FOLDER).stream().map(change -> of(change, programs)).toList();
  }

  private static RaceFault of(Change change, List<Program> programs) {
    Path file = FOLDER.resolve(change.name() + ".diff");
    try {
      String name =
          Files.readAllLines(file).stream()
              .filter(line -> line.startsWith(PROGRAM))
              .map(line -> line.substring(PROGRAM.length()))
              .findFirst()
              .orElseThrow(() -> new IllegalStateException(file + ": expected " + PROGRAM));
      return programs.stream()
          .filter(program -> program.name().equals(name))
          .findFirst()
          .map(program -> new RaceFault(change, program))
          .orElseThrow(() -> new IllegalStateException(file + ": no program " + name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String name() {
    return change.name();
  }

  @Override
  public String toString() {
    return change.name();
  }
}
