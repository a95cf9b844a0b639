package bindcheck.findings;

import bindcheck.call.Nearest;
import bindcheck.spec.Glossary;
import bindcheck.spec.SpecModule;
import bindcheck.spec.Variants;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether the specification has what a finding names: ids, alternatives, variants. */
public final class Mentions {
  private final Glossary glossary;
  private final Variants variants;

  /** Asks that specification. */
  public Mentions(SpecModule module) {
    this.glossary = new Glossary(module);
    this.variants = new Variants(module);
  }

  /** What there is not, as {@code expected ..., found ...}; empty where there is all. */
  public Optional<String> unknown(Finding finding) {
    return Stream.concat(
            finding.changes().stream().flatMap(id -> unknownId(id).stream()),
            finding.readings().stream().flatMap(reading -> unknownReading(reading).stream()))
        .findFirst();
  }

  private Optional<String> unknownId(String id) {
    if (id.equals(Proposal.NEW) || glossary.isKnown(id)) {
      return Optional.empty();
    }
    Stream<String> known =
        Stream.concat(glossary.requirements().stream(), glossary.choices().stream());
    return Optional.of(
        "expected a requirement, a choice or "
            + Proposal.NEW
            + " before a proposed sentence, found '"
            + id
            + "'"
            + Nearest.hint(id, known));
  }

  private Optional<String> unknownReading(Reading reading) {
    try {
      reading.variant(Variants.REFERENCE).ifPresent(variants::of);
      return Optional.empty();
    } catch (IllegalArgumentException unknown) {
      return Optional.of("in a reading: " + unknown.getMessage());
    }
  }
}
