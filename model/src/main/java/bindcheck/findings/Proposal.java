package bindcheck.findings;

import java.util.List;

/**
 * A sentence that the document could have.
 *
 * @param ids the requirements and choices that it would change, or {@code new}
 * @param sentence the sentence
 */
public record Proposal(List<String> ids, String sentence) {
  /** Stands for a requirement that there is not yet. */
  public static final String NEW = "new";

  /** Keeps a copy. */
  public Proposal {
    ids = List.copyOf(ids);
  }
}
