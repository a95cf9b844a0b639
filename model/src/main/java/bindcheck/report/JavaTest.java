package bindcheck.report;

import bindcheck.call.Call;
import bindcheck.call.Constants;
import bindcheck.call.Kind;
import bindcheck.call.Observation;
import bindcheck.call.Op;
import bindcheck.call.Payload;
import bindcheck.call.PortPacket;
import bindcheck.call.Reply;
import bindcheck.call.Status;
import bindcheck.explain.Explained;
import bindcheck.script.Line;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A script as a JUnit test, to be pasted into the tests of an implementation in Java; it needs this
 * program's jar. Whether a call is blocked is observed exactly, without waiting.
 */
final class JavaTest extends PastedScript {
  private static final String HEAD =
      """
      import static org.junit.jupiter.api.Assertions.assertTrue;

      import bindcheck.call.Observation;
      import bindcheck.call.Op;
      import bindcheck.call.Payload;
      import bindcheck.call.PortPacket;
      import bindcheck.call.Reply;
      import bindcheck.call.Call;
      import bindcheck.target.Target;
      import bindcheck.target.Targets;
      import java.util.List;
      import java.util.Map;
      import java.util.Set;
      import org.junit.jupiter.api.Test;

      """;

  private static final String WITHOUT_HANDLE =
      """

        private static Observation withoutHandle(Observation seen) {
          Map<String, Reply> replies = new java.util.TreeMap<>(seen.replies());
          replies.replaceAll((thread, reply) -> Reply.of(reply.status()));
          return Observation.of(replies, seen.blocked());
        }
      """;

  private final String target;

  private JavaTest(Explained explained, String target) {
    super(explained);
    this.target = target;
  }

  /**
   * The text of the file; or empty where nothing was called.
   *
   * @param target what the tested implementation is called
   */
  static String of(Explained explained, String target) {
    return new JavaTest(explained, target).text();
  }

  /** The name of the class. */
  static String className(Explained explained) {
    StringBuilder name = new StringBuilder();
    for (String word : explained.shown().operation().split("_", -1)) {
      name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
    }
    return name + "RejectedTest";
  }

  @Override
  void write() {
    add(HEAD);
    add("/** Seen: %s. By ", explained.observed().replace("*/", "* /"));
    add("%s. */\n", String.join(", ", explained.broken()));
    add("class %s {\n", className(explained));
    add("  private static final String TARGET = %s;\n\n", quoted(target));
    add("  @Test\n  void doesWhatIsAllowed() {\n");
    add("    try (Target target = Targets.open(TARGET)) {\n      target.reset();\n");
    int last = lines.size() - 1;
    for (int i = 0; i < last; i++) {
      make(lines.get(i), "seen" + i);
      name(lines.get(i), "seen" + i);
    }
    make(lines.get(last), "seen");
    add("      target.abandon();\n      List<Observation> allowed =\n          List.of(\n");
    add("%s", allowed(seen -> "              " + observation(seen), ",\n"));
    boolean creates = lines.get(last).statement() instanceof Call call && call.returnsHandle();
    add(");\n      assertTrue(allowed.contains(%s", creates ? "withoutHandle(seen)" : "seen");
    add("), () -> seen + \", not \" + allowed);\n    }\n  }\n");
    add(creates ? WITHOUT_HANDLE : "");
    add("}\n");
  }

  private void make(Line line, String seen) {
    add("      // %s\n", line);
    String thread = quoted(line.thread());
    if (line.statement() instanceof Call call) {
      add("      target.start(%s, Call.of(Op.%s, ", thread, call.op().name());
      add("%s", call.nullPointer());
      arguments(call).forEach(argument -> add(", %s", argument));
      add(")%s);\n", call.hasWholePacket() ? ".withPacket(" + packet(call.packet()) + ")" : "");
    } else {
      add("      target.expire(%s);\n", thread);
    }
    add("      Observation %s = target.observe();\n", seen);
  }

  /** What the handle that a line makes is called from there on, if it was made. */
  private void name(Line line, String seen) {
    if (line.name().isPresent()) {
      boolean again =
          lines.subList(0, lines.indexOf(line)).stream()
              .anyMatch(earlier -> earlier.name().equals(line.name()));
      add("      %s%s = %s", again ? "" : "long ", line.name().get(), seen);
      add(".replies().get(%s).output() instanceof Reply.Handle h", quoted(line.thread()));
      add(" ? Integer.toUnsignedLong(h.raw()) : 0;\n");
    }
  }

  @Override
  String number(Op op, Kind kind, long raw) {
    String name = Constants.text(op, kind, raw);
    boolean digits = name.matches("-?[0-9]+");
    return raw + "L" + (digits ? "" : " /* " + name + " */");
  }

  private static String observation(Observation allowed) {
    String replies =
        allowed.replies().entrySet().stream()
            .map(reply -> quoted(reply.getKey()) + ", " + reply(reply.getValue()))
            .collect(Collectors.joining(", "));
    String blocked =
        allowed.blocked().stream().map(JavaTest::quoted).collect(Collectors.joining(", "));
    return "Observation.of(Map.of(" + replies + "), Set.of(" + blocked + "))";
  }

  private static String reply(Reply reply) {
    if (reply.output() instanceof Reply.Timestamp timestamp) {
      return "Reply.ok(new Reply.Timestamp(" + timestamp.value() + "L))";
    }
    if (reply.output() instanceof PortPacket packet) {
      return packet.isPlain() ? plain(packet) : "Reply.ok(" + packet(packet) + ")";
    }
    return "Reply.of(" + reply.status() + " /* " + Status.text(reply.status()) + " */)";
  }

  private static String plain(PortPacket packet) {
    String kind = packet.isInterrupt() ? "interrupt" : "user";
    return "Reply.%sPacket(%dL, %dL)".formatted(kind, packet.key(), packet.value());
  }

  private static String packet(PortPacket packet) {
    Payload payload = packet.payload();
    String words =
        "%dL, %dL, %dL, %dL"
            .formatted(payload.first(), payload.second(), payload.third(), payload.fourth());
    return "new PortPacket(%d, %dL, %d, new Payload(%s))"
        .formatted(packet.type(), packet.key(), packet.status(), words);
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
