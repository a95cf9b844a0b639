package bindcheck.findings;

import bindcheck.file.TextFile;
import bindcheck.litmus.Program;
import bindcheck.spec.Alternative;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A place at which the document leaves a question, or a kernel does what it does not admit, as its
 * file has it. Immutable.
 *
 * @param number its rank, from 1: the most important first
 * @param title what it is about, in a line
 * @param kind what is the matter
 * @param document what the document says, in other words: paragraphs
 * @param readings in which it may be taken, or is
 * @param demonstration what separates the readings
 * @param observed what each variant and each reading allows, where they differ or it ends
 * @param cost what it costs an implementer: paragraphs
 * @param proposals sentences for the document
 */
public record Finding(
    int number,
    String title,
    Kind kind,
    String document,
    List<Reading> readings,
    Demonstration demonstration,
    List<Observed> observed,
    String cost,
    List<Proposal> proposals) {

  /** Keeps copies. */
  public Finding {
    readings = List.copyOf(readings);
    observed = List.copyOf(observed);
    proposals = List.copyOf(proposals);
  }

  /**
   * Reads one from a UTF-8 file.
   *
   * @param programs the litmus programs that it may name
   * @throws bindcheck.file.InputException if the file cannot be read or is no finding
   */
  public static Finding read(Path file, List<Program> programs) {
    return parse(file.toString(), TextFile.read(file, "a finding"), programs);
  }

  /**
   * Parses a finding.
   *
   * @param file what an error message calls it
   * @throws bindcheck.file.InputException at the first line that is wrong
   */
  public static Finding parse(String file, String text, List<Program> programs) {
    return new FindingParser(file, text, programs).parse();
  }

  /** Its name: {@code F-01}. */
  public String id() {
    return "F-%02d".formatted(number);
  }

  /** The requirements and choices that its proposals would change, sorted. */
  public SortedSet<String> changes() {
    SortedSet<String> ids = new TreeSet<>();
    proposals.forEach(proposal -> ids.addAll(proposal.ids()));
    return Collections.unmodifiableSortedSet(ids);
  }

  /** The choices of which its readings take alternatives, sorted. */
  public SortedSet<String> choices() {
    SortedSet<String> choices = new TreeSet<>();
    for (Reading reading : readings) {
      Alternative.among(reading.tags()).forEach(taken -> choices.add(taken.choice()));
    }
    return Collections.unmodifiableSortedSet(choices);
  }

  @Override
  public String toString() {
    return id();
  }
}
