package bindcheck.spec;

import bindcheck.tla.Terms;
import bindcheck.tla.Value;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the ids of requirements and choices stand for, as the specification says it. */
public final class Glossary {
  private final SpecModule module;
  private final SortedMap<String, Value> choices;
  private SortedMap<String, Value> requirements;
  private SortedMap<String, SortedSet<String>> speaksOf;

  public Glossary(SpecModule module) {
    this.module = module;
    choices = Collections.unmodifiableSortedMap(Terms.fields(module.evaluate("Choice")));
  }

  /** Evaluated when first asked for: models of parts of the specification have no requirements. */
  private SortedMap<String, Value> required() {
    if (requirements == null) {
      requirements =
          Collections.unmodifiableSortedMap(Terms.fields(module.evaluate("Requirement")));
    }
    return requirements;
  }

  /** Whether an id is that of a requirement. */
  public static boolean isRequirement(String id) {
    return id.startsWith("R-");
  }

  /** The ids of the requirements, sorted. */
  public Set<String> requirements() {
    return required().keySet();
  }

  /** The document that makes a requirement, and the place in it. */
  public String from(String requirement) {
    return text(required(), requirement, "from");
  }

  /** What is required. */
  public String text(String requirement) {
    return text(required(), requirement, "text");
  }

  /**
   * What of an observation a requirement speaks of: of a call by its name in a script, and of a
   * {@code call.Field} of it, as {@code port_wait.key}.
   */
  public SortedSet<String> speaksOf(String requirement) {
    if (speaksOf == null) {
      speaksOf = new TreeMap<>();
      Terms.fields(module.evaluate("SpeaksOf"))
          .forEach((id, fields) -> speaksOf.put(id, Terms.texts(fields)));
    }
    return speaksOf.getOrDefault(requirement, Collections.emptySortedSet());
  }

  /** The ids of the choices, sorted. */
  public Set<String> choices() {
    return choices.keySet();
  }

  /** What a choice is about. */
  public String question(String choice) {
    return text(choices, choice, "question");
  }

  /** Whether an implementation takes an alternative and keeps it; else the choice is free. */
  public boolean isPolicy(String choice) {
    return text(choices, choice, "kind").equals("policy");
  }

  /** Whether it takes three calls in progress at once to show which alternative was taken. */
  public boolean isAmongThree(String choice) {
    return Terms.texts(module.evaluate("AmongThree")).contains(choice);
  }

  /** The alternatives that the document admits. */
  public SortedSet<String> doc(String choice) {
    return Terms.texts(Terms.field(choices.get(choice), "doc"));
  }

  /** The alternatives that only kernels take. */
  public SortedSet<String> quirks(String choice) {
    return Terms.texts(Terms.field(choices.get(choice), "quirks"));
  }

  /** All alternatives of all choices, sorted. */
  public Stream<Alternative> alternatives() {
    return choices().stream()
        .flatMap(
            choice ->
                Stream.concat(doc(choice).stream(), quirks(choice).stream())
                    .sorted()
                    .map(name -> new Alternative(choice, name)));
  }

  private static String text(SortedMap<String, Value> entries, String id, String field) {
    return Terms.text(Terms.field(entries.get(id), field));
  }

  /** Whether there is a requirement or a choice of that name. */
  public boolean isKnown(String id) {
    return required().containsKey(id) || choices.containsKey(id);
  }

  /** One line: the id and its meaning. */
  public String entry(String id) {
    String subject = Alternative.withoutName(id);
    if (required().containsKey(subject)) {
      return id + ": " + text(subject);
    }
    return choices.containsKey(subject) ? id + ": " + question(subject) : id;
  }
}
