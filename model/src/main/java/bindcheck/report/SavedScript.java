package bindcheck.report;

import bindcheck.check.Failure;
import bindcheck.explain.Explained;
import bindcheck.explain.Report;
import bindcheck.file.Excerpt;
import bindcheck.oracle.Allowed;
import java.util.List;

/** The script of a failure with comments that say what fails. */
public final class SavedScript {
  /** How each begins. */
  static final String MARK = "# bindcheck check: failure ";

  /** The comment that names the scene in which it was found. */
  public static final String SCENE = "# scene     ";

  /** The comment that names the requirements that are broken. */
  public static final String BROKEN = "# broken    ";

  private static final int LONGEST = 500;
  private static final int MOST_SHOWN = 6;

  private final Report report;
  private final Explained failure;
  private final int number;

  /**
   * The script of one of the failures that are no consequences.
   *
   * @param index from 0
   */
  SavedScript(Report report, int index) {
    this.report = report;
    this.failure = report.ownFailures().get(index);
    this.number = index + 1;
  }

  /** The number, the scene, and a requirement that is broken: fit for a file. */
  String name() {
    String requirement = failure.broken().isEmpty() ? "" : "-" + failure.broken().first();
    return "%02d-%s%s".formatted(number, failure.scene(), requirement);
  }

  String text() {
    Failure shown = failure.shown();
    StringBuilder text = new StringBuilder();
    text.append(MARK).append(number).append(" of ").append(report.ownFailures().size());
    text.append('\n');
    add(text, "# target    ", report.subject().target());
    add(text, "# judge     ", report.subject().judge());
    add(text, SCENE, failure.scene());
    if (!failure.broken().isEmpty()) {
      text.append(BROKEN).append(String.join(" ", failure.broken())).append('\n');
    }
    failure.event().ifPresent(event -> add(text, "# call      ", event.toString()));
    add(text, shown.isObserved() ? "# observed  " : "# target    ", failure.observed());
    List<Allowed> allowed = failure.allowed();
    allowed.stream()
        .limit(MOST_SHOWN)
        .forEach(one -> add(text, "# allowed   ", one.observation().toString()));
    failure.cause().ifPresent(cause -> add(text, "# cause     ", cause.text()));
    if (shown.equals(failure.prefix())) {
      add(text, "# note      ", "the walk itself, up to its failing line: no shorter script fails");
    }
    shown.lines().forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  /** A comment is a line, whatever strangers wrote. */
  private static void add(StringBuilder text, String title, String value) {
    text.append(title).append(Excerpt.of(value, LONGEST)).append('\n');
  }
}
