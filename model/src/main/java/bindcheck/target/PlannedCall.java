package bindcheck.target;

import bindcheck.call.Deadline;
import bindcheck.call.Op;
import java.util.Arrays;

/**
 * A call whose handles are known only when it is made: each argument that is a handle says in which
 * place its value will be. Immutable.
 */
public final class PlannedCall {
  /** No place: the argument is the number that it is, or the new handle is not kept. */
  public static final int NOWHERE = -1;

  private final Invocation template;
  private final int[] places;
  private final int out;

  /**
   * Plans a call.
   *
   * @param template the call, with any number for the handles that have a place
   * @param places for each argument where the value of its handle is, or {@link #NOWHERE}
   * @param out where the new handle goes, or {@link #NOWHERE}
   */
  public PlannedCall(Invocation template, int[] places, int out) {
    this.template = template;
    this.places = places.clone();
    this.out = out;
  }

  /** Where the new handle goes, or {@link #NOWHERE}. */
  public int out() {
    return out;
  }

  /** Whether the call waits with a deadline that an {@code expire} lets pass. */
  public boolean hasFiniteDeadline() {
    return Deadline.of(template.op(), template::argument) == Deadline.FINITE;
  }

  /** Which call it is. */
  Op op() {
    return template.op();
  }

  /** The call with the handles that are in those places now. */
  Invocation with(int[] handles) {
    long[] arguments = new long[places.length];
    for (int i = 0; i < places.length; i++) {
      arguments[i] =
          places[i] == NOWHERE ? template.argument(i) : Integer.toUnsignedLong(handles[places[i]]);
    }
    return new Invocation(template.op(), template.nullPointer(), arguments);
  }

  @Override
  public String toString() {
    return template + " with handles in " + Arrays.toString(places);
  }
}
