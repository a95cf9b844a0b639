package bindcheck.spec;

import bindcheck.call.Reply;

/**
 * A step of a call in a {@link KernelForm}. Values are numbered as in that form, and on from there
 * those that the call brings; threads likewise, where the call's own comes after.
 *
 * @param to the kernel afterwards
 * @param values of each value of {@code to}, its number before
 * @param threads likewise
 * @param call the call afterwards, {@link #DONE} where it is done
 * @param reply with numbers in the place of values; null unless done
 * @param by the number of the ids that the step rests on
 * @param made the handle that the step made; 0 where it made none
 * @param lost the handles that it removed or changed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record CallStep(
    KernelForm to,
    int[] values,
    int[] threads,
    int call,
    Reply reply,
    int by,
    int made,
    int[] lost) {
  /** A call that is done: its reply says how. */
  public static final int DONE = -1;

  public boolean isDone() {
    return call == DONE;
  }

  public boolean changesHandles() {
    return made != 0 || lost.length > 0;
  }
}
