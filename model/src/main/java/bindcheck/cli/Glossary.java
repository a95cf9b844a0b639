package bindcheck.cli;

import bindcheck.spec.SpecModule;
import bindcheck.spec.Terms;
import java.util.SortedMap;
import tlc2.value.impl.Value;

/** What the ids of requirements and choices stand for, as the specification says it. */
final class Glossary {
  private final SortedMap<String, Value> requirements;
  private final SortedMap<String, Value> choices;

  Glossary(SpecModule module) {
    requirements = Terms.fields(module.evaluate("Requirement"));
    choices = Terms.fields(module.evaluate("Choice"));
  }

  /** What a choice is about. */
  String question(String choice) {
    return Terms.text(Terms.field(choices.get(choice), "question"));
  }

  /** One line: the id and its meaning. */
  String entry(String id) {
    String choice = id.substring(0, id.indexOf('=') < 0 ? id.length() : id.indexOf('='));
    Value requirement = requirements.get(id);
    if (requirement != null) {
      return id + ": " + Terms.text(Terms.field(requirement, "text"));
    }
    Value question = choices.get(choice);
    return question == null ? id : id + ": " + Terms.text(Terms.field(question, "question"));
  }
}
