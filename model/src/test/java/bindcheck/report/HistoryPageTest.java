package bindcheck.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.browser.Browser;
import bindcheck.explain.CauseSearch;
import bindcheck.explain.Judgement;
import bindcheck.history.judge.HistoryJudge;
import bindcheck.history.linear.Budget;
import bindcheck.spec.Semantics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The page on judged histories. */
@Timeout(120)
class HistoryPageTest {
  private static final Path LOST =
      Path.of("src/test/resources/histories/zircon-2018/reader-sleeps-beside-a-packet.history");

  /** Tells what a browser has made of the timelines. */
  private static final String MEASURE =
      """
      <script>
      document.title = "drawn " + document.querySelectorAll("svg.history .call").length + " "
          + document.querySelectorAll("svg.history .effect").length + " "
          + document.querySelectorAll("svg.history text.wrong, svg.history .call.wrong").length
          + " wide " + (document.documentElement.scrollWidth - innerWidth);
      </script>
      """;

  @TempDir private Path folder;

  private static String page() {
    Map<String, Semantics> variants =
        new TreeMap<>(Map.of("doc", Seen.DOC, "zircon-2018", Seen.KERNELS.get("zircon-2018")));
    HistoryJudge judge =
        new HistoryJudge(LOST, variants, () -> new Budget(100_000, Duration.ofMinutes(1)));
    List<Judgement.VariantVerdict> verdicts = new ArrayList<>();
    judge
        .judge()
        .forEach(
            (name, judged) ->
                verdicts.add(
                    Judgement.VariantVerdict.of(
                        name, judged, new CauseSearch(Seen.MODULE, variants.get(name)))));
    return HistoryPage.of(List.of(Judgement.of("a<b>.history", judge, verdicts)), Seen.ORIGIN);
  }

  @Test
  void saysWhatEachVariantCameTo() {
    String page = page();
    assertTrue(page.contains("<h3>doc <span class=\"badge fail\">FAIL</span></h3>"), page);
    assertTrue(page.contains("<h3>zircon-2018 <span class=\"badge pass\">PASS</span></h3>"), page);
    assertTrue(page.contains("C-reader-wake"), page);
  }

  @Test
  void whatAStrangerWroteIsNoHtml() {
    assertFalse(page().contains("<b>.history"));
  }

  @Test
  void drawsTheContradictionWithAnExecution() throws Exception {
    Browser.require();
    Path file =
        Files.writeString(
            folder.resolve("page.html"), page().replace("</body>", MEASURE + "</body>"));
    Matcher drawn =
        Pattern.compile("<title>drawn (\\d+) (\\d+) (\\d+) wide (-?\\d+)</title>")
            .matcher(Browser.dom(file, folder.resolve("browser")));
    assertTrue(drawn.find());
    assertEquals("4", drawn.group(1), "calls");
    assertEquals(
        "2", drawn.group(2), "effects, of all calls but that which times out or is blocked");
    assertTrue(Integer.parseInt(drawn.group(3)) > 0, "nothing is shown to be wrong");
    assertTrue(Integer.parseInt(drawn.group(4)) <= 0, "wider than the window");
  }
}
