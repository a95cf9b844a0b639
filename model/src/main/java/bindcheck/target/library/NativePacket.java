package bindcheck.target.library;

import bindcheck.call.Payload;
import bindcheck.call.PortPacket;
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
  private static final int PAYLOAD = 16;

  private NativePacket() {}

  /** One to be queued. */
  static byte[] queued(PortPacket packet) {
    ByteBuffer bytes = ByteBuffer.allocate(SIZE).order(ByteOrder.nativeOrder());
    bytes.putLong(packet.key()).putInt(packet.type()).putInt(packet.status());
    for (int i = 0; i < Payload.WORDS; i++) {
      bytes.putLong(packet.payload().word(i));
    }
    return bytes.array();
  }

  /** One that {@code zx_port_wait} gave. */
  static PortPacket read(Pointer from) {
    int type = from.getInt(TYPE);
    Payload payload =
        type == PortPacket.INTERRUPT
            ? Payload.of(from.getLong(PAYLOAD))
            : Payload.of(place -> from.getLong(PAYLOAD + (long) Long.BYTES * place));
    return new PortPacket(type, from.getLong(0), from.getInt(STATUS), payload);
  }
}
