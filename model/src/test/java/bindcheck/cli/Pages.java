package bindcheck.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The project's documents, and what they tell people to type. */
final class Pages {
  static final Path ROOT = Path.of("..");

  /** In a line of its own, or between backticks; up to a comment. */
  private static final Pattern COMMAND =
      Pattern.compile("(?m)(?:^ {4}(?:\\(.*\\) *)?|`)\\./bindcheck ([^`\\n]+?) *(?:`|#.*$|$)");

  /** A word between quotes, or without blanks. */
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|\\S+");

  private Pages() {}

  static List<Path> all() throws IOException {
    List<Path> pages = new ArrayList<>();
    for (String folder : List.of(".", "model", "model/docs", "model/examples", "proofs")) {
      try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
        files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
      }
    }
    return pages;
  }

  /** Each without {@code ./bindcheck}. */
  static List<String> commands(Path page) throws IOException {
    return COMMAND.matcher(Files.readString(page)).results().map(m -> m.group(1)).toList();
  }

  /** As a shell would part it. */
  static List<String> words(String command) {
    return WORD.matcher(command).results().map(m -> m.group().replaceAll("[\"']", "")).toList();
  }

  /** An indented block of a page that begins so, without its indentation. */
  static List<String> block(String page, String begin) throws IOException {
    String text = Files.readString(ROOT.resolve(page));
    String block =
        text.substring(text.indexOf(begin))
            .lines()
            .takeWhile(line -> line.isEmpty() || line.startsWith("    "))
            .map(line -> line.isEmpty() ? "" : line.substring(4))
            .collect(Collectors.joining("\n"));
    return block.stripTrailing().lines().toList();
  }
}
