package bindcheck.proofs;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The calls that an obligation is about: which, how far they have come, and whether an error was
 * found.
 *
 * @param objects how many handles were looked up
 */
record Case(String op, String at, int objects, boolean hasFault) {
  private static final Set<String> UNRESOLVED =
      Set.of("port_create", "event_create", "handle_close", "handle_duplicate", "handle_replace");

  /** No call: the removal of objects that nobody knows. */
  static final Case COLLECT = new Case("Collect", "", 0, false);

  /** No step: the kernel that a machine begins with. */
  static final Case EMPTY = new Case("EmptyKernel", "", 0, false);

  /** There is no such call: no kernel has a resource, which it would have found. */
  static final Case IMPOSSIBLE = new Case("interrupt_create", "effect", 1, false);

  /** Whether it is a call: whatever is proved of steps is proved of it. */
  boolean isCall() {
    return !at.isEmpty();
  }

  /** The kernel without objects, the calls, and the removal of objects. */
  static List<Case> all() {
    List<Case> all = new ArrayList<>(calls());
    all.add(0, EMPTY);
    all.add(COLLECT);
    return all;
  }

  /** All calls. */
  static List<Case> calls() {
    List<Case> all = new ArrayList<>();
    for (String op : State.operations()) {
      int handles = handles(op);
      for (int looked = 0; looked < handles; looked++) {
        for (boolean hasFault : new boolean[] {false, true}) {
          all.add(new Case(op, "entry", looked, hasFault));
        }
      }
      for (boolean hasFault : new boolean[] {false, true}) {
        all.add(new Case(op, "effect", handles, hasFault));
        if (op.equals("interrupt_create")) {
          all.add(new Case(op, "effect", 0, hasFault));
        }
      }
      later(op).forEach(at -> all.add(new Case(op, at, 1, false)));
    }
    return all;
  }

  private static int handles(String op) {
    if (UNRESOLVED.contains(op)) {
      return 0;
    }
    return op.equals("interrupt_bind") || op.equals("interrupt_unbind") ? 2 : 1;
  }

  /** Whether it is past its effect: it may wait, or has a handle yet to tell of. */
  boolean isLate() {
    return later(op).contains(at);
  }

  /** A virtual interrupt is created without a look at the handle of a resource. */
  boolean isVirtual() {
    return op.equals("interrupt_create") && objects == 0 && at.equals("effect");
  }

  private static List<String> later(String op) {
    return switch (op) {
      case "port_wait" -> List.of("waiting", "dozing", "asleep", "lapsed");
      case "interrupt_wait" -> List.of("waiting", "dozing", "asleep");
      case "handle_close", "handle_replace" -> List.of("closing");
      default -> List.of();
    };
  }

  @Override
  public String toString() {
    if (!isCall()) {
      return op;
    }
    return op
        + " at "
        + at
        + (objects > 0 ? "/" + objects : "")
        + (hasFault ? " with a fault" : "");
  }
}
