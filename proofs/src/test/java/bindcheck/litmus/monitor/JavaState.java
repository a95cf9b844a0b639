package bindcheck.litmus.monitor;

import bindcheck.call.Call;
import bindcheck.call.Reply;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What the reference implementation's objects hold while its threads stand somewhere. An object has
 * the value of its first handle for a name, and a thread that of the program; nobody is empty.
 *
 * @param denotes the object of each handle that there has been
 * @param open the handles that there are, and whether each has the rights that its object came with
 * @param threads those that have begun a call
 */
record JavaState(
    SortedMap<Integer, Integer> denotes,
    SortedMap<Integer, Boolean> open,
    SortedMap<Integer, Interrupt> interrupts,
    SortedMap<Integer, Port> ports,
    SortedMap<String, Standing> threads) {

  /** The fields of an interrupt, and who is in its monitor; the port is 0 where it has none. */
  record Interrupt(
      String owner,
      int port,
      String key,
      boolean armed,
      boolean pending,
      String timestamp,
      boolean waiting,
      boolean destroyed) {}

  /** The fields of a port, and who is in its monitor. */
  record Port(
      String owner,
      boolean bindable,
      List<FromInterrupt> interrupts,
      List<FromUser> packets,
      boolean closed) {}

  /** A packet of an interrupt. */
  record FromInterrupt(int source, String key, String timestamp) {}

  /** A packet of a user; its payload with its status. */
  record FromUser(String key, String payload) {}

  /**
   * Where a thread is in its call.
   *
   * @param pc as the model says it
   * @param expired whether the deadline of the call has passed
   */
  record Standing(Call call, String pc, Optional<Reply> reply, boolean expired) {
    boolean isDone() {
      return pc.equals("done");
    }
  }

  /** The object that a handle is or was of; 0 where it never was one. */
  int object(int handle) {
    return denotes.getOrDefault(handle, 0);
  }

  /** The object whose monitor a call is about. */
  int object(Call call) {
    return object((int) call.argument(0));
  }
}
