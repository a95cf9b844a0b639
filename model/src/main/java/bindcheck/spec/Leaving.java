package bindcheck.spec;

/**
 * The packets in a port of a {@link KernelForm}, in the order in which readers take them; see
 * spec/Symmetries.tla.
 *
 * @param handles those that refer to the port
 * @param keys of each packet, the number of its key
 * @param values of each, the number of its timestamp or payload
 * @param interrupts how many of them are interrupts' packets, which come first
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Leaving(int[] handles, int[] keys, int[] values, int interrupts) {
  /** How many packets there are. */
  public int size() {
    return keys.length;
  }

  public boolean isReferredTo(int handle) {
    for (int each : handles) {
      if (each == handle) {
        return true;
      }
    }
    return false;
  }
}
