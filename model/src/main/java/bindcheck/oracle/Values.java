package bindcheck.oracle;

import bindcheck.call.Kind;

/** Which 64-bit values the calls of a walk are made with. */
@FunctionalInterface
public interface Values {
  /**
   * The value of the next argument.
   *
   * @param number what stands for it in the scene, never 0: zero stays zero
   */
  long next(Kind kind, int number);
}
