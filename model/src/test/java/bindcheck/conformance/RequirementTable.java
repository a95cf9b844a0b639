package bindcheck.conformance;

import static bindcheck.conformance.MarkdownTable.code;
import static bindcheck.conformance.MarkdownTable.number;

import bindcheck.spec.Conjuncts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Each requirement with where the specification says it, and what shows it. */
final class RequirementTable {
  private final List<Statement> statements;
  private final Conjuncts conjuncts;
  private final Citations citations;
  private final Map<String, Long> exercised = new TreeMap<>();

  /**
   * Gathers what there is.
   *
   * @param figures the scenes whose steps count
   */
  RequirementTable(
      List<Statement> statements,
      Conjuncts conjuncts,
      Citations citations,
      List<SceneFigures> figures) {
    this.statements = statements;
    this.conjuncts = conjuncts;
    this.citations = citations;
    for (SceneFigures scene : figures) {
      scene.exercised().forEach((id, steps) -> exercised.merge(id, steps, Long::sum));
    }
  }

  /** The statements of the source document. */
  String ofSource() {
    MarkdownTable table =
        new MarkdownTable("id", "statement", "where", "conjunct", "properties", ">steps");
    for (Statement statement : statements) {
      if (statement.isOfSource()) {
        add(table, statement, statement.place());
      }
    }
    return table.toString();
  }

  /** The statements of its siblings. */
  String ofSiblings() {
    MarkdownTable table =
        new MarkdownTable("id", "statement", "document", "conjunct", "properties", ">steps");
    for (Statement statement : statements) {
      if (!statement.isOfSource()) {
        add(table, statement, "`" + statement.document() + "`");
      }
    }
    return table.toString();
  }

  /** The ids of requirements that no operator of the semantics cites. */
  List<String> withoutConjunct() {
    return without(id -> conjuncts.citing(id).isEmpty());
  }

  /** The ids of requirements that no property checks. */
  List<String> withoutProperty() {
    return without(id -> citations.citing(id).isEmpty());
  }

  /** The ids of requirements that no step of a trace exercises. */
  List<String> withoutStep() {
    return without(id -> !exercised.containsKey(id));
  }

  private List<String> without(Predicate<String> missing) {
    return statements.stream().map(Statement::id).filter(missing).toList();
  }

  private void add(MarkdownTable table, Statement statement, String place) {
    Set<String> properties = citations.citing(statement.id());
    table.row(
        code(List.of(statement.id())),
        statement.text(),
        place,
        code(conjuncts.citing(statement.id())),
        code(properties),
        number(exercised.getOrDefault(statement.id(), 0L)));
  }
}
