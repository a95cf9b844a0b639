package bindcheck.target.library;

import bindcheck.target.Packet;

/**
 * The payload of a user packet: a script gives its first word, and the other three follow from it,
 * so that a library that keeps only some of them is found out.
 */
final class Payload {
  private Payload() {}

  /** Makes the other words. */
  static void extend(Packet packet) {
    for (int i = 1; i < packet.user.length; i++) {
      packet.user[i] = word(packet, i);
    }
  }

  /**
   * Checks the other words.
   *
   * @throws Misbehaviour if they do not belong to the first
   */
  static void check(Packet packet) {
    for (int i = 1; i < packet.user.length; i++) {
      if (packet.user[i] != word(packet, i)) {
        throw new Misbehaviour(
            "zx_port_wait gave a user packet whose words are not those of one that was queued: word "
                + i
                + " of the payload is wrong");
      }
    }
  }

  private static long word(Packet packet, int index) {
    return Long.rotateLeft(~packet.user[0], index * 16);
  }
}
