package bindcheck.site;

import bindcheck.findings.Allowance;
import bindcheck.findings.Clarity;
import bindcheck.findings.Demonstration;
import bindcheck.findings.Finding;
import bindcheck.findings.FindingsJson;
import bindcheck.findings.Kind;
import bindcheck.findings.Ranking;
import bindcheck.litmus.Catalogue;
import bindcheck.litmus.Program;
import bindcheck.script.Line;
import bindcheck.spec.Conjuncts;
import bindcheck.spec.Glossary;
import bindcheck.spec.ModuleText;
import bindcheck.spec.SpecModule;
import bindcheck.spec.Variants;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What the site tells, as data: statements, choices, findings, programs. */
final class Contents {
  private static final String STATEMENTS = "Requirements";
  private static final String SEMANTICS = "Steps";

  /** A line of a comment that only frames it. */
  private static final Pattern FRAME = Pattern.compile("(?m)^\\(\\*+\\)\n");

  private final SpecModule module;
  private final Glossary glossary;
  private final Variants variants;
  private final List<Finding> findings = Ranking.all();
  private final Clarity clarity = new Clarity(findings);
  private final Map<String, ModuleText> texts = ModuleText.all();
  private final Conjuncts conjuncts = Conjuncts.of(texts);
  private final ObjectNode node = JsonNodeFactory.instance.objectNode();

  private Contents(SpecModule module) {
    this.module = module;
    this.glossary = new Glossary(module);
    this.variants = new Variants(module);
  }

  static ObjectNode of(SpecModule module) {
    return new Contents(module).gathered();
  }

  private ObjectNode gathered() {
    texts(node, "variants", new Allowance(module).variants());
    ArrayNode statements = node.putArray("statements");
    for (String id : texts.get(STATEMENTS).ids()) {
      if (glossary.requirements().contains(id)) {
        statements.add(statement(id));
      }
    }
    ArrayNode choices = node.putArray("choices");
    glossary.choices().forEach(id -> choices.add(choice(id)));
    node.set("operators", operators());
    ArrayNode all = node.putArray("findings");
    findings.forEach(finding -> all.add(finding(finding)));
    ArrayNode programs = node.putArray("programs");
    Catalogue.all().forEach(program -> programs.add(program(program)));
    return node;
  }

  private ObjectNode statement(String id) {
    ObjectNode statement = JsonNodeFactory.instance.objectNode();
    statement.put("id", id).put("from", glossary.from(id)).put("text", glossary.text(id));
    texts(statement, "operators", conjuncts.citing(id));
    addClarity(statement, id);
    return statement;
  }

  private ObjectNode choice(String id) {
    ObjectNode choice = JsonNodeFactory.instance.objectNode();
    choice.put("id", id).put("question", glossary.question(id));
    choice.put("kind", glossary.isPolicy(id) ? "policy" : "free");
    addClarity(choice, id);
    texts(choice, "doc", glossary.doc(id));
    texts(choice, "quirks", glossary.quirks(id));
    ObjectNode taken = choice.putObject("takers");
    ObjectNode means = choice.putObject("means");
    glossary
        .alternatives()
        .filter(alternative -> alternative.choice().equals(id))
        .forEach(
            one -> {
              texts(
                  taken,
                  one.name(),
                  variants.implementations().stream()
                      .filter(name -> variants.of(name).allows(one))
                      .toList());
              findings.stream()
                  .flatMap(finding -> finding.readings().stream())
                  .filter(reading -> reading.tags().equals(List.of(one.toString())))
                  .findFirst()
                  .ifPresent(reading -> means.put(one.name(), reading.text()));
            });
    return choice;
  }

  private void addClarity(ObjectNode node, String id) {
    texts(node, "clarity", clarity.of(id).stream().map(Kind::toString).toList());
    texts(node, "findings", clarity.about(id).stream().map(Finding::id).toList());
  }

  /** The operators that make up the semantics, by module and name: their text. */
  private ObjectNode operators() {
    ObjectNode operators = JsonNodeFactory.instance.objectNode();
    Set<String> modules = ModuleText.extended(texts, SEMANTICS);
    for (String name : modules) {
      for (ModuleText.Definition definition : texts.get(name).definitions()) {
        operators.put(
            name + "!" + definition.name(),
            FRAME.matcher(definition.comment()).replaceAll("")
                + String.join("\n", definition.statement()));
      }
    }
    return operators;
  }

  private static ObjectNode finding(Finding finding) {
    ObjectNode written = FindingsJson.of(finding);
    if (finding.demonstration() instanceof Demonstration.Race race) {
      written.put("litmus", race.program().name());
    }
    texts(written, "changes", finding.changes());
    texts(written, "choices", finding.choices());
    return written;
  }

  private static ObjectNode program(Program program) {
    ObjectNode written = JsonNodeFactory.instance.objectNode();
    written.put("name", program.name()).put("theme", program.theme());
    written.put("title", program.title()).put("lesson", program.lesson());
    texts(written, "setup", program.setup().stream().map(Line::toString).toList());
    ObjectNode threads = written.putObject("threads");
    program
        .threads()
        .forEach(
            (thread, lines) -> texts(threads, thread, lines.stream().map(Line::toString).toList()));
    ArrayNode forbidden = written.putArray("forbidden");
    for (Program.Forbidden one : program.forbidden()) {
      forbidden.addObject().put("pattern", one.pattern().toString()).put("reason", one.reason());
    }
    ArrayNode outcomes = written.putArray("outcomes");
    for (OutcomeRow row : OutcomeRow.of(program)) {
      ObjectNode outcome = outcomes.addObject().put("text", row.outcome()).put("seen", row.seen());
      row.allowed().forEach(outcome.withArray("allowed")::add);
    }
    return written;
  }

  private static void texts(ObjectNode node, String name, Collection<String> texts) {
    ArrayNode array = node.putArray(name);
    texts.forEach(array::add);
  }
}
