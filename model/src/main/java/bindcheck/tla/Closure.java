package bindcheck.tla;

/** An operator that is given to another one, or that a LET defines. */
@FunctionalInterface
interface Closure {
  /** Its value; arguments are values, thunks or closures. */
  Value apply(Object... arguments);
}
