package bindcheck.explain;

import bindcheck.spec.Alternative;
import java.util.SortedSet;

/**
 * The one choice whose change would have allowed what was rejected.
 *
 * @param choice its id
 * @param question what is to be chosen
 * @param taken the alternative that would have to be allowed
 * @param kept the alternatives that the implementation had kept to before, where it is a policy
 *     that it did not keep to; else empty
 * @param kernels the kernels that take the alternative
 */
public record Cause(
    String choice,
    String question,
    String taken,
    SortedSet<String> kept,
    SortedSet<String> kernels) {

  Alternative alternative() {
    return new Alternative(choice, taken);
  }

  /** Whether each alternative is allowed, but not one after the other. */
  public boolean isUnkept() {
    return !kept.isEmpty();
  }

  /** One sentence. */
  public String text() {
    String what = choice + " (" + question + ") ";
    if (isUnkept()) {
      return what
          + "was \""
          + String.join("\" or \"", kept)
          + "\" at an earlier step and is \""
          + taken
          + "\" here: either is allowed, but not both";
    }
    String who = kernels.isEmpty() ? "no kernel does" : "done by " + String.join(", ", kernels);
    return what + "would have to be \"" + taken + "\", which is not allowed (" + who + ")";
  }
}
