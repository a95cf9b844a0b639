package bindcheck.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.browser.Browser;
import bindcheck.file.Packaged;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.spec.Variants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The site in a browser: it answers as the program does, and can be read and used. */
@Timeout(600)
class SiteInBrowserTest {
  private static final int SCRIPTS = 1_000;

  /** Widths in pixels. */
  private static final int PHONE = 375;

  private static final int DESK = 1440;
  private static final Pattern RESULT = Pattern.compile("(?s)<pre id=\"result\">(.*?)</pre>");
  private static final List<String> PAGES =
      List.of(
          "",
          "document",
          "document/R-early-ack",
          "choices",
          "findings",
          "findings/F-01",
          "findings/F-05",
          "litmus",
          "litmus/ack-read-01-pending-unread",
          "explore",
          "search/ack",
          "nowhere");

  @TempDir private static Path folder;

  private static SpecModule module;

  @BeforeAll
  static void write() {
    Browser.require();
    module = SpecModule.load("Evaluation");
    Site.write(module, folder.resolve("index.html"));
  }

  /** The site's page under another name, with scripts before and after its own. */
  private static Path page(String name, List<String> before, List<String> after)
      throws IOException {
    String index = Files.readString(folder.resolve("index.html"));
    return Files.writeString(
        folder.resolve(name),
        index
            .replace("<link rel=\"icon\"", scripts(before) + "<link rel=\"icon\"")
            .replace("</body>", scripts(after) + "</body>"));
  }

  private static String scripts(List<String> names) {
    return names.stream()
        .map("<script src=\"%s\"></script>\n"::formatted)
        .collect(Collectors.joining());
  }

  private static void put(String resource) throws IOException {
    Files.writeString(folder.resolve(resource), Packaged.text("/bindcheck/site/" + resource));
  }

  private static String result(Path page) throws IOException, InterruptedException {
    String dom = Browser.dom(page, folder.resolve(page.getFileName() + ".browser"));
    Matcher result = RESULT.matcher(dom);
    assertTrue(result.find(), () -> "no result: " + dom.substring(0, Math.min(2000, dom.length())));
    return result.group(1);
  }

  private static String list(String name, int length, IntFunction<?> element) {
    return IntStream.range(0, length)
        .mapToObj(i -> element.apply(i) + ",\n")
        .collect(Collectors.joining("", "const " + name + " = [\n", "];\n"));
  }

  private static void assertAgrees(String programs) throws IOException, InterruptedException {
    long seed = Long.getLong("bindcheck.seed", System.nanoTime());
    Random random = new Random(seed);
    List<Semantics> variants =
        new Variants(module).names().stream().map(name -> new Semantics(module, name)).toList();
    Files.writeString(
        folder.resolve("expected.js"),
        list(
                "EXPLAINED",
                SCRIPTS,
                i -> Expected.of(RandomScript.drawn(random), variants.get(i % variants.size())))
            + list("READ", SCRIPTS, i -> Expected.read(RandomScript.garbled(random)))
            + "const PROGRAMS = "
            + programs
            + ";\n");
    put("compare.js");
    assertEquals(
        "",
        result(page("compare.html", List.of(), List.of("expected.js", "compare.js"))),
        () -> "-Dbindcheck.seed=" + seed);
  }

  @Test
  void answersAsTheProgramDoes() throws Exception {
    assertAgrees("CONTENTS.programs.filter((one, n) => n % 9 === 0)");
  }

  @Tag("long")
  @Test
  void endsEachProgramAsItsTableSays() throws Exception {
    assertAgrees("CONTENTS.programs");
  }

  @Test
  void canBeReadOnADeskOrOnAPhone() throws Exception {
    assertReadable(
        IntStream.range(0, PAGES.size())
            .mapToObj(i -> frame(i % 2 == 0 ? PHONE : DESK, PAGES.get(i)))
            .toList());
  }

  @Tag("long")
  @Test
  void canBeReadOnADeskAndOnAPhone() throws Exception {
    assertReadable(
        Stream.of(PHONE, DESK)
            .flatMap(width -> PAGES.stream().map(page -> frame(width, page)))
            .toList());
  }

  private static String frame(int width, String page) {
    return "<iframe style=\"width: %dpx; height: 900px\" src=\"probe.html#/%s\"></iframe>\n"
        .formatted(width, page);
  }

  private static void assertReadable(List<String> frames) throws Exception {
    put("probe-first.js");
    put("probe.js");
    Files.writeString(folder.resolve("axe.js"), Packaged.text("/axe.min.js"));
    page("probe.html", List.of("probe-first.js"), List.of("axe.js", "probe.js"));
    Path around =
        Files.writeString(
            folder.resolve("frames.html"),
            """
            <!DOCTYPE html><title>frames</title><pre id="result">nothing was heard</pre>
            <script>
            const told = [];
            let heard = 0;
            addEventListener("message", ({data}) => {
              heard++;
              told.push(...data.errors.map(one => data.width + " " + data.page + ": " + one));
              document.getElementById("result").textContent =
                  heard === %d ? told.join("\\n") : heard + " pages";
            });
            </script>
            """
                    .formatted(frames.size())
                + String.join("", frames));
    assertEquals("", result(around));
  }

  @Test
  void canBeUsed() throws Exception {
    put("probe-first.js");
    put("use.js");
    assertEquals("", result(page("use.html", List.of("probe-first.js"), List.of("use.js"))));
  }
}
