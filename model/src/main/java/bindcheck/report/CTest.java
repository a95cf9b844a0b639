package bindcheck.report;

import bindcheck.call.Call;
import bindcheck.call.Constants;
import bindcheck.call.Kind;
import bindcheck.call.Observation;
import bindcheck.call.Op;
import bindcheck.call.Parameter;
import bindcheck.call.Reply;
import bindcheck.call.Status;
import bindcheck.explain.Explained;
import bindcheck.oracle.Allowed;
import bindcheck.script.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A script as a test in C, to be pasted into an implementation's own tests: each call on a thread
 * of its own, and at the end what is allowed. C cannot see a thread block: it waits a while.
 */
final class CTest {
  private static final String HEAD =
      """
      #include <pthread.h>
      #include <stdatomic.h>
      #include <stdbool.h>
      #include <stdint.h>
      #include <stdio.h>
      #include <string.h>
      #include <time.h>

      #if __has_include(<zircon/syscalls.h>)
      #include <zircon/syscalls.h>
      #include <zircon/syscalls/port.h>
      #include <zircon/types.h>
      #else
      #include "zx.h"  // bindcheck's own declarations of the same calls
      #endif

      enum { SETTLE_MS = 100 };  // how long a call may run before it counts as blocked

      typedef struct {
        atomic_bool done;
        zx_status_t status;
        zx_handle_t handle;
        zx_time_t timestamp;
        zx_port_packet_t packet;
      } reply_t;

      """;

  /** A deadline that passes by itself, but not before the other calls have been made. */
  private static final String SOON =
      """

      static inline zx_time_t soon(void) {
        struct timespec now;
        clock_gettime(CLOCK_MONOTONIC, &now);
        return now.tv_sec * INT64_C(1000000000) + now.tv_nsec + INT64_C(10000000) * SETTLE_MS;
      }
      """;

  private static final String MAKE =
      """

      static void settle(void) {
        struct timespec pause = {0, SETTLE_MS * 1000000L};
        nanosleep(&pause, NULL);
      }

      static void make(void* (*call)(void*)) {
        pthread_t thread;
        if (pthread_create(&thread, NULL, call, NULL) == 0) {
          pthread_detach(thread);
        }
        settle();
      }

      static inline bool returned(int call, zx_status_t status) {
        return atomic_load(&r[call].done) && r[call].status == status;
      }

      """;
  private static final String VALUES =
      """
      static inline bool blocked(int call) { return !atomic_load(&r[call].done); }

      static inline bool interrupt_packet(int call, uint64_t key, int64_t timestamp) {
        return r[call].packet.type == ZX_PKT_TYPE_INTERRUPT && r[call].packet.key == key &&
               r[call].packet.interrupt.timestamp == timestamp;
      }

      static inline bool user_packet(int call, uint64_t key, uint64_t word) {
        return r[call].packet.type == ZX_PKT_TYPE_USER && r[call].packet.key == key &&
               r[call].packet.user.u64[0] == word;
      }

      static inline bool waited(int call, int64_t timestamp) { return r[call].timestamp == timestamp; }

      """;

  private final Explained explained;
  private final List<Line> lines;
  private final StringBuilder text = new StringBuilder();

  private CTest(Explained explained) {
    this.explained = explained;
    this.lines = explained.shown().lines();
  }

  /** The text of the file; or empty where nothing was called. */
  static String of(Explained explained) {
    return explained.shown().lines().isEmpty() ? "" : new CTest(explained).write();
  }

  private String write() {
    comment();
    text.append(HEAD);
    text.append("static reply_t r[").append(lines.size()).append("];\n");
    Set<String> names = new TreeSet<>();
    lines.forEach(line -> line.name().ifPresent(names::add));
    names.forEach(name -> text.append("static zx_handle_t ").append(name).append(";\n"));
    text.append(SOON);
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).statement() instanceof Call call) {
        function(i, lines.get(i), call);
      }
    }
    text.append(MAKE).append(VALUES);
    main();
    return text.toString();
  }

  private void comment() {
    text.append("// Seen: ").append(explained.observed()).append("\n// That is not allowed");
    text.append(explained.broken().isEmpty() ? "" : ", by ");
    text.append(String.join(", ", explained.broken())).append(".\n");
    text.append("// cc -pthread, with the library that offers the calls and its headers.\n");
  }

  private void function(int index, Line line, Call call) {
    text.append("\n// ").append(line).append("\nstatic void* call").append(index);
    text.append("(void* unused) {\n  (void)unused;\n");
    String packet = "&r[" + index + "].packet";
    if (call.op() == Op.PORT_QUEUE && !call.nullPointer()) {
      text.append("  zx_port_packet_t in;\n  memset(&in, 0, sizeof(in));\n");
      text.append("  in.type = ZX_PKT_TYPE_USER;\n  in.key = ").append(argument(call, 1));
      text.append(";\n  in.user.u64[0] = ").append(argument(call, 2)).append(";\n");
      packet = "&in";
    }
    List<String> arguments = new ArrayList<>();
    int given = call.op() == Op.PORT_QUEUE ? 1 : call.parameters().size();
    for (int i = 0; i < given; i++) {
      arguments.add(argument(call, i));
    }
    if (call.op().takesPointer()) {
      arguments.add(call.nullPointer() ? "NULL" : pointer(call.op(), index, packet));
    }
    String status = "r[" + index + "].status";
    text.append("  ").append(status).append(" = zx_").append(call.op().scriptName());
    text.append("(").append(String.join(", ", arguments)).append(");\n");
    line.name()
        .ifPresent(name -> text.append("  ").append(name).append(" = r[" + index + "].handle;\n"));
    text.append("  atomic_store(&r[").append(index).append("].done, true);\n  return NULL;\n}\n");
  }

  private static String pointer(Op op, int index, String packet) {
    return switch (op) {
      case PORT_QUEUE, PORT_WAIT -> packet;
      case INTERRUPT_WAIT -> "&r[" + index + "].timestamp";
      default -> "&r[" + index + "].handle";
    };
  }

  private static String argument(Call call, int index) {
    if (call.isNamed(index)) {
      return call.name(index);
    }
    Parameter parameter = call.op().parameters().get(index);
    long raw = call.argument(index);
    return switch (parameter.kind()) {
      case HANDLE -> "ZX_HANDLE_INVALID";
      case TIME -> deadline(raw);
      case I64 -> raw == Long.MIN_VALUE ? "INT64_MIN" : "INT64_C(" + raw + ")";
      case U64 -> "UINT64_C(" + Long.toUnsignedString(raw) + ")";
      case U32, OPTIONS, RIGHTS -> raw + "u";
    };
  }

  private static String deadline(long raw) {
    if (raw == Constants.INFINITE) {
      return "ZX_TIME_INFINITE";
    }
    return raw == Constants.FINITE ? "soon()" : literal(raw);
  }

  private static String literal(long raw) {
    return raw == Long.MIN_VALUE ? "INT64_MIN" : "INT64_C(" + raw + ")";
  }

  private void main() {
    text.append("int main(void) {\n");
    Map<String, Integer> latest = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).statement() instanceof Call) {
        text.append("  make(call").append(i).append(");\n");
        latest.put(lines.get(i).thread(), i);
      } else {
        text.append("  for (int i = 0; i < 15; i++) settle();  // ").append(lines.get(i));
        text.append('\n');
      }
    }
    text.append("  bool allowed =\n      ");
    text.append(
        explained.allowed().stream()
            .map(one -> condition(one, latest))
            .collect(Collectors.joining(" ||\n      ")));
    text.append(explained.allowed().isEmpty() ? "false" : "").append(";\n");
    text.append("  puts(allowed ? \"PASS\" : \"FAIL\");\n  return allowed ? 0 : 1;\n}\n");
  }

  private static String condition(Allowed allowed, Map<String, Integer> latest) {
    Observation seen = allowed.observation();
    List<String> parts = new ArrayList<>();
    seen.replies().forEach((thread, reply) -> parts.add(returned(latest.get(thread), reply)));
    seen.blocked().forEach(thread -> parts.add("blocked(" + latest.get(thread) + ")"));
    return "(" + String.join(" && ", parts) + ")";
  }

  private static String returned(int call, Reply reply) {
    String status = status(reply.status());
    String returned = "returned(" + call + ", " + status + ")";
    if (reply.output() instanceof Reply.Timestamp timestamp) {
      return returned + " && waited(" + call + ", " + literal(timestamp.value()) + ")";
    }
    if (reply.output() instanceof Reply.Packet packet) {
      boolean interrupt = packet.type() == Reply.TYPE_INTERRUPT;
      String values =
          call
              + ", UINT64_C("
              + Kind.U64.decimal(packet.key())
              + "), "
              + (interrupt
                  ? literal(packet.value())
                  : "UINT64_C(" + Kind.U64.decimal(packet.value()) + ")");
      return returned + " && " + (interrupt ? "interrupt" : "user") + "_packet(" + values + ")";
    }
    return returned;
  }

  private static String status(int code) {
    String name = Status.text(code);
    if (code == Status.OK.code()) {
      return "ZX_OK";
    }
    return Character.isLetter(name.charAt(0)) ? "ZX_ERR_" + name : name;
  }
}
