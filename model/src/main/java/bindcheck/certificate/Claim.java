package bindcheck.certificate;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Something that was seen.
 *
 * @param kind of what kind it is: see {@link Claims#all}
 * @param name of what it is said
 * @param says what was seen, by the names of the figures
 */
public record Claim(String kind, String name, SortedMap<String, String> says) {
  /** Keeps a copy. */
  public Claim {
    says = Collections.unmodifiableSortedMap(new TreeMap<>(says));
  }

  @Override
  public String toString() {
    return kind + " " + name;
  }
}
