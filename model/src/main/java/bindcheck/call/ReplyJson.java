package bindcheck.call;

import bindcheck.file.JsonFields;
import bindcheck.file.Malformed;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Replies as JSON. A status and a packet's type are written as a name where they have one, and read
 * as a name or a number; numbers of 64 bits are decimal strings.
 */
public enum ReplyJson {
  /**
   * In traces: without the value of a new handle, and without a packet's own status if it is OK.
   */
  TRACE,
  /** What a target answered: in histories, and in its own messages. */
  TARGET,
  /** In messages of a target that has said to give packets whole: every word of a payload. */
  WHOLE;

  private static final String HANDLE = "handle";
  private static final String TIMESTAMP = "timestamp";
  private static final String PACKET = "packet";
  private static final String KEY = "key";

  /** Adds the fields of a reply. */
  public void write(Reply reply, ObjectNode node) {
    PacketJson.writeStatus(reply.status(), node);
    if (reply.output() instanceof Reply.Handle handle && this != TRACE) {
      node.put(HANDLE, Integer.toUnsignedLong(handle.raw()));
    } else if (reply.output() instanceof Reply.Timestamp timestamp) {
      node.put(TIMESTAMP, Long.toString(timestamp.value()));
    } else if (reply.output() instanceof PortPacket packet) {
      writePacket(packet, node.putObject(PACKET));
    }
  }

  private void writePacket(PortPacket packet, ObjectNode node) {
    PacketJson.writeType(packet.type(), node);
    node.put(KEY, Long.toUnsignedString(packet.key()));
    if (this != TRACE || packet.status() != Status.OK.code()) {
      PacketJson.writeStatus(packet.status(), node);
    }
    if (packet.isInterrupt()) {
      node.put(TIMESTAMP, Long.toString(packet.value()));
    } else {
      PacketJson.writePayload(packet.payload(), this == WHOLE, node);
    }
  }

  /** The reply that {@link #write} added. */
  public Reply read(JsonFields fields) throws Malformed {
    int status = PacketJson.status(fields);
    if (this != TRACE && fields.has(HANDLE)) {
      return new Reply(status, new Reply.Handle((int) fields.u32(HANDLE)));
    }
    if (fields.has(TIMESTAMP)) {
      return new Reply(status, new Reply.Timestamp(fields.i64(TIMESTAMP)));
    }
    return fields.has(PACKET) ? new Reply(status, packet(fields.part(PACKET))) : Reply.of(status);
  }

  private PortPacket packet(JsonFields fields) throws Malformed {
    int type = PacketJson.type(fields);
    long key = fields.u64(KEY);
    boolean isOk = this == TRACE && !fields.has(PacketJson.STATUS);
    int status = isOk ? Status.OK.code() : PacketJson.status(fields);
    Payload payload =
        type == PortPacket.INTERRUPT
            ? Payload.of(fields.i64(TIMESTAMP))
            : PacketJson.payload(fields, this == WHOLE);
    fields.end();
    return new PortPacket(type, key, status, payload);
  }
}
