package bindcheck.report;

import bindcheck.check.Failure;
import bindcheck.check.SceneResult;
import bindcheck.explain.Expectation;
import bindcheck.explain.Explained;
import bindcheck.explain.Grade;
import bindcheck.explain.Report;
import bindcheck.oracle.Allowed;
import bindcheck.script.Line;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The body of the page: verdict, failures, requirements, coverage. */
final class HtmlBody {
  private static final int MOST_SHOWN = 6;
  private static final double NANOS = 1e9;

  private final Report report;
  private final StringBuilder html = new StringBuilder();

  HtmlBody(Report report, Origin origin) {
    this.report = report;
    head();
    failures();
    requirements();
    coverage();
    foot(origin);
  }

  private void foot(Origin origin) {
    long seed = report.subject().seed();
    double seconds = report.scenes().stream().mapToLong(SceneResult::nanos).sum() / NANOS;
    add(
        "<footer><p>%s; walks in %s; replayed in %.1f s.</p></footer>",
        Html.escape(origin.toString()),
        seed == 0 ? "their own order" : "the order of seed " + seed,
        seconds);
  }

  @Override
  public String toString() {
    return html.toString();
  }

  private void head() {
    String verdict = report.verdict().name();
    add("<header class=\"%s\">", verdict.toLowerCase(Locale.ROOT));
    add("<p class=\"verdict\">%s</p>", verdict);
    add("<h1>%s</h1>", Html.escape(report.subject().target()));
    add(
        "<p>%s Judged by <b>%s</b> on the <b>%s</b> suite of <b>%s</b>; blocking %s.</p>",
        HtmlReport.meaning(report.verdict()),
        report.subject().judge(),
        Html.escape(report.subject().walked()),
        report.subject().covered(),
        report.isExact() ? "was observed exactly" : "was taken for granted after a settle time");
    add("</header>\n<main>\n<section class=\"figures\">");
    for (Grade grade : Grade.values()) {
      if (grade != Grade.NOT_EXERCISED) {
        figure(report.sum().of(grade), "steps: " + grade.text(), style(grade), grade.meaning());
      }
    }
    String of = " of " + report.requirements().size();
    add(
        "<div class=\"figure\" title=\"requirements that a step rests on\"><b>%d%s</b>"
            + "<span>requirements exercised</span></div>",
        report.exercised(), of);
    add("</section>");
    skipped();
    report
        .ending()
        .ifPresent(how -> add("<p class=\"skipped\">The target %s.</p>", Html.escape(how)));
    report.expectation().ifPresent(this::expected);
  }

  private void skipped() {
    if (!report.missing().isEmpty()) {
      add(
          "<p class=\"skipped\"><b>Skipped:</b> %,d edges, since the target has no %s.</p>",
          report.allLeftOut(),
          report.missing().stream()
              .map(call -> "<code>" + Html.escape(call) + "</code>")
              .collect(Collectors.joining(", ")));
      report
          .withoutRelease()
          .forEach(line -> add("<p class=\"skipped\">Of these %s.</p>", Html.escape(line)));
    }
    if (!report.isAnythingTried()) {
      add("<p class=\"skipped\">Nothing could be tried.</p>");
    }
  }

  private void figure(long number, String text, String style, String meaning) {
    String zero = number == 0 ? " zero" : "";
    add(
        "<div class=\"figure %s%s\" title=\"%s\"><b>%,d</b><span>%s</span></div>",
        style, zero, Html.escape(meaning), number, text);
  }

  private static String style(Grade grade) {
    return grade.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private void expected(Expectation expectation) {
    if (expectation.isMet(report)) {
      add("<p>Exactly the %d known failures.</p>", expectation.listed().size());
      return;
    }
    add("<p>Not the known failures:</p><ul>");
    expectation.unexpected(report).forEach(id -> add("<li>%s fails</li>", link(id)));
    expectation
        .passing(report)
        .forEach(id -> add("<li>%s is listed, but does not fail</li>", link(id)));
    add("</ul>");
  }

  private void failures() {
    List<Explained> own = report.ownFailures();
    if (own.isEmpty()) {
      return;
    }
    add("<section><h2>%s</h2>", own.size() == 1 ? "The failure" : own.size() + " failures");
    own.forEach(this::failure);
    if (report.consequences() > 0) {
      add(
          "<p>%d more steps went wrong in walks in which an earlier one had.</p>",
          report.consequences());
    }
    add("</section>");
  }

  private void failure(Explained failure) {
    add("<article class=\"failure\">");
    add(
        "<h3><code>%s</code> <span class=\"badge %s\">%s</span></h3>",
        Html.escape(failure.event().map(Object::toString).orElse("a fresh kernel")),
        style(failure.grade()),
        failure.grade().text());
    add("<dl>");
    entry("observed", "<code class=\"wrong\">" + Html.escape(failure.observed()) + "</code>");
    List<Allowed> allowed = failure.allowed();
    for (Allowed one : allowed.subList(0, Math.min(MOST_SHOWN, allowed.size()))) {
      entry(
          "allowed",
          "<code class=\"right\">" + Html.escape(one.observation().toString()) + "</code>");
    }
    if (allowed.size() > MOST_SHOWN) {
      entry("", "and " + (allowed.size() - MOST_SHOWN) + " more");
    }
    if (!failure.broken().isEmpty()) {
      entry("not met", requirementList(failure.broken()));
    }
    if (!failure.guard().isEmpty()) {
      entry("guard", Html.escape(failure.guard()));
    }
    failure.cause().ifPresent(cause -> entry("cause", Html.escape(cause.text())));
    if (!failure.kernels().isEmpty()) {
      entry("kernels", Html.escape(String.join(", ", failure.kernels())) + " would have done so");
    }
    String often = failure.count() == 1 ? "once" : failure.count() + " times";
    if (!failure.timing().text().isEmpty()) {
      entry("timing", Html.escape(failure.timing().text()));
    }
    failure
        .also()
        .forEach(other -> entry("also", Html.escape(other.scene() + ": " + look(other.shown()))));
    entry("found", "in scene " + failure.scene() + ", " + often);
    add("</dl>");
    script(failure);
    add("</article>");
  }

  private static String look(Failure shown) {
    return shown.last().map(Object::toString).orElse("a fresh kernel") + ": " + shown.observed();
  }

  private void entry(String term, String html) {
    add("<dt>%s</dt><dd>%s</dd>", term, html);
  }

  private String requirementList(Set<String> ids) {
    return report.requirements().stream()
        .filter(known -> ids.contains(known.id()))
        .map(known -> "<li>" + link(known.id()) + " " + Html.escape(known.text()) + "</li>")
        .collect(Collectors.joining("", "<ul>", "</ul>"));
  }

  private static String link(String id) {
    return "<a href=\"#%s\"><code>%s</code></a>".formatted(id, id);
  }

  private void script(Explained failure) {
    if (failure.shown().lines().isEmpty()) {
      return;
    }
    add(
        "<p><a href=\"%s#/explore?v=%s&amp;s=%s\">Step through it</a>, and see what each kernel"
            + " allows.</p>",
        HtmlReport.EXPLORER,
        encoded(report.subject().judge()),
        encoded(text(failure.shown().lines())));
    add("<p class=\"hint narrow\">The chart can be scrolled sideways.</p>");
    add(
        "<div class=\"scroll\" tabindex=\"0\">%s</div>",
        SvgChart.of(SequenceChart.of(failure.shown())));
    List<Line> script = failure.shown().lines();
    details("Script: " + script.size() + " calls, the last one fails", text(script), true);
    List<Line> walk = failure.prefix().lines();
    if (walk.size() > script.size()) {
      details("The walk of the suite up to there: " + walk.size() + " calls", text(walk), false);
    }
    details("The same as a test in C", CTest.of(failure), false);
    details("The same as a JUnit test", JavaTest.of(failure, report.subject().target()), false);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String text(List<Line> lines) {
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  private void details(String title, String code, boolean open) {
    add(
        "<details%s><summary>%s</summary><pre>%s</pre></details>",
        open ? " open" : "", Html.escape(title), Html.escape(code));
  }

  private void requirements() {
    add("<section><h2>Requirements</h2>");
    add(
        "<table class=\"requirements\"><thead><tr><th>requirement</th><th>grade</th><th"
            + " class=\"n\">steps</th></tr></thead><tbody>");
    report.requirements().stream()
        .sorted(
            Comparator.comparing((Report.Requirement r) -> r.tally().grade().isRejected())
                .reversed())
        .forEach(this::row);
    add("</tbody></table>");
    add("<dl class=\"legend\">");
    for (Grade grade : Grade.values()) {
      entry(
          "<span class=\"badge " + style(grade) + "\">" + grade.text() + "</span>",
          Html.escape(grade.meaning()));
    }
    add("</dl></section>");
  }

  private void row(Report.Requirement requirement) {
    Grade grade = requirement.tally().grade();
    add(
        "<tr id=\"%s\"><td><code>%s</code><span class=\"from\">%s</span><p>%s</p></td>"
            + "<td><span class=\"badge %s\">%s</span></td><td class=\"n\">%,d</td></tr>",
        requirement.id(),
        requirement.id(),
        Html.escape(requirement.from()),
        Html.escape(requirement.text()),
        style(grade),
        grade.text(),
        requirement.tally().all());
  }

  private void coverage() {
    add("<section><h2>Coverage</h2><div class=\"scroll\"><table><thead><tr><th>scene</th>");
    for (String column : new String[] {"nodes", "edges", "walks", "left", "steps", "lower bound"}) {
      add("<th class=\"n\">%s</th>", column);
    }
    add("<th>graph</th></tr></thead><tbody>");
    for (SceneResult scene : report.scenes()) {
      add(
          "<tr><td>%s</td><td class=\"n\">%,d</td><td class=\"n\">%,d</td><td"
              + " class=\"n\">%,d</td><td class=\"n\">%,d</td><td class=\"n\">%,d</td><td"
              + " class=\"n\">%,d</td><td><code>%s</code></td></tr>",
          scene.size().name(),
          scene.size().nodes(),
          scene.size().edges(),
          scene.size().walks(),
          scene.walksLeft(),
          scene.steps(),
          scene.size().lowerBound(),
          scene.size().hash());
    }
    add("</tbody></table></div>");
    add(
        "<h2>As the kernels do</h2><table><thead><tr><th>kernel</th><th class=\"n\">steps"
            + " alike</th></tr></thead><tbody>");
    report
        .agreements()
        .forEach(
            (kernel, steps) ->
                add(
                    "<tr><td>%s</td><td class=\"n\">%,d of %,d</td></tr>",
                    Html.escape(kernel), steps, report.sum().all()));
    add("</tbody></table></section>\n</main>");
  }

  private void add(String format, Object... values) {
    html.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values))
        .append('\n');
  }
}
