package bindcheck.litmus.monitor;

import java.util.ArrayList;
import java.util.List;

/**
 * The monitor of one object: who owns it and who waits on it. Those that have yet to enter are seen
 * from where they stand.
 */
final class Monitor {
  private final Object object;
  private final List<Strand> waiting = new ArrayList<>();
  private Strand owner;
  private int depth;

  Monitor(Object object) {
    this.object = object;
  }

  Object object() {
    return object;
  }

  Strand owner() {
    return owner;
  }

  int depth() {
    return depth;
  }

  List<Strand> waiting() {
    return waiting;
  }

  void take(Strand by, int times) {
    owner = by;
    depth = times;
    by.held().add(this);
  }

  void deepen() {
    depth++;
  }

  /** Leaves it once. */
  void leave() {
    depth--;
    if (depth == 0) {
      free();
    }
  }

  /** Leaves it as often as it was entered. */
  int free() {
    int was = depth;
    depth = 0;
    owner.held().remove(this);
    owner = null;
    return was;
  }
}
