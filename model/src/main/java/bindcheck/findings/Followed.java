package bindcheck.findings;

import bindcheck.call.Verdict;
import java.util.List;

/**
 * What a target does where a finding is.
 *
 * @param verdict PASS where the variant that judges allows all that was observed, FAIL where it
 *     does not; INCONCLUSIVE where not all could be observed, SKIPPED where it was not played
 * @param variants those that allow all that was observed
 * @param asEveryVariant whether there is no other variant
 * @param readings those of the finding that do, by their names
 * @param seen the observation after the last line that was played, or the outcomes that were met
 * @param reason why the verdict is not PASS; else empty
 */
public record Followed(
    Finding finding,
    Verdict verdict,
    List<String> variants,
    boolean asEveryVariant,
    List<String> readings,
    List<String> seen,
    String reason) {

  /** Keeps copies. */
  public Followed {
    variants = List.copyOf(variants);
    readings = List.copyOf(readings);
    seen = List.copyOf(seen);
  }
}
