package bindcheck.call;

import bindcheck.file.JsonFields;
import bindcheck.file.Malformed;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Calls as JSON: arguments by their names in C, numbers of 64 bits as decimal strings, {@code null}
 * where the call's pointer is null. Rights are read as names or as a number everywhere.
 */
public enum CallJson {
  /** In traces: handles are names, as in a script. */
  TRACE,
  /** In histories: handles are the values that the target gave. */
  HISTORY,
  /** In requests to targets: the same, but what has names is a number, as targets read it. */
  REQUEST,
  /** The same to a target that has said to take packets whole. */
  WHOLE_REQUEST;

  private static final String OP = "op";
  private static final String ARGS = "args";
  private static final String NULL = "null";
  private static final String HANDLE = "the name of a handle, its number, or ";
  private static final String RIGHTS = "names of rights joined by '|', or a number of 32 bits";

  /** Adds the call: its name, its arguments as an object of their own. */
  public void write(Call call, ObjectNode node) {
    node.put(OP, call.op().scriptName());
    writeArguments(call, node.putObject(ARGS), node);
  }

  /** Adds the arguments alone. */
  public void writeArguments(Call call, ObjectNode node) {
    writeArguments(call, node, node);
  }

  private void writeArguments(Call call, ObjectNode args, ObjectNode beside) {
    for (int i = 0; i < call.parameters().size(); i++) {
      Parameter parameter = call.parameters().get(i);
      if (call.isNamed(i)) {
        args.put(parameter.name(), call.name(i));
      } else {
        write(parameter.kind(), call.argument(i), parameter.name(), args);
      }
    }
    if (call.nullPointer()) {
      beside.put(NULL, true);
    } else if (call.op() == Op.PORT_QUEUE && (call.hasWholePacket() || this == WHOLE_REQUEST)) {
      writeWhole(call.packet(), args);
    }
  }

  private void writeWhole(PortPacket packet, ObjectNode args) {
    PacketJson.writePayload(packet.payload(), this == WHOLE_REQUEST, args);
    if (isRequest()) {
      args.put(PacketJson.STATUS, packet.status());
      args.put(PacketJson.TYPE, Integer.toUnsignedLong(packet.type()));
    } else {
      PacketJson.writeStatus(packet.status(), args);
      PacketJson.writeType(packet.type(), args);
    }
  }

  private boolean isRequest() {
    return this == REQUEST || this == WHOLE_REQUEST;
  }

  private void write(Kind kind, long raw, String name, ObjectNode args) {
    long word = Integer.toUnsignedLong((int) raw);
    if (kind.isWide()) {
      args.put(name, kind.decimal(raw));
    } else if (kind == Kind.HANDLE && word == 0 && this == TRACE) {
      args.put(name, Constants.INVALID_NAME);
    } else if (kind == Kind.RIGHTS && !isRequest()) {
      write(Constants.rightsText(word), word, name, args);
    } else {
      args.put(name, word);
    }
  }

  /** Adds a number, by its name if it has one. */
  static void write(Optional<String> name, long number, String field, ObjectNode node) {
    name.ifPresentOrElse(text -> node.put(field, text), () -> node.put(field, number));
  }

  /** The call that {@link #write} added. */
  public Call read(JsonFields fields) throws Malformed {
    String name = fields.text(OP);
    Op op = Op.named(name).orElse(null);
    if (op == null) {
      String hint = Nearest.hint(name, Arrays.stream(Op.values()).map(Op::scriptName));
      throw fields.wrong(OP, "the name of a call" + hint);
    }
    JsonFields args = fields.part(ARGS);
    Call call = readArguments(op, args, fields);
    args.end();
    return call;
  }

  /** The call whose arguments {@link #writeArguments} added. */
  public Call readArguments(Op op, JsonFields fields) throws Malformed {
    return readArguments(op, fields, fields);
  }

  private Call readArguments(Op op, JsonFields args, JsonFields beside) throws Malformed {
    if (beside.has(NULL) && !op.takesPointer()) {
      throw beside.wrong(NULL, "left out, as " + op.scriptName() + " takes no pointer");
    }
    boolean nullPointer = beside.has(NULL) && beside.truth(NULL);
    List<Parameter> parameters = op.parameters(nullPointer);
    if (this == TRACE) {
      List<Argument> arguments = new ArrayList<>();
      for (Parameter parameter : parameters) {
        arguments.add(
            parameter.kind() == Kind.HANDLE
                ? handle(args, parameter.name())
                : new Argument.Number(number(args, parameter)));
      }
      return withPacket(new Call(op, arguments, nullPointer), args);
    }
    long[] raw = new long[parameters.size()];
    for (int i = 0; i < raw.length; i++) {
      raw[i] = number(args, parameters.get(i));
    }
    return withPacket(Call.of(op, nullPointer, raw), args);
  }

  /** The call with what of its packet is there beside the key and the first word. */
  private static Call withPacket(Call call, JsonFields args) throws Malformed {
    if (call.op() != Op.PORT_QUEUE || call.nullPointer() || !PacketJson.isWhole(args)) {
      return call;
    }
    Payload payload = PacketJson.payload(args, false);
    int status = args.has(PacketJson.STATUS) ? PacketJson.status(args) : call.packet().status();
    int type = args.has(PacketJson.TYPE) ? PacketJson.type(args) : call.packet().type();
    return call.withPacket(new PortPacket(type, call.packet().key(), status, payload));
  }

  private static Argument handle(JsonFields args, String name) throws Malformed {
    String what = HANDLE + Constants.INVALID_NAME;
    if (!args.isText(name)) {
      return new Argument.Number(
          args.integer(name, 0, JsonFields.LARGEST_U32, text -> OptionalLong.empty(), what));
    }
    String text = args.text(name);
    if (text.equals(Constants.INVALID_NAME)) {
      return Argument.INVALID;
    }
    if (!Identifiers.isAssignable(text)) {
      throw args.wrong(name, what);
    }
    return new Argument.Handle(text);
  }

  private static long number(JsonFields args, Parameter parameter) throws Malformed {
    String name = parameter.name();
    if (name.equals(PacketJson.PAYLOAD)) {
      return PacketJson.payload(args, false).first();
    }
    return switch (parameter.kind()) {
      case HANDLE, U32, OPTIONS -> args.u32(name);
      case RIGHTS -> args.integer(name, 0, JsonFields.LARGEST_U32, Constants::rights, RIGHTS);
      case U64 -> args.u64(name);
      case I64, TIME -> args.i64(name);
    };
  }
}
