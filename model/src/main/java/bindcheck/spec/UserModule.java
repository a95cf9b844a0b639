package bindcheck.spec;

import bindcheck.file.InputException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tla2sany.drivers.FrontEndException;
import tla2sany.drivers.SANY;
import tla2sany.modanalyzer.SpecObj;
import tla2sany.semantic.ModuleNode;
import tla2sany.semantic.OpDefNode;
import tlc2.tool.impl.ModelConfig;
import util.ToolIO;
import util.UniqueString;

/**
 * A module of a user's as SANY has parsed it, with the specification.
 *
 * @param root what extends both
 * @param own the user's alone
 * @param constants the name of the operator that is each constant's value
 */
record UserModule(ModuleNode root, ModuleNode own, Map<String, String> constants) {
  private static final String EVALUATION = "Evaluation";
  private static final String ROOT = "EvaluationOfScenes";
  private static final Pattern HEAD = Pattern.compile("(?m)^\\s*-{4,}\\s*MODULE\\b");

  /**
   * Parses it.
   *
   * @param name the module's
   * @throws InputException if it is no module that extends the specification
   */
  static UserModule parse(Path file, String name, String text) {
    if (!HEAD.matcher(text).find()) {
      throw new InputException(file, "expected ---- MODULE " + name + " ----, found no module");
    }
    if (name.equals(ROOT) || SpecFiles.isKnown(name)) {
      throw new InputException(file, "expected a module with a name that no other has");
    }
    String root = "---- MODULE %s ----%nEXTENDS %s, %s%n====%n".formatted(ROOT, EVALUATION, name);
    try (SpecFiles all = new SpecFiles(Map.of(ROOT + ".tla", root, name + ".tla", text))) {
      SpecObj parsed = new SpecObj(all.folder().resolve(ROOT).toString(), all);
      Optional<Complaint> wrong = Complaint.first(name, parsed, parse(parsed));
      if (wrong.isPresent()) {
        throw new InputException(
            file.toString(), wrong.get().line(), "expected TLA+, found: " + wrong.get().text());
      }
      requireOwnNames(file, parsed, name);
      ModelConfig config = new ModelConfig(EVALUATION + ".cfg", all);
      config.parse();
      return new UserModule(
          parsed.getRootModule(), module(parsed, name), Map.copyOf(config.getOverrides()));
    }
  }

  /** What the specification says is not to be said otherwise; of two definitions SANY takes one. */
  private static void requireOwnNames(Path file, SpecObj parsed, String name) {
    ModuleNode own = module(parsed, name);
    for (OpDefNode operator : own.getOpDefs()) {
      OpDefNode other = module(parsed, EVALUATION).getOpDef(operator.getName());
      if (other != null
          && operator.getOriginallyDefinedInModuleNode().getName().equals(own.getName())) {
        throw new InputException(
            file.toString(),
            operator.getLocation().beginLine(),
            "expected names that the specification has not, found " + operator.getName());
      }
    }
  }

  private static ModuleNode module(SpecObj parsed, String name) {
    return parsed.getExternalModuleTable().getModuleNode(UniqueString.uniqueStringOf(name));
  }

  /** What SANY prints. */
  private static List<String> parse(SpecObj module) {
    ToolIO.setMode(ToolIO.TOOL);
    ToolIO.reset();
    try {
      OutputStream nowhere = OutputStream.nullOutputStream();
      SANY.frontEndMain(
          module, module.getFileName(), new PrintStream(nowhere, false, StandardCharsets.UTF_8));
    } catch (FrontEndException saidBelow) {
      // What is wrong is among the errors of the module.
    }
    List<String> printed = List.of(ToolIO.getAllMessages());
    ToolIO.reset();
    return printed;
  }

  /** The operator that is a constant's value; null where it has none. */
  OpDefNode valueOf(String constant) {
    String name = constants.get(constant);
    return Arrays.stream(root.getOpDefs())
        .filter(operator -> operator.getName().toString().equals(name))
        .findFirst()
        .orElse(null);
  }
}
