package bindcheck.proofs;

import bindcheck.spec.SpecFiles;
import bindcheck.spec.SpecModule;
import bindcheck.tla.ParsedModule;
import bindcheck.tla.SanyReader;
import bindcheck.tla.Terms;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tla2sany.semantic.OpDefNode;
import tlc2.tool.impl.FastTool;
import util.ToolIO;

/** The module with what is to be proved, and with the specification that it is about. */
final class Specification {
  private static final String MODULE = "Induction";

  private Specification() {}

  /** Parses it, where some files have another text. */
  static ParsedModule read(Map<String, String> instead) {
    Map<String, String> files = new HashMap<>();
    files.put(MODULE + ".tla", text(MODULE + ".tla"));
    files.put(MODULE + ".cfg", "CONSTANT Capacity <- RealCapacity\n");
    files.putAll(instead);
    ToolIO.setMode(ToolIO.TOOL); // silences the parser
    try (SpecFiles given = new SpecFiles(files)) {
      FastTool tool = new FastTool(given.folder().toString(), MODULE, MODULE, given);
      OpDefNode[] operators = tool.getSpecProcessor().getRootModule().getOpDefs();
      return SanyReader.read(
          tool.getSpecProcessor().getRootModule(),
          tool.getAssumptions(),
          constant -> named(operators, tool.getModelConfig().getOverrides().get(constant)));
    }
  }

  /** The names of the module's own operators that begin so, sorted. */
  static List<String> named(ParsedModule module, String prefix) {
    return module.definitions().keySet().stream()
        .filter(name -> name.startsWith(AnyStep.MODULE + prefix))
        .map(name -> name.substring(AnyStep.MODULE.length()))
        .sorted()
        .toList();
  }

  /** The choices that a kernel has, and all alternatives of each: the document's and kernels'. */
  static SortedMap<String, List<String>> alternatives() {
    SortedMap<String, List<String>> alternatives = new TreeMap<>();
    Terms.fields(SpecModule.load("Evaluation").evaluate("Choice"))
        .forEach(
            (choice, of) -> {
              List<String> all = new ArrayList<>(Terms.texts(Terms.field(of, "doc")));
              all.addAll(Terms.texts(Terms.field(of, "quirks")));
              alternatives.put(choice, all);
            });
    return alternatives;
  }

  private static OpDefNode named(OpDefNode[] operators, Object name) {
    for (OpDefNode operator : operators) {
      if (operator.getName().toString().equals(name)) {
        return operator;
      }
    }
    return null;
  }

  static String text(String file) {
    try (InputStream in = Specification.class.getResourceAsStream("/bindcheck/proofs/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
