package bindcheck.impl;

/**
 * A {@code zx_port_packet_t}. The C type lays {@link #timestamp} over the first word of {@link
 * #user}; here they are apart, and the one that does not belong to the packet's type is zero in a
 * packet that was read.
 */
public final class Packet {
  /** {@code ZX_PKT_TYPE_USER}: put into a port by {@link Kernel#portQueue}. */
  public static final int USER = 0;

  /** {@code ZX_PKT_TYPE_INTERRUPT}: put into a port by a bound interrupt. */
  public static final int INTERRUPT = 7;

  /** Any 64 bits. */
  public long key;

  /** {@link #USER} or {@link #INTERRUPT}. */
  public int type;

  /** Of an interrupt packet {@link Status#OK}; of a user packet as it was queued. */
  public int status;

  /** Of an interrupt packet: the timestamp of its trigger, any 64 bits. */
  public long timestamp;

  /** Of a user packet: the four words of its payload. */
  public final long[] user = new long[4];

  /** Makes this packet a copy of {@code from}. */
  void set(Packet from) {
    key = from.key;
    type = from.type;
    status = from.status;
    timestamp = from.timestamp;
    System.arraycopy(from.user, 0, user, 0, user.length);
  }
}
