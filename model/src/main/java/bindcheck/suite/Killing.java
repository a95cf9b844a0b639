package bindcheck.suite;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether walks kill a transfer fault: an edge that shows what it should and ends in another node.
 * The faulty machine is followed along each walk, through what drains it as well, and is killed
 * where it shows something else than the right one. What it would do beyond the scene's graph is
 * not known: there it counts as alive.
 */
final class Killing {
  private record Place(int walk, int position) {}

  private final Machine machine;
  private final List<int[]> walks = new ArrayList<>();
  private final List<List<Place>> placesOf = new ArrayList<>();

  Killing(Machine machine) {
    this.machine = machine;
    for (int edge = 0; edge < machine.edges(); edge++) {
      placesOf.add(new ArrayList<>());
    }
  }

  /** Adds a walk from the initial node. */
  void add(int[] walk) {
    int[] drain = machine.draining(walk.length == 0 ? 0 : machine.to(walk[walk.length - 1]));
    int[] drained = new int[walk.length + drain.length];
    System.arraycopy(walk, 0, drained, 0, walk.length);
    System.arraycopy(drain, 0, drained, walk.length, drain.length);
    for (int i = 0; i < drained.length; i++) {
      List<Place> places = placesOf.get(drained[i]);
      if (places.isEmpty() || places.get(places.size() - 1).walk() != walks.size()) {
        places.add(new Place(walks.size(), i));
      }
    }
    walks.add(drained);
  }

  boolean kills(TransferFault fault) {
    for (Place place : placesOf.get(fault.edge())) {
      if (kills(fault, place)) {
        return true;
      }
    }
    return false;
  }

  /** Follows the faulty machine from the first time that the walk takes the edge. */
  private boolean kills(TransferFault fault, Place place) {
    int[] walk = walks.get(place.walk());
    int at = machine.from(fault.edge());
    for (int i = place.position(); i < walk.length; i++) {
      int taken = machine.edge(at, machine.input(walk[i]));
      if (taken == Machine.NONE) {
        return false;
      }
      if (machine.output(taken) != machine.output(walk[i])) {
        return true;
      }
      at = taken == fault.edge() ? fault.other() : machine.to(taken);
    }
    return false;
  }
}
