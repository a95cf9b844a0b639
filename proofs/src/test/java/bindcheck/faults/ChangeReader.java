package bindcheck.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one {@link Change}. */
final class ChangeReader {
  private static final String SCENE = "scene: ";
  private static final String FILE = "--- ";
  private static final String NEXT_PLACE = "@@";

  private final String name;
  private final List<Edit> edits = new ArrayList<>();
  private final StringBuilder from = new StringBuilder();
  private final StringBuilder to = new StringBuilder();
  private Optional<String> scene = Optional.empty();
  private String file;

  ChangeReader(String name) {
    this.name = name;
  }

  /**
   * Reads the lines of the file.
   *
   * @throws IllegalArgumentException at a line that has no meaning, or if nothing is changed
   */
  Change read(List<String> lines) {
    for (String line : lines) {
      if (line.startsWith(FILE)) {
        endEdit();
        file = line.substring(FILE.length());
      } else if (file == null) {
        readProse(line);
      } else if (line.equals(NEXT_PLACE)) {
        endEdit();
      } else {
        readChangedLine(line);
      }
    }
    endEdit();
    if (edits.isEmpty()) {
      throw new IllegalArgumentException(name + ": expected '" + FILE + "FILE' and what changes");
    }
    return new Change(name, scene, List.copyOf(edits));
  }

  private void readProse(String line) {
    if (line.startsWith(SCENE)) {
      scene = Optional.of(line.substring(SCENE.length()));
    }
  }

  private void readChangedLine(String line) {
    char mark = line.isEmpty() ? '?' : line.charAt(0);
    if (mark != ' ' && mark != '-' && mark != '+') {
      throw new IllegalArgumentException(name + ": expected ' ', '-' or '+', found '" + line + "'");
    }
    if (mark != '+') {
      from.append(line, 1, line.length()).append('\n');
    }
    if (mark != '-') {
      to.append(line, 1, line.length()).append('\n');
    }
  }

  private void endEdit() {
    if (!from.isEmpty()) {
      edits.add(new Edit(file, from.toString(), to.toString()));
    } else if (!to.isEmpty()) {
      throw new IllegalArgumentException(name + ": nothing says where to add\n" + to);
    }
    from.setLength(0);
    to.setLength(0);
  }
}
