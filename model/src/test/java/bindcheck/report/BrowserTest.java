package bindcheck.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.browser.Browser;
import bindcheck.explain.Grader;
import bindcheck.explain.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The page as a browser shows it, on a desk and on a phone. */
@Timeout(120)
class BrowserTest {
  /** Tells, in the title, how wide the page is and what stands out of it. */
  private static final String MEASURE =
      """
      <script>
      addEventListener("load", () => {
        const root = document.documentElement;
        const wide = [...document.querySelectorAll("body *")].filter(
            e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest(".scroll, pre"));
        top.document.title = "measured " + innerWidth + " " + root.scrollWidth + " "
            + wide.map(e => e.tagName).join(",") + " end; charts "
            + document.querySelectorAll("svg.chart text.wrong").length + " end";
      });
      </script>
      """;

  @TempDir private Path folder;

  @BeforeEach
  void requireBrowser() {
    Browser.require();
  }

  private static String page() {
    Grader grader = new Grader(Seen.GLOSSARY, Seen.KERNELS);
    Report report =
        Report.of(
            Seen.GLOSSARY,
            new Report.Subject("process:./an-implementation", "doc", "small", "reference", 0),
            true,
            List.of("interrupt_wait", "handle_duplicate", "handle_replace", "expire"),
            List.of(),
            grader,
            List.of(Seen.lostWakeUp()),
            Optional.empty(),
            Optional.empty());
    return HtmlReport.of(report, Seen.ORIGIN);
  }

  /** What the browser makes of the page in a frame of that width, after its scripts have run. */
  private String shown(String html, int width) throws IOException, InterruptedException {
    String frame =
        """
        <!DOCTYPE html>
        <title>not measured</title>
        <iframe style="border: 0; width: %dpx; height: 800px" srcdoc="%s"></iframe>
        """
            .formatted(width, Html.escape(html));
    Path file = Files.writeString(folder.resolve("page.html"), frame);
    return Browser.dom(file, folder.resolve("browser" + width));
  }

  @Test
  void nothingStandsOutOnADeskOrOnAPhone() throws Exception {
    String page = page().replace("</head>", MEASURE + "</head>");
    for (int width : new int[] {1280, 390}) {
      String dom = shown(page, width);
      Matcher measured =
          Pattern.compile("<title>measured (\\d+) (\\d+) (.*) end; charts (\\d+) end").matcher(dom);
      assertTrue(measured.find(), dom.substring(0, Math.min(400, dom.length())));
      int inner = Integer.parseInt(measured.group(1));
      assertTrue(Integer.parseInt(measured.group(2)) <= inner, () -> measured.group());
      assertEquals("", measured.group(3), "elements that stand out at width " + width);
      assertTrue(Integer.parseInt(measured.group(4)) > 0, "no chart shows what is wrong");
    }
  }
}
