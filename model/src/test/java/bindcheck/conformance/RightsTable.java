package bindcheck.conformance;

import static bindcheck.conformance.MarkdownTable.code;

import bindcheck.spec.SpecModule;
import bindcheck.tla.Terms;

/** The rights that the handle of a new object has, by the type of the object. */
final class RightsTable {
  private RightsTable() {}

  static String of(SpecModule module) {
    MarkdownTable table = new MarkdownTable("object", "rights of its first handle");
    Terms.fields(module.evaluate("DefaultRights"))
        .forEach((type, rights) -> table.row(type, code(Terms.texts(rights))));
    return table.toString();
  }
}
