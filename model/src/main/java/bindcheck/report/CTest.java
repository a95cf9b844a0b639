package bindcheck.report;

import bindcheck.call.Call;
import bindcheck.call.Deadline;
import bindcheck.call.Kind;
import bindcheck.call.Observation;
import bindcheck.call.Op;
import bindcheck.call.Payload;
import bindcheck.call.PortPacket;
import bindcheck.call.Reply;
import bindcheck.call.Status;
import bindcheck.explain.Explained;
import bindcheck.file.Packaged;
import bindcheck.script.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A script as a test in C, to be pasted into an implementation's own tests: each call on a thread
 * of its own, and at the end what is allowed. C cannot see a thread block: it waits a while.
 */
final class CTest extends PastedScript {
  private static final String HEAD = Packaged.text("/paste/head.c");

  /** A deadline that passes by itself, but not before the other calls have been made. */
  private static final String SOON = Packaged.text("/paste/soon.c");

  private static final String MAIN = Packaged.text("/paste/main.c");

  private CTest(Explained explained) {
    super(explained);
  }

  /** The text of the file; or empty where nothing was called. */
  static String of(Explained explained) {
    return new CTest(explained).text();
  }

  @Override
  void write() {
    String by = explained.broken().isEmpty() ? "" : ", by " + String.join(", ", explained.broken());
    add("// Seen: %s\n// That is not allowed%s.\n", explained.observed(), by);
    add("// cc -pthread, with the library that offers the calls and its headers.\n");
    add(HEAD);
    add(
        "enum { FINITE_SETTLES = %d };  // how long a finite deadline lasts\n\n",
        lines.size() + 10);
    add("static reply_t r[%d];\n", lines.size());
    lines.stream()
        .flatMap(line -> line.name().stream())
        .distinct()
        .sorted()
        .forEach(name -> add("static zx_handle_t %s;\n", name));
    add(SOON);
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).statement() instanceof Call call) {
        function(i, lines.get(i), call);
      }
    }
    add(MAIN);
    main();
  }

  private void function(int index, Line line, Call call) {
    add("\n// %s\nstatic void* call%d(void* unused) {\n  (void)unused;\n", line, index);
    List<String> arguments = new ArrayList<>(arguments(call));
    if (call.op() == Op.PORT_QUEUE) {
      List<String> packet = arguments.subList(1, arguments.size());
      if (!call.nullPointer()) {
        add("  zx_port_packet_t in;\n  memset(&in, 0, sizeof(in));\n");
        PortPacket queued = call.packet();
        add(
            "  in.key = %s;\n  in.type = %su;\n",
            packet.get(0), Integer.toUnsignedString(queued.type()));
        add("  in.status = %s;\n", status(queued.status()));
        add("  memcpy(in.user.u64, %s, 32);\n", words(queued.payload()));
      }
      packet.clear();
    }
    if (call.op().takesPointer()) {
      arguments.add(call.nullPointer() ? "NULL" : pointer(call.op(), "&r[" + index + "]."));
    }
    String given = String.join(", ", arguments);
    add("  r[%d].status = zx_%s(%s);\n", index, call.op().scriptName(), given);
    line.name().ifPresent(name -> add("  %s = r[%d].handle;\n", name, index));
    add("  atomic_store(&r[%d].done, true);\n  return NULL;\n}\n", index);
  }

  private static String pointer(Op op, String reply) {
    return switch (op) {
      case PORT_QUEUE -> "&in";
      case PORT_WAIT -> reply + "packet";
      case INTERRUPT_WAIT -> reply + "timestamp";
      default -> reply + "handle";
    };
  }

  @Override
  String number(Op op, Kind kind, long raw) {
    return switch (kind) {
      case HANDLE -> raw == 0 ? "ZX_HANDLE_INVALID" : raw + "u";
      case TIME -> deadline(raw);
      case I64 -> signed(raw);
      case U64 -> unsigned(raw);
      case U32, OPTIONS, RIGHTS -> raw + "u";
    };
  }

  private static String deadline(long raw) {
    if (raw == Deadline.INFINITE.raw()) {
      return "ZX_TIME_INFINITE";
    }
    return raw == Deadline.FINITE.raw() ? "soon()" : signed(raw);
  }

  private static String signed(long raw) {
    return raw == Long.MIN_VALUE ? "INT64_MIN" : "INT64_C(" + raw + ")";
  }

  private static String unsigned(long raw) {
    return "UINT64_C(" + Long.toUnsignedString(raw) + ")";
  }

  private void main() {
    add("int main(void) {\n");
    Map<String, Integer> latest = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).statement() instanceof Call) {
        add("  make(call%d);\n", i);
        latest.put(lines.get(i).thread(), i);
      } else {
        add("  for (int i = 0; i < FINITE_SETTLES + 5; i++) settle();  // %s\n", lines.get(i));
      }
    }
    String condition = allowed(seen -> condition(seen, latest), " ||\n      ");
    add("  bool allowed =\n      %s;\n", condition.isEmpty() ? "false" : condition);
    add("  puts(allowed ? \"PASS\" : \"FAIL\");\n  return allowed ? 0 : 1;\n}\n");
  }

  private static String condition(Observation seen, Map<String, Integer> latest) {
    List<String> parts = new ArrayList<>();
    seen.replies().forEach((thread, reply) -> parts.add(returned(latest.get(thread), reply)));
    seen.blocked().forEach(thread -> parts.add("blocked(" + latest.get(thread) + ")"));
    return "(" + String.join(" && ", parts) + ")";
  }

  private static String returned(int call, Reply reply) {
    String returned = "returned(%d, %s)".formatted(call, status(reply.status()));
    if (reply.output() instanceof Reply.Timestamp timestamp) {
      return returned + " && waited(%d, %s)".formatted(call, signed(timestamp.value()));
    }
    if (reply.output() instanceof PortPacket packet) {
      return returned + " && " + packet(call, packet);
    }
    return returned;
  }

  private static String packet(int call, PortPacket packet) {
    String key = unsigned(packet.key());
    return packet.isInterrupt()
        ? "interrupt_packet(%d, %s, %s)".formatted(call, key, signed(packet.value()))
        : "user_packet(%d, %s, %s, %s)"
            .formatted(call, key, status(packet.status()), words(packet.payload()));
  }

  private static String words(Payload payload) {
    return IntStream.range(0, Payload.WORDS)
        .mapToObj(place -> unsigned(payload.word(place)))
        .collect(Collectors.joining(", ", "(uint64_t[4]){", "}"));
  }

  private static String status(int code) {
    String name = Status.text(code);
    if (code == Status.OK.code()) {
      return "ZX_OK";
    }
    return Character.isLetter(name.charAt(0)) ? "ZX_ERR_" + name : name;
  }
}
