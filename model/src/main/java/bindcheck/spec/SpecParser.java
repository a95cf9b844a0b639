package bindcheck.spec;

import bindcheck.tla.ParsedModule;
import bindcheck.tla.SanyReader;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tla2sany.semantic.ModuleNode;
import tla2sany.semantic.OpDefNode;
import tlc2.tool.impl.FastTool;
import util.ToolIO;
import util.UniqueString;

/** A module of the specification, with the configuration of the same name, parsed by SANY. */
final class SpecParser {
  private final String name;
  private final FastTool tool;

  /** Parses it, where some files, by their names, have another text than the packaged one. */
  SpecParser(String name, Map<String, String> instead) {
    this.name = name;
    ToolIO.setMode(ToolIO.TOOL); // silences the parser
    try (SpecFiles files = new SpecFiles(instead)) {
      tool = new FastTool(files.folder().toString(), name, name, files);
    }
  }

  /** The parsed text of a module that this one is made of. */
  ModuleNode module(String name) {
    return tool.getSpecProcessor().getModuleTbl().getModuleNode(UniqueString.uniqueStringOf(name));
  }

  /** The packaged files that the module is made of. */
  Set<String> files() {
    Set<String> files = new TreeSet<>(Set.of(name + ".cfg"));
    for (ModuleNode module : tool.getSpecProcessor().getModuleTbl().getModuleNodes()) {
      String file = module.getName() + ".tla";
      if (SpecFiles.isOurs(file)) {
        files.add(file);
      }
    }
    return files;
  }

  /** All that can be evaluated. */
  ParsedModule read() {
    return SanyReader.read(
        tool.getSpecProcessor().getRootModule(), tool.getAssumptions(), this::valueOf);
  }

  /** The same, with what speaks of states; these constants are of the state. */
  ParsedModule readSteps(Set<String> ofStates) {
    return SanyReader.readSteps(
        tool.getSpecProcessor().getRootModule(),
        constant -> ofStates.contains(constant) ? null : valueOf(constant));
  }

  /** The operator that is a constant's value here; null where it has none. */
  private OpDefNode valueOf(String constant) {
    Object name = tool.getModelConfig().getOverrides().get(constant);
    for (OpDefNode operator : tool.getSpecProcessor().getRootModule().getOpDefs()) {
      if (operator.getName().toString().equals(name)) {
        return operator;
      }
    }
    return null;
  }
}
