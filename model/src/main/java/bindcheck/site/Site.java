package bindcheck.site;

import bindcheck.file.Packaged;
import bindcheck.file.WholeFile;
import bindcheck.spec.SpecModule;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The site: one page that a browser reads from the disk, and that asks for nothing else. */
public final class Site {
  private static final String FOLDER = "/site/";
  private static final Pattern STYLE =
      Pattern.compile("<link rel=\"stylesheet\" href=\"([a-z.]+)\">");
  private static final Pattern SCRIPT = Pattern.compile("<script src=\"([a-z.]+)\"></script>");

  /** What the scripts ask of the specification; see {@code machine.js}. */
  private static final List<String> OPERATORS =
      List.of(
          "Steps",
          "Begin",
          "Expirable",
          "Expire",
          "Collect",
          "Held",
          "Narrow",
          "EmptyKernel",
          "Variants");

  private Site() {}

  /** The page: one file that needs nothing else. */
  static String page(SpecModule module) {
    String page = Packaged.text(FOLDER + "index.html");
    Map<String, String> made =
        Map.of(
            "spec.js", Translation.of(module.parsed(), "SPEC", OPERATORS),
            "notation.js", "const NOTATION = " + Notation.of() + ";\n",
            "templates.js", "const TEMPLATES = " + templates() + ";\n",
            "contents.js", "const CONTENTS = " + Contents.of(module) + ";\n");
    page = replaced(page, STYLE, name -> "<style>\n" + Packaged.text(FOLDER + name) + "</style>");
    return replaced(
        page,
        SCRIPT,
        name -> {
          String text = made.containsKey(name) ? made.get(name) : Packaged.text(FOLDER + name);
          return "<script>\n\"use strict\";\n"
              + text.replace("</script", "<\\/script")
              + "</script>";
        });
  }

  /** With the text of a file in the place of each reference to it. */
  private static String replaced(String page, Pattern reference, UnaryOperator<String> text) {
    return reference
        .matcher(page)
        .replaceAll(found -> Matcher.quoteReplacement(text.apply(found.group(1))));
  }

  /** The parts of a test in C that are the same in each. */
  private static ObjectNode templates() {
    ObjectNode templates = JsonNodeFactory.instance.objectNode();
    for (String part : List.of("head", "soon", "main")) {
      templates.put(part, Packaged.text("/paste/" + part + ".c"));
    }
    return templates;
  }

  /**
   * Writes the site.
   *
   * @throws bindcheck.file.InputException if the file cannot be written
   */
  public static void write(SpecModule module, Path file) {
    WholeFile.write(file, out -> out.write(page(module)));
  }
}
