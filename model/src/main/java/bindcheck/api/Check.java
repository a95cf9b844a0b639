package bindcheck.api;

import bindcheck.spec.Variants;

/**
 * What is to be checked.
 *
 * @param suite {@code quick}, {@code small}, {@code full} or {@code complete}
 * @param judge the variant that judges
 * @param goesOn whether a scene goes on after a failure, from a value that is allowed
 */
public record Check(String suite, String judge, boolean goesOn) {

  /** That suite, judged by the document, up to the first failure of each scene. */
  public static Check suite(String suite) {
    return new Check(suite, Variants.DOC, false);
  }

  /** The same, judged by another variant. */
  public Check judgedBy(String variant) {
    return new Check(suite, variant, goesOn);
  }

  /** The same, with all failures of each scene, those of one cause together. */
  public Check goingOn() {
    return new Check(suite, judge, true);
  }
}
