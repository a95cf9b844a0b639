package bindcheck.target.library;

import bindcheck.call.Reply;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The layout of {@code zx_port_packet_t}, in 48 bytes: key u64 at 0, type u32 at 8, status i32 at
 * 12; at 16 four words u64, of which the first is the timestamp in an interrupt's packet.
 *
 * <p>Of the payload of a user packet a script gives the first word. The others follow from it, so
 * that a library that keeps only some of them is found out.
 */
final class NativePacket {
  static final int SIZE = 48;

  private static final int TYPE = 8;
  private static final int STATUS = 12;
  private static final int PAYLOAD = 16;
  private static final int WORDS = 4;

  private NativePacket() {}

  /** One to be queued. */
  static byte[] queued(long key, long payload) {
    ByteBuffer bytes = ByteBuffer.allocate(SIZE).order(ByteOrder.nativeOrder());
    bytes.putLong(key).putInt(Reply.TYPE_USER).putInt(0).putLong(payload);
    for (int i = 1; i < WORDS; i++) {
      bytes.putLong(word(payload, i));
    }
    return bytes.array();
  }

  /**
   * One that {@code zx_port_wait} gave.
   *
   * @throws Misbehaviour if it is a user packet whose words do not belong to the first
   */
  static Reply.Packet read(Pointer from) {
    int type = from.getInt(TYPE);
    long first = from.getLong(PAYLOAD);
    for (int i = 1; i < WORDS && type == Reply.TYPE_USER; i++) {
      if (from.getLong(PAYLOAD + (long) Long.BYTES * i) != word(first, i)) {
        throw new Misbehaviour(
            "zx_port_wait gave a user packet whose words are not those of one that was queued: word "
                + i
                + " of the payload is wrong");
      }
    }
    return new Reply.Packet(type, from.getLong(0), from.getInt(STATUS), first);
  }

  private static long word(long first, int index) {
    return Long.rotateLeft(~first, index * 16);
  }
}
