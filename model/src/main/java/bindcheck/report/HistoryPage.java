package bindcheck.report;

import bindcheck.call.Verdict;
import bindcheck.explain.Judgement;
import bindcheck.file.Packaged;
import bindcheck.file.WholeFile;
import bindcheck.history.judge.Contradiction;
import bindcheck.oracle.Allowed;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Locale;

/**
 * Judged histories as a page: what each variant came to and why, with what is not allowed as a
 * timeline, on which an execution is marked that gets as far as any.
 */
public final class HistoryPage {
  private static final int MOST_SHOWN = 6;

  /** More events than a timeline shows, and than an execution is sought for once more. */
  private static final int MOST_EVENTS = 400;

  private final StringBuilder html = new StringBuilder();
  private final ArrayNode histories = JsonNodeFactory.instance.arrayNode();

  private HistoryPage(List<Judgement> judgements, Origin origin) {
    Verdict verdict = Verdict.of(judgements.stream().map(Judgement::verdict).toList());
    add("<header class=\"%s\">", verdict.name().toLowerCase(Locale.ROOT));
    add("<p class=\"verdict\">%s</p>", verdict);
    add("<h1>%s</h1></header>\n<main>", judgements.size() == 1 ? "A history" : "Histories");
    judgements.forEach(this::judgement);
    add("<footer><p>%s</p></footer></main>", Html.escape(origin.toString()));
  }

  /**
   * Writes the page into the folder, which is made if need be.
   *
   * @throws bindcheck.file.InputException if it cannot be written
   */
  public static void write(PageFolder folder, List<Judgement> judgements, Origin origin) {
    folder.make();
    WholeFile.write(folder.path(), out -> out.write(of(judgements, origin)));
  }

  static String of(List<Judgement> judgements, Origin origin) {
    HistoryPage page = new HistoryPage(judgements, origin);
    // No text of a stranger ends the script.
    String data = page.histories.toString().replace("<", "\\u003c");
    String script = "\"use strict\";\nconst HISTORIES = " + data + ";\n";
    String timeline = Packaged.text("/report/timeline.js");
    return Html.page(
        "bindcheck judge", page.html + "<script>\n" + script + timeline + "</script>\n");
  }

  private void judgement(Judgement judged) {
    add("<section><h2><code>%s</code></h2>", Html.escape(judged.file()));
    add(
        "<p>Of <b>%s</b>: %,d calls, in %,d events.</p>",
        Html.escape(judged.header().target()), judged.calls(), judged.events());
    judged.verdicts().forEach(one -> variant(judged.file(), one));
    add("</section>");
  }

  private void variant(String file, Judgement.VariantVerdict judged) {
    add(
        "<h3>%s <span class=\"badge %s\">%s</span></h3>",
        Html.escape(judged.variant()), style(judged.verdict()), judged.verdict());
    if (!judged.reason().isEmpty()) {
      add("<p>%s</p>", Html.escape(judged.reason()));
    }
    judged.failures().forEach(failure -> failure(file, failure));
  }

  private static String style(Verdict verdict) {
    return verdict == Verdict.INCONCLUSIVE ? "non-strict" : verdict.name().toLowerCase(Locale.ROOT);
  }

  private void failure(String file, Judgement.Refutation failure) {
    add("<article class=\"failure\"><dl>");
    entry("where", Html.escape(file + ":" + failure.line()));
    entry("observed", "<code class=\"wrong\">" + Html.escape(failure.observed()) + "</code>");
    List<Allowed> allowed = failure.allowed();
    for (Allowed one : allowed.subList(0, Math.min(MOST_SHOWN, allowed.size()))) {
      String ids = Html.escape(String.join(" ", one.by()));
      entry(
          "allowed",
          "<code class=\"right\">%s</code> <span class=\"from\">%s</span>"
              .formatted(Html.escape(one.observation().toString()), ids));
    }
    if (allowed.isEmpty()) {
      entry("allowed", "nothing in its place; a call before it is not explained");
    } else if (allowed.size() > MOST_SHOWN) {
      entry("", "and " + (allowed.size() - MOST_SHOWN) + " more");
    }
    failure.cause().ifPresent(cause -> entry("cause", Html.escape(cause.text())));
    failure
        .rejection()
        .contradiction()
        .given()
        .forEach(
            (choice, left) ->
                entry("fixed", Html.escape(choice + " is " + String.join(" or ", left))));
    if (failure.count() > 1) {
      entry("count", failure.count() + " like it");
    }
    add("</dl>");
    Contradiction small = failure.rejection().contradiction();
    timeline("A part of the history that is a contradiction by itself", small);
    add(
        "<details><summary>The same in words</summary><pre tabindex=\"0\">%s</pre></details>",
        Html.escape(String.join("\n", small.steps())));
    Contradiction whole = small.whole();
    if (whole.events().size() <= MOST_EVENTS && whole.events().size() > small.events().size()) {
      timeline("All that came before it in this kernel", whole);
    }
    add("</article>");
  }

  private void timeline(String title, Contradiction contradiction) {
    add("<h4>%s</h4>", title);
    add(
        "<p class=\"hint\">A call takes effect at its mark; the numbers say in which order, in an"
            + " execution that gets as far as any. What is not allowed is red. It can be scrolled.</p>");
    add("<div data-history=\"%d\"></div>", histories.size());
    histories.add(Timeline.of(title, contradiction));
  }

  private void entry(String term, String text) {
    add("<dt>%s</dt><dd>%s</dd>", term, text);
  }

  private void add(String format, Object... values) {
    html.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values))
        .append('\n');
  }
}
