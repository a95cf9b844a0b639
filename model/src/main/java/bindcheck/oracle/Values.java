package bindcheck.oracle;

import bindcheck.call.Kind;
import bindcheck.call.PortPacket;

/** Which 64-bit values, and which packets, the calls of a walk are made with. */
@FunctionalInterface
public interface Values {
  /**
   * The value of the next argument.
   *
   * @param number what stands for it in the scene, never 0: zero stays zero
   */
  long next(Kind kind, int number);

  /** The packet that is queued with that key, and with a payload of which that is the number. */
  default PortPacket packet(long key, int number) {
    return PortPacket.ofUser(key, next(Kind.U64, number));
  }
}
