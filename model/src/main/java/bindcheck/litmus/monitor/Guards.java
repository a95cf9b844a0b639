package bindcheck.litmus.monitor;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * By which monitors fields and other data are guarded, as Eraser has it (Savage et al., Eraser: A
 * Dynamic Data Race Detector for Multithreaded Programs, TOCS 1997). What several threads use, one
 * of them to write it, without a monitor that all of them hold, is not guarded; then every place in
 * the code that uses it is a point. What is known is kept from one execution to the next, so that
 * it does not depend on the order in which things are met.
 */
final class Guards {
  private record Location(long object, String field) {}

  private static final class Uses {
    private final BitSet strands = new BitSet();
    private final BitSet sites = new BitSet();
    private List<Long> guards;
    private boolean written;

    private boolean add(Strand by, int site, boolean writes, List<Long> held) {
      boolean changed = !sites.get(site) || !strands.get(by.id()) || (writes && !written);
      strands.set(by.id());
      sites.set(site);
      written |= writes;
      if (guards == null) {
        guards = new ArrayList<>(held);
        return true;
      }
      return guards.retainAll(held) || changed;
    }

    private boolean isOpen() {
      return written && strands.cardinality() > 1 && guards.isEmpty();
    }
  }

  private final Map<Location, Uses> uses = new HashMap<>();
  private final BitSet points = new BitSet();

  /** Whether there is something to decide before the access at that site. */
  boolean isPoint(int site) {
    return points.get(site);
  }

  /**
   * Takes note of an access.
   *
   * @param object the label of whose field is accessed
   * @param held the labels of the monitors that the strand holds
   * @return whether there are points now that were none before
   */
  boolean add(Strand by, long object, String field, int site, boolean writes, List<Long> held) {
    Uses all = uses.computeIfAbsent(new Location(object, field), first -> new Uses());
    if (!all.add(by, site, writes, held) || !all.isOpen()) {
      return false;
    }
    int before = points.cardinality();
    points.or(all.sites);
    return points.cardinality() > before;
  }

  /** How many places in the code use what is not guarded. */
  int size() {
    return points.cardinality();
  }
}
