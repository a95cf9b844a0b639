package bindcheck.conformance;

import static bindcheck.conformance.MarkdownTable.code;
import static bindcheck.conformance.MarkdownTable.number;

import bindcheck.findings.Clarity;
import bindcheck.litmus.Catalogue;
import bindcheck.litmus.Program;
import bindcheck.spec.Conjuncts;
import bindcheck.spec.ModuleText;
import bindcheck.zoo.ZooRow;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Each requirement with where the specification says it, and what shows it. */
final class RequirementTable {
  private final List<Statement> statements;
  private final Conjuncts conjuncts;
  private final Citations citations;
  private final Clarity clarity;
  private final Map<String, Long> exercised = new TreeMap<>();

  /** How many litmus programs exercise a requirement. */
  private final Map<String, Integer> programs = new TreeMap<>();

  /** How many changes of an operator were found, of the faulty implementations made by program. */
  private final Map<String, Integer> killed = new TreeMap<>();

  /**
   * Gathers what there is.
   *
   * @param figures the scenes whose steps count
   */
  RequirementTable(
      List<Statement> statements,
      Conjuncts conjuncts,
      Citations citations,
      Clarity clarity,
      List<SceneFigures> figures) {
    this.statements = statements;
    this.conjuncts = conjuncts;
    this.citations = citations;
    this.clarity = clarity;
    for (SceneFigures scene : figures) {
      scene.exercised().forEach((id, steps) -> exercised.merge(id, steps, Long::sum));
    }
    for (Program program : Catalogue.all()) {
      ModuleText.idsIn(program.generated()).forEach(id -> programs.merge(id, 1, Integer::sum));
    }
    for (ZooRow row : ZooRow.kept()) {
      int end = row.name().lastIndexOf('.');
      if (row.isFound() && row.name().contains("!") && end > 0) {
        killed.merge(row.name().substring(0, end), 1, Integer::sum);
      }
    }
  }

  /** The statements of the source document. */
  String ofSource() {
    return table("where", Statement::isOfSource, Statement::place);
  }

  /** The statements of its siblings. */
  String ofSiblings() {
    return table(
        "document", statement -> !statement.isOfSource(), one -> "`" + one.document() + "`");
  }

  private String table(
      String place, Predicate<Statement> isMeant, Function<Statement, String> places) {
    MarkdownTable table =
        new MarkdownTable(
            "id",
            "statement",
            place,
            "clarity",
            "conjunct",
            "properties",
            ">steps",
            ">programs",
            ">faults");
    statements.stream().filter(isMeant).forEach(one -> add(table, one, places.apply(one)));
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
    String id = statement.id();
    Set<String> operators = conjuncts.citing(id);
    table.row(
        code(List.of(id)),
        statement.text(),
        place,
        Sentence.clarity(clarity.of(id), false),
        operators.stream().map(RequirementTable::linked).collect(Collectors.joining(" ")),
        code(citations.citing(id)),
        number(exercised.getOrDefault(id, 0L)),
        number(programs.getOrDefault(id, 0)),
        number(operators.stream().mapToInt(name -> killed.getOrDefault(name, 0)).sum()));
  }

  /** The name of an operator, with a link to its module. */
  private static String linked(String operator) {
    String module = operator.substring(0, operator.indexOf('!'));
    return "[`" + operator + "`](spec/" + module + ".tla)";
  }
}
