package bindcheck.spec;

import bindcheck.call.Call;
import bindcheck.tla.Syntax;
import bindcheck.tla.Terms;

/**
 * What is done to a kernel of the specification: a call is made, or the deadline of one in progress
 * passes.
 *
 * @param thread who makes the call, or a role; see Stimuli.tla
 * @param call its handles and 64-bit values are the small numbers that stand for them in the
 *     specification; null where the deadline of the thread's call passes
 * @param out the number that a new handle is to have; 0 where the call makes none
 */
public record Stimulus(String thread, Call call, int out) {

  /** The passing of the deadline of the thread's call. */
  public static Stimulus expire(String thread) {
    return new Stimulus(thread, null, 0);
  }

  /** Whether it is the passing of a deadline. */
  public boolean isExpire() {
    return call == null;
  }

  /** The name of the call, or of the passing of a deadline. */
  public String op() {
    return isExpire() ? CallTerms.EXPIRE : call.op().scriptName();
  }

  /** The arguments, as TLA+ has them. */
  public String arguments() {
    return Syntax.of(CallTerms.arguments(this));
  }

  /** The same, made by another thread. */
  public Stimulus by(String actor) {
    return new Stimulus(actor, call, out);
  }

  @Override
  public String toString() {
    return thread + ": " + op() + Terms.print(CallTerms.arguments(this));
  }
}
