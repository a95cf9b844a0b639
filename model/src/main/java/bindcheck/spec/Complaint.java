package bindcheck.spec;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tla2sany.modanalyzer.SpecObj;
import tla2sany.semantic.Errors;

/**
 * What SANY finds wrong with a module.
 *
 * @param line from 1; 0 where it does not say, or it is in another module
 * @param text on one line
 */
record Complaint(long line, String text) {
  /** How its parser prints a place, before which is what it expected, and after it how it came. */
  private static final Pattern SYNTAX =
      Pattern.compile(
          "(?s)(?:\\*\\*\\*Parse Error\\*\\*\\*)?(.*?\\bline (\\d+)\\b.*?)(?:Residual stack.*)?");

  /** How a place is told of all else. */
  private static final Pattern PLACE =
      Pattern.compile("(?s)line (\\d+), col \\d+ to .*? of module (\\w+)\\s+(.*)");

  private static final Pattern NO_PLACE =
      Pattern.compile("(?s)(?:Unknown location|In module \\w+)\\s+(.*)");

  /**
   * The first one; none where the module is one.
   *
   * @param module the name of the module whose lines are meant
   * @param printed what was printed as it was parsed
   */
  static Optional<Complaint> first(String module, SpecObj parsed, List<String> printed) {
    Stream<Complaint> ofSyntax =
        printed.stream()
            .filter(line -> line.startsWith("***Parse Error") || line.startsWith("Lexical"))
            .map(SYNTAX::matcher)
            .filter(Matcher::matches)
            .map(said -> new Complaint(Long.parseLong(said.group(2)), oneLine(said.group(1))));
    Stream<Complaint> ofModules =
        Stream.of(parsed.getInitErrors(), parsed.getParseErrors(), parsed.getSemanticErrors())
            .flatMap(Complaint::all)
            .map(error -> of(module, error.strip()));
    return Stream.concat(ofSyntax, ofModules).findFirst();
  }

  private static Stream<String> all(Errors errors) {
    return Stream.of(errors.getAborts(), errors.getErrors()).flatMap(Arrays::stream);
  }

  private static Complaint of(String module, String error) {
    Matcher place = PLACE.matcher(error);
    if (place.matches() && place.group(2).equals(module)) {
      return new Complaint(Long.parseLong(place.group(1)), oneLine(place.group(3)));
    }
    Matcher none = NO_PLACE.matcher(error);
    return new Complaint(0, oneLine(none.matches() ? none.group(1) : error));
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
