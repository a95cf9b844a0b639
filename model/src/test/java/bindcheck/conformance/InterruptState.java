package bindcheck.conformance;

import bindcheck.tla.Terms;
import bindcheck.tla.Value;

/** What the picture tells apart of an interrupt: not its packets, threads and timestamps. */
enum InterruptState {
  IDLE("unbound", "idle"),
  WAITED_ON("unbound", "a thread waits"),
  TAKEN("unbound", "trigger taken"),
  TRIGGERED("unbound", "trigger remembered"),
  ARMED("bound", "armed"),
  NOT_ARMED("bound", "not armed"),
  PENDING("bound", "not armed,\\ntrigger remembered"),
  DESTROYED("", "destroyed");

  private final String group;
  private final String title;

  InterruptState(String group, String title) {
    this.group = group;
    this.title = title;
  }

  /** The state that an interrupt of Interrupts.tla is in. */
  static InterruptState of(Value interrupt) {
    boolean armed = Terms.text(Terms.field(interrupt, "arm")).equals("armed");
    boolean remembers = isFilled(interrupt, "remembered");
    if (Terms.isTrue(Terms.field(interrupt, "destroyed"))) {
      return DESTROYED;
    }
    if (isFilled(interrupt, "binding")) {
      return armed ? ARMED : remembers ? PENDING : NOT_ARMED;
    }
    if (isFilled(interrupt, "waiters")) {
      return WAITED_ON;
    }
    return remembers ? TRIGGERED : armed ? IDLE : TAKEN;
  }

  private static boolean isFilled(Value interrupt, String field) {
    return !Terms.elements(Terms.field(interrupt, field)).isEmpty();
  }

  /** The states it is drawn with, or nothing. */
  String group() {
    return group;
  }

  /** What stands in the picture. */
  String title() {
    return title;
  }
}
