package bindcheck.findings;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** How clear the document is, as far as the findings tell: by requirement and choice. */
public final class Clarity {
  private final List<Finding> findings;

  /** What these findings tell. */
  public Clarity(List<Finding> findings) {
    this.findings = List.copyOf(findings);
  }

  /** The findings that would change what is required or chosen, or that choose, by rank. */
  public List<Finding> about(String id) {
    return findings.stream()
        .filter(one -> one.changes().contains(id) || one.choices().contains(id))
        .toList();
  }

  /** What is the matter with it: nothing, where it is clear. */
  public SortedSet<Kind> of(String id) {
    SortedSet<Kind> kinds = new TreeSet<>();
    about(id).forEach(finding -> kinds.add(finding.kind()));
    return Collections.unmodifiableSortedSet(kinds);
  }
}
