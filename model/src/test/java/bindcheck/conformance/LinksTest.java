package bindcheck.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every link of a page leads somewhere. */
class LinksTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
  private static final List<String> FOLDERS = List.of("spec", "model", "proofs", "impl");

  private static List<Path> pages() throws IOException {
    Stream<Path> all = Stream.of(Path.of("../README.md"), Checkout.conformance());
    for (String folder : FOLDERS) {
      try (Stream<Path> files = Files.walk(Path.of("..", folder))) {
        List<Path> found =
            files
                .filter(file -> file.toString().endsWith(".md"))
                .filter(file -> !file.toString().contains("target"))
                .toList();
        all = Stream.concat(all, found.stream());
      }
    }
    return all.toList();
  }

  private static boolean leadsSomewhere(Path page, String link) {
    if (link.contains("://")) {
      return true;
    }
    String[] parts = link.split("#", 2);
    Path file = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]);
    return Files.exists(file) && (parts.length == 1 || hasHeading(file, parts[1]));
  }

  /** As GitHub makes an anchor of a heading. */
  private static boolean hasHeading(Path file, String anchor) {
    return HEADING
        .matcher(Checkout.read(file))
        .results()
        .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
        .map(text -> text.replaceAll("[^a-z0-9 _-]", "").replace(' ', '-'))
        .anyMatch(anchor::equals);
  }

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    for (Path page : pages()) {
      assertEquals(
          List.of(),
          LINK.matcher(Checkout.read(page))
              .results()
              .map(link -> link.group(1))
              .filter(link -> !leadsSomewhere(page, link))
              .collect(Collectors.toList()),
          page::toString);
    }
  }
}
