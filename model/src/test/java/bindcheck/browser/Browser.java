package bindcheck.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Chromium without a window: what it makes of a page once its scripts have run. */
public final class Browser {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

  /** In seconds. */
  private static final int PATIENCE = 300;

  /** Without these a browser asks for things that are not the page. */
  private static final List<String> QUIET =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private Browser() {}

  /** Has a test that needs a browser skipped where there is none. */
  public static void require() {
    assumeTrue(Files.isExecutable(CHROMIUM), "skipped: no Chromium at " + CHROMIUM);
  }

  /**
   * The page as it is when nothing more happens on it by itself.
   *
   * @param scratch a folder of its own for each call
   */
  public static String dom(Path page, Path scratch) throws IOException, InterruptedException {
    Files.createDirectories(scratch);
    Path out = scratch.resolve("dom.html");
    List<String> command = new ArrayList<>(List.of(CHROMIUM.toString()));
    command.addAll(QUIET);
    command.add("--user-data-dir=" + scratch.resolve("profile"));
    command.add("--window-size=1600,900");
    command.add("--virtual-time-budget=100000"); // in ms, of which none passes while nothing waits
    command.add("--dump-dom");
    command.add(page.toUri().toString());
    Process browser =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertTrue(browser.waitFor(PATIENCE, TimeUnit.SECONDS), "the browser does not end");
    } finally {
      browser.descendants().forEach(ProcessHandle::destroyForcibly);
      browser.destroyForcibly().waitFor();
    }
    return Files.readString(out, StandardCharsets.UTF_8);
  }
}
