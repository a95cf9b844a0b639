package bindcheck.site;

import bindcheck.file.InputException;
import bindcheck.file.Packaged;
import bindcheck.file.TextFile;
import bindcheck.file.WholeFile;
import bindcheck.spec.SpecModule;
import bindcheck.spec.Translation;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The site as a folder of files. A browser reads it from the disk; it asks for nothing that is not
 * in the folder.
 */
public final class Site {
  /** Beside it are all others. */
  private static final String INDEX = "/site/index.html";

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

  /** The files by their names, each with its text. */
  static Map<String, String> files(SpecModule module) {
    Map<String, String> files = new TreeMap<>();
    for (String suffix : List.of(".html", ".css", ".js")) {
      Packaged.in(
          INDEX,
          index ->
              Packaged.files(
                  index.getParent(),
                  suffix,
                  file ->
                      files.put(
                          file.getFileName().toString(), TextFile.read(file, "a file of text"))));
    }
    files.put("spec.js", "\"use strict\";\n" + Translation.of(module, "SPEC", OPERATORS));
    files.put("notation.js", "const NOTATION = " + Notation.of() + ";\n");
    files.put("templates.js", "const TEMPLATES = " + templates() + ";\n");
    files.put("contents.js", "const CONTENTS = " + Contents.of(module) + ";\n");
    return files;
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
   * Writes the site into a folder, which is made if need be.
   *
   * @return how many files there are
   * @throws InputException if one cannot be written
   */
  public static int write(SpecModule module, Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new InputException(folder, "expected a folder to write to, found none");
    }
    Map<String, String> files = files(module);
    files.forEach((name, text) -> WholeFile.write(folder.resolve(name), out -> out.write(text)));
    return files.size();
  }
}
