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
   * In traces: without the value of a new handle, and without a packet's own status, which is OK.
   */
  TRACE,
  /** What a target answered: in histories, and in its own messages. */
  TARGET;

  private static final String STATUS = "status";
  private static final String HANDLE = "handle";
  private static final String TIMESTAMP = "timestamp";
  private static final String PACKET = "packet";
  private static final String TYPE = "type";
  private static final String KEY = "key";
  private static final String PAYLOAD = "payload";

  /** Adds the fields of a reply. */
  public void write(Reply reply, ObjectNode node) {
    writeStatus(reply.status(), node);
    if (reply.output() instanceof Reply.Handle handle && this == TARGET) {
      node.put(HANDLE, Integer.toUnsignedLong(handle.raw()));
    } else if (reply.output() instanceof Reply.Timestamp timestamp) {
      node.put(TIMESTAMP, Long.toString(timestamp.value()));
    } else if (reply.output() instanceof Reply.Packet packet) {
      writePacket(packet, node.putObject(PACKET));
    }
  }

  private void writePacket(Reply.Packet packet, ObjectNode node) {
    boolean interrupt = packet.type() == Reply.TYPE_INTERRUPT;
    long type = Integer.toUnsignedLong(packet.type());
    CallJson.write(Reply.typeName(packet.type()), type, TYPE, node);
    node.put(KEY, Long.toUnsignedString(packet.key()));
    if (this == TARGET) {
      writeStatus(packet.status(), node);
    }
    if (interrupt) {
      node.put(TIMESTAMP, Long.toString(packet.value()));
    } else {
      node.put(PAYLOAD, Long.toUnsignedString(packet.value()));
    }
  }

  private static void writeStatus(int status, ObjectNode node) {
    CallJson.write(Status.named(status).map(Status::name), status, STATUS, node);
  }

  /** The reply that {@link #write} added. */
  public Reply read(JsonFields fields) throws Malformed {
    int status = status(fields);
    if (this == TARGET && fields.has(HANDLE)) {
      return new Reply(status, new Reply.Handle((int) fields.u32(HANDLE)));
    }
    if (fields.has(TIMESTAMP)) {
      return new Reply(status, new Reply.Timestamp(fields.i64(TIMESTAMP)));
    }
    return fields.has(PACKET) ? new Reply(status, packet(fields.part(PACKET))) : Reply.of(status);
  }

  private Reply.Packet packet(JsonFields fields) throws Malformed {
    int type = type(fields);
    long key = fields.u64(KEY);
    int status = this == TARGET ? status(fields) : Status.OK.code();
    long value = type == Reply.TYPE_INTERRUPT ? fields.i64(TIMESTAMP) : fields.u64(PAYLOAD);
    fields.end();
    return new Reply.Packet(type, key, status, value);
  }

  private static int type(JsonFields fields) throws Malformed {
    String what = "INTERRUPT, USER or a number of 32 bits";
    return (int) fields.integer(TYPE, 0, JsonFields.LARGEST_U32, Reply::type, what);
  }

  private static int status(JsonFields fields) throws Malformed {
    String what = "the name or the number of a status";
    return (int)
        fields.integer(
            STATUS,
            Integer.MIN_VALUE,
            Integer.MAX_VALUE,
            text -> Status.parse(text).stream().asLongStream().findFirst(),
            what);
  }
}
