package bindcheck.explain;

/** What a step, or a requirement, comes to; from best to worst. */
public enum Grade {
  NOT_EXERCISED("not exercised", "no step rests on it"),
  PASS("pass", "the document allows it, and a kernel does it"),
  NON_STRICT("non-strict", "the document allows it, but no kernel does it"),
  AFTER_A_FAILURE(
      "after a failure", "allowed, but an earlier step of the walk had failed: that tells nothing"),
  KERNEL_QUIRK("kernel quirk", "a kernel does it, but the document forbids it"),
  FAIL("fail", "the document forbids it, and no kernel does it");

  private final String text;
  private final String meaning;

  Grade(String text, String meaning) {
    this.text = text;
    this.meaning = meaning;
  }

  static Grade of(boolean isAllowed, boolean isKernels) {
    if (isAllowed) {
      return isKernels ? PASS : NON_STRICT;
    }
    return isKernels ? KERNEL_QUIRK : FAIL;
  }

  /** Whether the judge rejects it. */
  public boolean isRejected() {
    return this == KERNEL_QUIRK || this == FAIL;
  }

  /** What it is called. */
  public String text() {
    return text;
  }

  /** What it means. */
  public String meaning() {
    return meaning;
  }
}
