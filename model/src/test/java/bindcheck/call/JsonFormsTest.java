package bindcheck.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.file.JsonFields;
import bindcheck.file.Malformed;
import bindcheck.schema.Schema;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Every call and reply is read back from each of its forms, which are as the schemas say. */
class JsonFormsTest {
  private static final Schema TRACE_CALL = Schema.definition("trace", "call");
  private static final Schema TRACE_REPLY = Schema.definition("trace", "reply");
  private static final Schema HISTORY = new Schema("history");
  private static final Schema REQUEST = new Schema("rpc-request");
  private static final List<Integer> STATUSES = List.of(0, -20, -27, -5, 7, Integer.MIN_VALUE);
  private static final List<Integer> TYPES = List.of(PortPacket.USER, PortPacket.INTERRUPT, 9, -1);

  @Property(seed = "1")
  void aCallOfATraceIsReadBack(@ForAll("named") Call call) throws Malformed {
    ObjectNode node = object();
    CallJson.TRACE.write(call, node);
    assertEquals(List.of(), TRACE_CALL.errors(node.toString()), node::toString);
    JsonFields fields = fields(node);
    assertEquals(call, CallJson.TRACE.read(fields));
    fields.end();
  }

  @Property(seed = "2")
  void aCallOfAHistoryIsReadBack(@ForAll("raw") Call call) throws Malformed {
    ObjectNode node = object().put("event", "call").put("thread", "T1");
    CallJson.HISTORY.write(call, node);
    assertEquals(List.of(), HISTORY.errors(node.toString()), node::toString);
    assertEquals(call, CallJson.HISTORY.read(fields(node)));
  }

  @Property(seed = "3")
  void aRequestIsReadBack(@ForAll("raw") Call call) throws Malformed {
    ObjectNode node = object().put("jsonrpc", "2.0").put("id", 1);
    ObjectNode params = node.put("method", call.op().scriptName()).putObject("params");
    CallJson form = call.hasWholePacket() ? CallJson.WHOLE_REQUEST : CallJson.REQUEST;
    form.writeArguments(call, params.put("thread", "T1"));
    assertEquals(List.of(), REQUEST.errors(node.toString()), node::toString);
    assertEquals(call, form.readArguments(call.op(), fields(params)));
  }

  @Property(seed = "6")
  void aWholePacketIsReadBack(@ForAll("answered") Reply reply) throws Malformed {
    ObjectNode answer = object();
    ReplyJson.WHOLE.write(reply, answer);
    JsonFields fields = fields(answer);
    assertEquals(reply, ReplyJson.WHOLE.read(fields));
    fields.end();
  }

  @Example
  void whoSaysToGivePacketsWholeGivesEveryWord() {
    String packet = "{'type':0,'key':'1','status':0,'payload':%s}";
    for (String payload : List.of("'5'", "['5']", "['5','0','0','0','0']", "[5,0,0,0]", "null")) {
      refused(
          "packet.payload to be an array of 4 unsigned 64-bit numbers",
          () ->
              ReplyJson.WHOLE.read(
                  parse("{'status':0,'packet':" + packet.formatted(payload) + "}")));
    }
  }

  @Property(seed = "4")
  void aReplyOfATraceIsReadBack(@ForAll("expected") Reply reply) throws Malformed {
    ObjectNode node = object();
    ReplyJson.TRACE.write(reply, node);
    assertEquals(List.of(), TRACE_REPLY.errors(node.toString()), node::toString);
    JsonFields fields = fields(node);
    assertEquals(reply, ReplyJson.TRACE.read(fields));
    fields.end();
  }

  @Property(seed = "5")
  void aReplyOfATargetIsReadBack(@ForAll("answered") Reply reply, @ForAll("raw") Call call)
      throws Malformed {
    ObjectNode answer = object();
    ReplyJson.TARGET.write(reply, answer);
    JsonFields fields = fields(answer);
    assertEquals(reply, ReplyJson.TARGET.read(fields));
    fields.end();
    ObjectNode line = object().put("event", "return").put("thread", "T1").setAll(answer);
    assertEquals(List.of(), HISTORY.errors(line.toString()), line::toString);
    if (reply.misfit(call).isEmpty()) {
      Schema result = Schema.definition("rpc-response", "results/" + call.op().scriptName());
      assertEquals(List.of(), result.errors(answer.toString()), answer::toString);
    }
  }

  /** Each row: what is written, and what is read as the same. */
  @Example
  void aNameAndItsNumberAreReadAlike() throws Malformed {
    alike("{'status':'BAD_STATE'}", "{'status':-20}", "{'status':'-20'}");
    alike("{'status':-99}", "{'status':'-99'}");
    alike(
        "{'status':'OK','packet':{'type':'INTERRUPT','key':'1','status':'OK','timestamp':'-1'}}",
        "{'status':0,'packet':{'type':7,'key':'1','status':0,'timestamp':'-1'}}");
    alike(
        "{'status':'OK','packet':{'type':'USER','key':'1','status':'CANCELED','payload':'2'}}",
        "{'status':'0','packet':{'type':0,'key':'1','status':-23,'payload':'2'}}");
    alike(
        "{'status':'OK','packet':{'type':9,'key':'1','status':-99,'payload':'2'}}",
        "{'status':'OK','packet':{'type':9,'key':'1','status':'-99','payload':'2'}}");
    for (CallJson form : CallJson.values()) {
      alike(form, "READ|WRITE", "12", "\"WRITE|READ\"", "\"READ|IO\"", "\"IO\"");
      alike(form, "NONE", "0");
      alike(form, "SAME_RIGHTS", "2147483648", "\"SAME_RIGHTS|NONE\"");
      alike(form, "1048576");
    }
  }

  private static void alike(String written, String... others) throws Malformed {
    Reply reply = ReplyJson.TARGET.read(parse(written));
    for (String other : others) {
      assertEquals(reply, ReplyJson.TARGET.read(parse(other)), other);
    }
    ObjectNode node = object();
    ReplyJson.TARGET.write(reply, node);
    assertEquals(written.replace('\'', '"'), node.toString());
  }

  private static void alike(CallJson form, String rights, String... others) throws Malformed {
    String written = rights.matches("[0-9]+") ? rights : '"' + rights + '"';
    Call call = duplicate(form, written);
    for (String other : others) {
      assertEquals(call, duplicate(form, other), other);
    }
    ObjectNode node = object();
    form.writeArguments(call, node);
    boolean isRequest = form == CallJson.REQUEST || form == CallJson.WHOLE_REQUEST;
    String expected = isRequest ? Long.toString(call.argument(1)) : written;
    assertEquals(expected, node.get("rights").toString());
  }

  private static Call duplicate(CallJson form, String rights) throws Malformed {
    String handle = form == CallJson.TRACE ? "'h'" : "3";
    JsonFields fields = parse("{'handle':" + handle + ",'rights':" + rights + "}");
    return form.readArguments(Op.HANDLE_DUPLICATE, fields);
  }

  @Example
  void whatIsNeitherIsRefused() {
    for (String rights : List.of("''", "'READ|'", "'READ |WRITE'", "'12'", "4294967296", "-1")) {
      for (CallJson form : CallJson.values()) {
        refused("rights to be names of rights joined by '|'", () -> duplicate(form, rights));
      }
    }
    for (String status : List.of("'FINE'", "''", "'ok'", "2147483648", "0.5", "null", "'0x1'")) {
      refused(
          "status to be the name or the number of a status",
          () -> ReplyJson.TARGET.read(parse("{'status':" + status + "}")));
    }
    for (String type : List.of("'7'", "'interrupt'", "-1", "4294967296", "[]")) {
      String packet = "{'type':" + type + ",'key':'1','status':0,'payload':'1'}";
      refused(
          "packet.type to be INTERRUPT, USER or a number of 32 bits",
          () -> ReplyJson.TARGET.read(parse("{'status':0,'packet':" + packet + "}")));
    }
  }

  private interface Reading {
    Object read() throws Malformed;
  }

  private static void refused(String expected, Reading reading) {
    String message = assertThrows(Malformed.class, reading::read).getMessage();
    assertTrue(message.contains(expected), message);
  }

  private static JsonFields parse(String text) throws Malformed {
    return JsonFields.parse(text.replace('\'', '"'), "it");
  }

  private static JsonFields fields(ObjectNode node) throws Malformed {
    return JsonFields.parse(node.toString(), "it");
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static Arbitrary<Long> numbers() {
    return Arbitraries.oneOf(
        Arbitraries.longs(),
        Arbitraries.longs().between(0, (1L << 21) - 1),
        Arbitraries.of(0L, 1L, 0xCL, 1L << 31, Long.MIN_VALUE, Long.MAX_VALUE, -1L));
  }

  private static Arbitrary<Call> calls(boolean named) {
    return Combinators.combine(
            Arbitraries.of(Op.class),
            Arbitraries.of(false, true),
            numbers().list().ofSize(4),
            payloads())
        .as(
            (op, flag, values, payload) -> {
              Call call = call(op, flag && op.takesPointer(), values, named);
              return op == Op.PORT_QUEUE && !flag ? queueing(call, values, payload) : call;
            });
  }

  private static Call queueing(Call call, List<Long> values, Payload payload) {
    int type = TYPES.get((int) Math.floorMod(values.get(3), (long) TYPES.size()));
    int status = STATUSES.get((int) Math.floorMod(values.get(0), (long) STATUSES.size()));
    return call.withPacket(new PortPacket(type, call.packet().key(), status, payload));
  }

  private static Arbitrary<Payload> payloads() {
    return Arbitraries.oneOf(
        numbers().map(Payload::of),
        numbers().list().ofSize(Payload.WORDS).map(words -> Payload.of(words::get)));
  }

  private static Call call(Op op, boolean nullPointer, List<Long> values, boolean named) {
    List<Argument> arguments = new ArrayList<>();
    for (Parameter parameter : op.parameters(nullPointer)) {
      long value = values.get(arguments.size());
      boolean handle = parameter.kind() == Kind.HANDLE && named;
      long number = parameter.kind().holds(value) ? value : value & 0xFFFF_FFFFL;
      arguments.add(handle ? handle(value) : new Argument.Number(number));
    }
    return named
        ? new Call(op, arguments, nullPointer)
        : Call.of(
            op,
            nullPointer,
            arguments.stream().mapToLong(a -> ((Argument.Number) a).raw()).toArray());
  }

  private static Argument handle(long value) {
    if (value % 3 == 0) {
      return Argument.INVALID;
    }
    return value % 3 == 1
        ? new Argument.Number(value & 0xFFFF_FFFFL)
        : new Argument.Handle("h" + Math.abs(value % 10));
  }

  @Provide
  Arbitrary<Call> named() {
    return calls(true);
  }

  @Provide
  Arbitrary<Call> raw() {
    return calls(false);
  }

  private static Arbitrary<Reply> replies(List<Integer> packetStatuses) {
    Arbitrary<PortPacket> packets =
        Combinators.combine(
                Arbitraries.of(TYPES), numbers(), Arbitraries.of(packetStatuses), payloads())
            .as(
                (type, key, status, payload) ->
                    type == PortPacket.INTERRUPT
                        ? new PortPacket(type, key, status, payload.first())
                        : new PortPacket(type, key, status, payload));
    return Combinators.combine(
            Arbitraries.of(STATUSES),
            Arbitraries.oneOf(
                Arbitraries.just(Reply.None.NONE), numbers().map(Reply.Timestamp::new), packets))
        .as(Reply::new);
  }

  /** What a trace can say of one: no value of a handle. */
  @Provide
  Arbitrary<Reply> expected() {
    return replies(STATUSES);
  }

  @Provide
  Arbitrary<Reply> answered() {
    return Arbitraries.oneOf(
        replies(STATUSES), Arbitraries.integers().map(raw -> Reply.ok(new Reply.Handle(raw))));
  }

  @Example
  void whatATraceLeavesOutIsNoPartOfIt() throws Malformed {
    ObjectNode node = object();
    ReplyJson.TRACE.write(Reply.ok(new Reply.Handle(5)), node);
    assertEquals("{\"status\":\"OK\"}", node.toString());
  }
}
