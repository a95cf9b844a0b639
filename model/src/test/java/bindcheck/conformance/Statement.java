package bindcheck.conformance;

import bindcheck.spec.Glossary;
import bindcheck.spec.ModuleText;
import bindcheck.spec.SpecModule;
import java.util.ArrayList;
import java.util.List;

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
    Glossary glossary = new Glossary(module);
    List<Statement> statements = new ArrayList<>();
    for (String id : ModuleText.all().get("Requirements").ids()) {
      if (glossary.requirements().contains(id)) {
        statements.add(of(id, glossary));
      }
    }
    if (statements.size() != glossary.requirements().size()) {
      throw new IllegalStateException("Requirements.tla does not spell out every id");
    }
    return statements;
  }

  private static Statement of(String id, Glossary glossary) {
    String[] from = glossary.from(id).split(", ", 2);
    return new Statement(id, from[0], from.length > 1 ? from[1] : "", glossary.text(id));
  }

  boolean isOfSource() {
    return document.equals(SOURCE);
  }
}
