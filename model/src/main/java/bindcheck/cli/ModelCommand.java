package bindcheck.cli;

import bindcheck.check.Verdict;
import bindcheck.tlc.Model;
import bindcheck.tlc.ModelResult;
import bindcheck.tlc.ModelRun;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bindcheck model}. */
@Command(
    name = "model",
    mixinStandardHelpOptions = true,
    description = "Runs TLC on the models of the manifest, and compares results and counts.")
final class ModelCommand implements Callable<Integer> {
  @Parameters(paramLabel = "MODEL", description = "the models to run (default: all)")
  private List<String> names = List.of();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Map<String, Model> models = new LinkedHashMap<>();
    Model.all().forEach(model -> models.put(model.name(), model));
    names.forEach(name -> VariantOption.require(models.keySet(), "model", name));
    PrintWriter out = spec.commandLine().getOut();
    Verdict verdict = Verdict.PASS;
    for (String name : names.isEmpty() ? models.keySet() : names) {
      Model model = models.get(name);
      ModelResult seen = ModelRun.of(model);
      boolean same = seen.equals(model.expected());
      verdict = same ? verdict : Verdict.FAIL;
      out.printf("%-26s %-12s %s%n", name, model.variant(), seen);
      if (!same) {
        out.printf("%-26s %-12s expected: %s%n", "", "", model.expected());
      }
      out.flush();
    }
    out.printf("verdict %s%n", verdict);
    out.flush();
    return verdict.exitCode();
  }
}
