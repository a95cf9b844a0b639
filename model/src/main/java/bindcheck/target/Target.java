package bindcheck.target;

import bindcheck.call.Call;
import bindcheck.call.Observation;
import bindcheck.call.Reply;
import bindcheck.target.perturb.Perturbation;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * An implementation under test, with real threads that make its calls.
 *
 * <p>Its driver alternates stimuli ({@link #start}, {@link #expire}) and {@link #quiesce}. A target
 * is driven by one thread and is not safe for use by several.
 *
 * <p>After a {@link TargetException} the target is good for {@link #abandon} and {@link #close}.
 */
public interface Target extends AutoCloseable {

  /** What the user calls it, fit to be opened again by that name. */
  String name();

  /** What the target can be asked for; nobody asks it for anything else. */
  default Support support() {
    return Support.ALL;
  }

  /**
   * Begins anew with a fresh kernel, in which no handle exists. The driver has seen every earlier
   * call return, or has abandoned those in progress.
   *
   * @throws IllegalStateException if a call is in progress
   */
  void reset();

  /**
   * Begins a call on that thread of the target and returns at once.
   *
   * @throws IllegalStateException if the thread has a call in progress, or there was no reset yet
   */
  void start(String thread, Call call);

  /**
   * Lets the finite deadline of the call that the thread has in progress pass.
   *
   * @throws IllegalStateException if the thread has no call in progress
   * @throws UnsupportedOperationException if the target's clock cannot be told
   */
  void expire(String thread);

  /**
   * Whether {@link #expire} may come at any moment, not only where the call is known to be blocked.
   * A call that is not blocked yet may then miss it; one that has returned is not affected, nor any
   * later one.
   */
  default boolean expiresAtAnyTime() {
    return support().expire();
  }

  /**
   * Waits until every call in progress has returned or is blocked.
   *
   * @return the replies, by thread, of the calls that returned since the last time
   * @throws TargetException if that does not come about, or a call ended without a reply
   */
  SortedMap<String, Reply> quiesce();

  /**
   * The replies, by thread, of the calls that have returned since the last time; does not wait, and
   * says nothing of the other calls.
   *
   * @throws TargetException if a call ended without a reply
   */
  SortedMap<String, Reply> poll();

  /** The threads whose calls were blocked at the last {@link #quiesce}, and are so still. */
  Set<String> blocked();

  /** Quiesces, and gives what was seen as one value. */
  default Observation observe() {
    return new Observation(quiesce(), new TreeSet<>(blocked()));
  }

  /**
   * Whether every blocked call was observed to be, since the target was opened; false once one was
   * only taken to be, because it had not returned for some time.
   */
  boolean isExact();

  /**
   * From now on waits so many times as long as it was told to before a call that it cannot observe
   * is taken to be blocked; 1 is as it was told.
   */
  default void settleLonger(int times) {}

  /** What holds up its threads, so that more interleavings come about. */
  default Perturbation perturbation() {
    return Perturbation.NONE;
  }

  /** Runs plans on fresh kernels; its end is the target's. */
  default Runner runner() {
    return new TargetRunner(this);
  }

  /**
   * Gives up the calls in progress: nothing that they still do is seen. Fit for a target that has
   * failed; a walk that goes on drains instead, so that each thread returns by a call's effect.
   */
  void abandon();

  /**
   * Ends the target and its threads. Never waits without bound. Idempotent.
   *
   * @throws TargetException if something of it could not be ended, after all else has been
   */
  @Override
  void close();
}
