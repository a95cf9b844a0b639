package bindcheck.findings;

import java.util.List;
import java.util.Optional;

/**
 * One way to take the document at that place.
 *
 * @param tags the alternatives that it is, {@code C-...=...}; or one word: the name of a variant,
 *     or {@code none} where the specification has no such reading
 * @param text what it means
 */
public record Reading(List<String> tags, String text) {
  static final String NONE = "none";

  /** Keeps a copy. */
  public Reading {
    tags = List.copyOf(tags);
  }

  /** Its tags, with blanks between them. */
  public String name() {
    return String.join(" ", tags);
  }

  /**
   * The variant that takes the document so; or empty.
   *
   * @param otherwise what it is in everything else, where the reading is not a variant itself
   */
  public Optional<String> variant(String otherwise) {
    if (tags.get(0).equals(NONE)) {
      return Optional.empty();
    }
    boolean isVariant = tags.get(0).indexOf('=') < 0;
    return Optional.of(isVariant ? tags.get(0) : otherwise + "," + String.join(",", tags));
  }
}
