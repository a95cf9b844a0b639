package bindcheck.conformance;

import bindcheck.spec.SpecModule;
import bindcheck.spec.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tlc2.value.impl.Value;

/**
 * One requirement.
 *
 * @param document whose statement it is: {@code bind} is the source document
 * @param place where the document makes it, or nothing
 */
record Statement(String id, String document, String place, String text) {
  private static final String SOURCE = "bind";

  /** Every requirement, in the order in which Requirements.tla has them. */
  static List<Statement> all(SpecModule module) {
    Map<String, Value> requirements = Terms.fields(module.evaluate("Requirement"));
    List<Statement> statements = new ArrayList<>();
    for (String id : SpecText.of(Checkout.spec("Requirements.tla")).ids()) {
      if (requirements.containsKey(id)) {
        statements.add(of(id, requirements.get(id)));
      }
    }
    if (statements.size() != requirements.size()) {
      throw new IllegalStateException("Requirements.tla does not spell out every id");
    }
    return statements;
  }

  private static Statement of(String id, Value requirement) {
    String[] from = Terms.text(Terms.field(requirement, "from")).split(", ", 2);
    String text = Terms.text(Terms.field(requirement, "text"));
    return new Statement(id, from[0], from.length > 1 ? from[1] : "", text);
  }

  boolean isOfSource() {
    return document.equals(SOURCE);
  }
}
