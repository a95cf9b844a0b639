package bindcheck.call;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Folds the packets of calls and replies into what the specification is told of them, and back: see
 * {@link PortPacket#folded}.
 */
public final class FoldedPackets {
  /** More than are in ports at a time; the packets of a long history are far more. */
  private static final int MOST = 100_000;

  private final Map<Long, PortPacket> whole = new LinkedHashMap<>();

  /** Remembers no packets. */
  public FoldedPackets() {}

  /** The call with one number for what it queues; the type that a caller chooses counts nothing. */
  public Call fold(Call call) {
    if (!call.hasWholePacket()) {
      return call;
    }
    Call folded = call.folded();
    remember(folded.packet(), call.packet());
    return folded;
  }

  /** The reply with one number for all that a caller had put in its packet, if it has one. */
  public Reply fold(Reply reply) {
    return reply.mapPacket(
        packet -> {
          PortPacket folded = packet.folded();
          if (!packet.isPlain()) {
            remember(folded, packet);
          }
          return folded;
        });
  }

  private void remember(PortPacket folded, PortPacket packet) {
    whole.put(folded.value(), packet);
    if (whole.size() > MOST) {
      whole.remove(whole.keySet().iterator().next());
    }
  }

  /** The call with the packet that was last folded to its number. */
  public Call unfold(Call call) {
    if (call.op() != Op.PORT_QUEUE || call.nullPointer()) {
      return call;
    }
    PortPacket folded = call.packet();
    PortPacket queued = whole.get(folded.value());
    return queued == null ? call : call.withPacket(queued.withKey(folded.key()));
  }

  /** The reply with what the caller had put in its packet. */
  public Reply unfold(Reply reply) {
    return reply.mapPacket(
        folded -> {
          PortPacket read = whole.get(folded.value());
          boolean isAsItWas = read == null || folded.type() != PortPacket.USER;
          return isAsItWas
              ? folded
              : new PortPacket(folded.type(), folded.key(), read.status(), read.payload());
        });
  }
}
