package bindcheck.target.library;

import bindcheck.target.Packet;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The layout of {@code zx_port_packet_t}, in 48 bytes: key u64 at 0, type u32 at 8, status i32 at
 * 12; at 16 four words u64, of which the first is the timestamp in an interrupt's packet.
 */
final class NativePacket {
  static final int SIZE = 48;

  private static final int TYPE = 8;
  private static final int STATUS = 12;
  private static final int WORDS = 16;

  private NativePacket() {}

  static byte[] bytes(Packet packet) {
    ByteBuffer bytes = ByteBuffer.allocate(SIZE).order(ByteOrder.nativeOrder());
    bytes.putLong(packet.key).putInt(packet.type).putInt(packet.status);
    for (long word : packet.user) {
      bytes.putLong(word);
    }
    return bytes.array();
  }

  static void read(Pointer from, Packet to) {
    to.key = from.getLong(0);
    to.type = from.getInt(TYPE);
    to.status = from.getInt(STATUS);
    to.timestamp = from.getLong(WORDS);
    for (int i = 0; i < to.user.length; i++) {
      to.user[i] = from.getLong(WORDS + 8L * i);
    }
  }
}
