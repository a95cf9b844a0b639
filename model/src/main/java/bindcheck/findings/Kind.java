package bindcheck.findings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is the matter with the document. */
public enum Kind {
  /** It can be read in several ways. */
  AMBIGUOUS,
  /** It says nothing. */
  SILENT,
  /** It says two things, or two documents do. */
  CONTRADICTORY,
  /** It is clear, and a kernel does otherwise. */
  BROKEN;

  /** The kind of that name, as files have it. */
  static Optional<Kind> parse(String text) {
    return Arrays.stream(values()).filter(kind -> kind.toString().equals(text)).findFirst();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
