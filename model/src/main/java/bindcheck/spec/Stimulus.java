package bindcheck.spec;

import java.util.Map;
import tlc2.value.impl.Value;

/**
 * A call as the specification names it.
 *
 * @param thread who makes it, or a role; see Stimuli.tla
 * @param op which call, or {@link #EXPIRE}
 * @param args its arguments, a record
 */
public record Stimulus(String thread, String op, Value args) {
  /** The passing of the deadline of the thread's call. */
  public static final String EXPIRE = "expire";

  public static Stimulus of(Value record) {
    return new Stimulus(
        Terms.text(Terms.field(record, "thread")),
        Terms.text(Terms.field(record, "op")),
        Terms.field(record, "args"));
  }

  /** The record that {@link #of} reads. */
  Value toRecord() {
    return Terms.record(
        Map.of("thread", Terms.string(thread), "op", Terms.string(op), "args", args));
  }

  public boolean isExpire() {
    return op.equals(EXPIRE);
  }

  public Stimulus by(String actor) {
    return new Stimulus(actor, op, args);
  }

  @Override
  public String toString() {
    return thread + ": " + op + Terms.print(args);
  }
}
