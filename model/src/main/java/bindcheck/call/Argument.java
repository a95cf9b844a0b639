package bindcheck.call;

/**
 * An argument of a call: a handle by its name, or a number by its 64 raw bits. A handle may be a
 * number as well: the value that it has in the target.
 */
public sealed interface Argument {

  /** The handle that is never valid, {@code INVALID}. */
  Argument INVALID = new Number(0);

  /** The handle that the name was last assigned. */
  record Handle(String name) implements Argument {
    public Handle {
      Identifiers.requireAssignable(name);
    }
  }

  /** A number; the parameter's kind says whether it is signed and how wide. */
  @SuppressWarnings("JavaLangClash") // always written Argument.Number
  record Number(long raw) implements Argument {}
}
