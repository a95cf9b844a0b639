package bindcheck.cli;

import bindcheck.call.Nearest;
import bindcheck.file.InputException;
import bindcheck.oracle.Allowed;
import bindcheck.oracle.Explanation;
import bindcheck.script.Script;
import bindcheck.spec.Glossary;
import bindcheck.spec.SpecModule;
import bindcheck.spec.Variants;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bindcheck explain}. */
@Command(
    name = "explain",
    description = {
      "Prints, line by line of a script, every observation that is allowed there;",
      "or what a requirement or a choice says, and where. Without either it is a prompt: a line is",
      "explained when it is typed, and help lists what else can be said."
    })
final class ExplainCommand extends Subcommand {
  /** What no file is likely to be called. */
  private static final Pattern ID = Pattern.compile("[RC]-[a-z-]+");

  @Parameters(
      arity = "0..1",
      paramLabel = "SCRIPT|R-...|C-...",
      description = "a file of calls, one a line; or an id")
  private Path script;

  @Option(
      names = "--variant",
      defaultValue = Variants.DOC,
      description = "what explains it (default: ${DEFAULT-VALUE})")
  private String variant;

  @Override
  public Integer call() {
    if (script == null) {
      prompt();
      return 0;
    }
    if (ID.matcher(script.toString()).matches() && !Files.exists(script)) {
      explain(script.toString());
      return 0;
    }
    Script read = Script.read(script);
    SpecModule module = evaluation();
    List<Explanation.Step> steps =
        Explanation.of(script.toString(), read, semantics(module, variant));
    PrintWriter out = out();
    Set<String> ids = new TreeSet<>();
    for (Explanation.Step step : steps) {
      print(step, out, ids);
    }
    out.println();
    Glossary glossary = new Glossary(module);
    ids.forEach(id -> out.println(glossary.entry(id)));
    out.flush();
    return 0;
  }

  private void prompt() {
    Prompt prompt = new Prompt(evaluation(), variant, out());
    PromptReader.read(prompt);
  }

  private void explain(String id) {
    SpecModule module = evaluation();
    Glossary glossary = new Glossary(module);
    if (!glossary.isKnown(id)) {
      Stream<String> known =
          Stream.concat(glossary.requirements().stream(), glossary.choices().stream());
      throw new InputException(
          "expected a script, a requirement or a choice, found '"
              + id
              + "'"
              + Nearest.hint(id, known)
              + "; see bindcheck list");
    }
    new IdReport(out(), width(), module).print(id);
  }

  private static void print(Explanation.Step step, PrintWriter out, Set<String> ids) {
    out.printf("%3d  %s%n", step.line().number(), step.line());
    for (Allowed allowed : step.allowed()) {
      out.printf("       %s%n", allowed.observation());
      out.printf("         %s%n", String.join(" ", allowed.by()));
      ids.addAll(allowed.by());
    }
  }
}
