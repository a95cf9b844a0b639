package bindcheck.faults;

import bindcheck.litmus.Catalogue;
import bindcheck.litmus.Program;
import bindcheck.litmus.jpf.ClassFiles;
import bindcheck.zoo.Change;
import bindcheck.zoo.ChangedReference;
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
  private static final Path FOLDER = Path.of("zoo/races");
  private static final String PROGRAM = "program";
  private static final String MODEL = "model";

  /** All, sorted by name. */
  static List<RaceFault> all() {
    return allIn(FOLDER);
  }

  /** All of another folder. */
  static List<RaceFault> allIn(Path folder) {
    List<Program> programs = Catalogue.in(Path.of("litmus"));
    return Change.allIn(folder).stream().map(change -> of(change, programs)).toList();
  }

  private static RaceFault of(Change change, List<Program> programs) {
    String name =
        change
            .note(PROGRAM)
            .orElseThrow(() -> new IllegalStateException(change + ": " + PROGRAM + "?"));
    return programs.stream()
        .filter(program -> program.name().equals(name))
        .findFirst()
        .map(program -> new RaceFault(change, program, change.note(MODEL)))
        .orElseThrow(() -> new IllegalStateException(change + ": no program " + name));
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
