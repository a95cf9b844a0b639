package bindcheck.conformance;

import bindcheck.script.Line;
import bindcheck.script.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a kernel does what the document does not admit, with the script that shows it.
 *
 * @param choice the choice that the kernel takes otherwise
 * @param variant the kernel
 * @param text the script; calls below a line {@code # at once} are made together
 */
record Finding(String choice, String variant, String text) {
  static final String AT_ONCE = "# at once";

  private static final String PART = "finding ";
  private static final Pattern WRITTEN =
      Pattern.compile("```\\n([^`]*)```\\n+<!-- generated:finding (\\S+) (\\S+) -->");

  /** The findings of a document: each script stands right above the part that is made from it. */
  static List<Finding> of(GeneratedDocument document) {
    return WRITTEN
        .matcher(document.text())
        .results()
        .map(found -> new Finding(found.group(2), found.group(3), found.group(1)))
        .toList();
  }

  /** The name of the generated part below the script. */
  String part() {
    return PART + choice + " " + variant;
  }

  /** The calls, those that are made together in one group. */
  List<List<Line>> groups() {
    Matcher together = Pattern.compile("^" + AT_ONCE + "$", Pattern.MULTILINE).matcher(text);
    long alone = together.find() ? text.substring(0, together.start()).lines().count() : -1;
    List<List<Line>> groups = new ArrayList<>();
    for (Line line : Script.parse(part(), text).lines()) {
      if (alone < 0 || line.number() <= alone || groups.isEmpty()) {
        groups.add(new ArrayList<>(List.of(line)));
      } else if (groups.get(groups.size() - 1).get(0).number() > alone) {
        groups.get(groups.size() - 1).add(line);
      } else {
        groups.add(new ArrayList<>(List.of(line)));
      }
    }
    return groups;
  }
}
