package bindcheck.zoo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one {@link Change}. */
final class ChangeReader {
  private static final Pattern NOTE = Pattern.compile("(scene|calls|program|model): (\\S+)");
  private static final String FILE = "--- ";
  private static final String NEXT_PLACE = "@@";

  private final String name;
  private final List<Edit> edits = new ArrayList<>();
  private final StringBuilder from = new StringBuilder();
  private final StringBuilder to = new StringBuilder();
  private final List<String> prose = new ArrayList<>();
  private final Map<String, String> notes = new TreeMap<>();
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
    return new Change(name, String.join(" ", prose), notes, edits);
  }

  private void readProse(String line) {
    Matcher note = NOTE.matcher(line);
    if (note.matches()) {
      notes.put(note.group(1), note.group(2));
    } else if (!line.isBlank()) {
      prose.add(line.strip());
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
