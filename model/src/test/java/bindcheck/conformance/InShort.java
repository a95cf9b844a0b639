package bindcheck.conformance;

import static bindcheck.conformance.MarkdownTable.number;

import bindcheck.findings.Clarity;
import bindcheck.findings.Finding;
import bindcheck.findings.Kind;
import bindcheck.findings.Ranking;
import bindcheck.litmus.Catalogue;
import bindcheck.spec.Glossary;
import bindcheck.spec.SpecModule;
import bindcheck.spec.tlc.Model;
import bindcheck.zoo.ZooRow;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The document in numbers. */
final class InShort {
  private InShort() {}

  static String of(SpecModule module, List<Statement> statements, Clarity clarity) {
    MarkdownTable table = new MarkdownTable("what", ">number", "of these");
    List<Sentence> sentences = Sentence.kept();
    long clear =
        sentences.stream()
            .filter(one -> !one.ids().isEmpty())
            .filter(one -> one.ids().stream().allMatch(id -> clarity.of(id).isEmpty()))
            .count();
    table.row(
        "sentences of the document", number(sentences.size()), clear + " clear by all findings");
    long ofSource = statements.stream().filter(Statement::isOfSource).count();
    table.row(
        "requirements",
        number(statements.size()),
        ofSource + " of the document, the others of its siblings");
    table.row("choices", number(new Glossary(module).choices().size()), "all of them in findings");
    List<Finding> findings = Ranking.all();
    table.row(
        "findings",
        number(findings.size()),
        Arrays.stream(Kind.values())
            .map(kind -> findings.stream().filter(one -> one.kind() == kind).count() + " " + kind)
            .collect(Collectors.joining(", ")));
    List<Model> models = Model.all();
    long violated = models.stream().filter(model -> model.violates() != null).count();
    table.row(
        "models", number(models.size()), violated + " of which are meant to violate a property");
    table.row("litmus programs", number(Catalogue.all().size()), "two to four threads each");
    List<ZooRow> faulty =
        ZooRow.kept().stream().filter(row -> !row.kind().equals("unusual")).toList();
    long found = faulty.stream().filter(ZooRow::isFound).count();
    table.row(
        "faulty implementations", number(faulty.size()), number(found) + " found by a command");
    return table.toString();
  }
}
