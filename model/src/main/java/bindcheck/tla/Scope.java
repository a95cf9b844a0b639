package bindcheck.tla;

import java.util.HashMap;
import java.util.Map;

/** Which slot of a frame each name has. TLA+ gives no name twice where both are seen. */
final class Scope {
  private final Scope outer;
  private final Map<String, Integer> slots = new HashMap<>();
  private int size;

  Scope(Scope outer) {
    this.outer = outer;
  }

  /** Gives the name a slot. */
  int bind(String name) {
    slots.put(name, size);
    return size++;
  }

  Name find(String name) {
    int out = 0;
    for (Scope scope = this; scope != null; scope = scope.outer) {
      Integer slot = scope.slots.get(name);
      if (slot != null) {
        return new Name(out, slot);
      }
      out++;
    }
    throw new EvaluationException("no meaning of " + name);
  }

  /** The number of slots of a frame, once all names are bound. */
  int size() {
    return size;
  }
}
