package bindcheck.faults;

import bindcheck.litmus.Catalogue;
import bindcheck.litmus.Program;
import bindcheck.litmus.jpf.ClassFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A fault that only concurrency shows, and the program of the catalogue that is to find it: the
 * line {@code program: NAME} in the prose of its file. The line {@code model: NAME}, where there is
 * one, names the model of spec/ that has the same fault.
 */
record RaceFault(Change change, Program program, Optional<String> model) {
  private static final Path FOLDER = Path.of("src/test/resources/races");
  private static final String PROGRAM = "program: ";
  private static final String MODEL = "model: ";

  /** All, sorted by name. */
  static List<RaceFault> all() {
    return allIn(FOLDER);
  }

  /** All of another folder. */
  static List<RaceFault> allIn(Path folder) {
    List<Program> programs = Catalogue.in(Path.of("litmus"));
    return Change.allIn(folder).stream().map(change -> of(folder, change, programs)).toList();
  }

  private static RaceFault of(Path folder, Change change, List<Program> programs) {
    Path file = folder.resolve(change.name() + ".diff");
    String name =
        line(file, PROGRAM)
            .orElseThrow(() -> new IllegalStateException(file + ": " + PROGRAM + "?"));
    return programs.stream()
        .filter(program -> program.name().equals(name))
        .findFirst()
        .map(program -> new RaceFault(change, program, line(file, MODEL)))
        .orElseThrow(() -> new IllegalStateException(file + ": no program " + name));
  }

  private static Optional<String> line(Path file, String key) {
    try {
      return Files.readAllLines(file).stream()
          .filter(line -> line.startsWith(key))
          .map(line -> line.substring(key.length()))
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A hash of the classes of all faults: it is another one when a change is, or the reference. */
  static String hash() {
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (RaceFault fault : all()) {
      new ChangedReference(fault.change())
          .classes()
          .forEach((name, bytes) -> files.put(fault.name() + ":" + name, bytes));
    }
    return new ClassFiles(files).hash();
  }

  String name() {
    return change.name();
  }

  @Override
  public String toString() {
    return change.name();
  }
}
