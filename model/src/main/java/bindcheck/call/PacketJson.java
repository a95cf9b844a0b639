package bindcheck.call;

import bindcheck.file.JsonFields;
import bindcheck.file.Malformed;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What packets have in JSON, where a call queues one and where a reply gives one. A payload is its
 * first word where the others are 0, else the array of all four.
 */
final class PacketJson {
  static final String TYPE = "type";
  static final String STATUS = "status";
  static final String PAYLOAD = "payload";

  private PacketJson() {}

  /** Whether there is more of a packet that is queued than its key and one word. */
  static boolean isWhole(JsonFields fields) {
    boolean hasStatus = fields.has(STATUS);
    boolean hasType = fields.has(TYPE);
    return hasStatus || hasType || fields.isArray(PAYLOAD);
  }

  static void writeType(int type, ObjectNode node) {
    long number = Integer.toUnsignedLong(type);
    CallJson.write(PortPacket.typeName(type), number, TYPE, node);
  }

  static int type(JsonFields fields) throws Malformed {
    String what = "INTERRUPT, USER or a number of 32 bits";
    return (int) fields.integer(TYPE, 0, JsonFields.LARGEST_U32, PortPacket::type, what);
  }

  static void writeStatus(int status, ObjectNode node) {
    CallJson.write(Status.named(status).map(Status::name), status, STATUS, node);
  }

  static int status(JsonFields fields) throws Malformed {
    String what = "the name or the number of a status";
    return (int)
        fields.integer(
            STATUS,
            Integer.MIN_VALUE,
            Integer.MAX_VALUE,
            text -> Status.parse(text).stream().asLongStream().findFirst(),
            what);
  }

  /**
   * Adds the payload; all words of it, if they are wanted or the first does not tell the others.
   */
  static void writePayload(Payload payload, boolean whole, ObjectNode node) {
    if (!whole && payload.isOneWord()) {
      node.put(PAYLOAD, Long.toUnsignedString(payload.first()));
      return;
    }
    ArrayNode words = node.putArray(PAYLOAD);
    for (int i = 0; i < Payload.WORDS; i++) {
      words.add(Long.toUnsignedString(payload.word(i)));
    }
  }

  /** The payload, of which all words must be there if they are wanted. */
  static Payload payload(JsonFields fields, boolean whole) throws Malformed {
    if (!whole && !fields.isArray(PAYLOAD)) {
      return Payload.of(fields.u64(PAYLOAD));
    }
    long[] words = fields.u64s(PAYLOAD, Payload.WORDS);
    return Payload.of(place -> words[place]);
  }
}
