package bindcheck.conformance;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Prose with generated parts: each stands between {@code <!-- generated:NAME -->} and {@code <!--
 * end -->}.
 */
record GeneratedDocument(String text) {
  private static final Pattern PART =
      Pattern.compile("(<!-- generated:([^>]+) -->\\n).*?(<!-- end -->)", Pattern.DOTALL);

  /** The names of the generated parts, in their order. */
  List<String> parts() {
    return PART.matcher(text).results().map(part -> part.group(2)).toList();
  }

  /** What a part says now. */
  String part(String name) {
    return PART.matcher(text)
        .results()
        .filter(part -> part.group(2).equals(name))
        .map(part -> text.substring(part.end(1), part.start(3)))
        .findFirst()
        .orElseThrow();
  }

  /** The document without what is generated. */
  String prose() {
    return regenerated(part -> "");
  }

  /** The document with every part made anew, by its name. */
  String regenerated(UnaryOperator<String> maker) {
    return PART.matcher(text)
        .replaceAll(
            part ->
                Matcher.quoteReplacement(
                    part.group(1) + maker.apply(part.group(2)) + part.group(3)));
  }

  /** The first line that another text has otherwise, with its number; or nothing. */
  String firstDifference(String other) {
    String[] mine = text.split("\n", -1);
    String[] theirs = other.split("\n", -1);
    int at = Arrays.mismatch(mine, theirs);
    return at < 0 ? "" : "line %d: %s".formatted(at + 1, at < mine.length ? mine[at] : "missing");
  }
}
