package bindcheck.spec;

import bindcheck.file.Packaged;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tla2sany.st.Location;

/**
 * The specification with one expression changed.
 *
 * @param module whose text is changed
 * @param place where, in lines and columns
 * @param operator in whose definition
 * @param number which change of that definition, from 1
 * @param old the expression
 * @param changed what stands in its place
 */
public record SpecMutant(
    String module, Location place, String operator, int number, String old, String changed) {

  static List<String> lines(String module) {
    return Packaged.text("/spec/" + module + ".tla").lines().toList();
  }

  /** What stands in a place of these lines, on one line. */
  static String at(List<String> lines, Location place) {
    if (place.beginLine() == place.endLine()) {
      return lines.get(place.beginLine() - 1).substring(place.beginColumn() - 1, place.endColumn());
    }
    StringBuilder text = new StringBuilder();
    text.append(lines.get(place.beginLine() - 1).substring(place.beginColumn() - 1));
    for (int line = place.beginLine(); line < place.endLine() - 1; line++) {
      text.append(' ').append(lines.get(line).strip());
    }
    return text.append(' ')
        .append(lines.get(place.endLine() - 1).substring(0, place.endColumn()).strip())
        .toString();
  }

  /** The file that is changed, by its name, with its text. */
  Map<String, String> files() {
    List<String> lines = new ArrayList<>(lines(module));
    String first = lines.get(place.beginLine() - 1).substring(0, place.beginColumn() - 1);
    String rest = lines.get(place.endLine() - 1).substring(place.endColumn());
    lines.subList(place.beginLine() - 1, place.endLine()).clear();
    lines.add(place.beginLine() - 1, first + changed + rest);
    return Map.of(module + ".tla", String.join("\n", lines) + "\n");
  }

  /** A short name: the same in every run, as long as the definition stays the same. */
  public String name() {
    return module + "!" + operator + "." + number;
  }

  /** The specification with this change, to be evaluated. */
  public SpecModule load() {
    return SpecModule.load("Evaluation", files());
  }

  /** The same in every run, and as long as the line of the text stays the same. */
  @Override
  public String toString() {
    return module + "!" + operator + ": " + old + " => " + changed;
  }
}
