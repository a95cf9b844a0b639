package bindcheck.target;

/**
 * A port packet as the calls pass it: a struct, filled by the callee of {@code port_wait} and by
 * the caller of {@code port_queue}.
 */
public final class Packet {
  /** Chosen by whoever queued the packet, or by the bind. */
  public long key;

  /** 0 for a packet of {@code port_queue}, 7 for one of an interrupt. */
  public int type;

  /** Chosen by whoever queued the packet; 0 in one of an interrupt. */
  public int status;

  /** Of an interrupt's packet: when it was triggered. */
  public long timestamp;

  /** Of a queued packet: the payload. */
  public final long[] user = new long[4];
}
