package bindcheck.cli;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * Gives verdicts, headings and options their colours, by what a whole line looks like that is about
 * to be printed. Commands print plain text only, so that it is the same in a file; and what
 * strangers wrote has been made visible before, so that every style on a terminal is one of these.
 */
final class Highlight implements UnaryOperator<String> {
  private static final Pattern VERDICT =
      Pattern.compile("(verdict +|)(PASS|FAIL|INCONCLUSIVE|SKIPPED)\\b(.*)");
  private static final Pattern HEADING =
      Pattern.compile("()(Usage:|Commands:|Exit codes:|scene +nodes +edges .*)(.*)");
  private static final Pattern OPTION = Pattern.compile("( {2,6})((?:-\\w, )?--[a-z-]+)(\\b.*)");

  @Override
  public String apply(String line) {
    Matcher verdict = VERDICT.matcher(line);
    if (verdict.matches()) {
      return styled(verdict, colour(verdict.group(2)));
    }
    Matcher heading = HEADING.matcher(line);
    if (heading.matches()) {
      return styled(heading, Style.bold);
    }
    Matcher option = OPTION.matcher(line);
    return option.matches() ? styled(option, Style.fg_yellow) : line;
  }

  private static Style colour(String verdict) {
    return switch (verdict) {
      case "PASS" -> Style.fg_green;
      case "FAIL" -> Style.fg_red;
      default -> Style.fg_yellow;
    };
  }

  /** The second group in a style. */
  private static String styled(Matcher line, IStyle style) {
    return line.group(1) + style.on() + line.group(2) + style.off() + line.group(3);
  }
}
