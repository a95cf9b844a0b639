package bindcheck.report;

import bindcheck.call.Call;
import bindcheck.call.Constants;
import bindcheck.call.Kind;
import bindcheck.call.Reply;
import bindcheck.call.Status;
import bindcheck.explain.Explained;
import bindcheck.oracle.Allowed;
import bindcheck.script.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A script as a JUnit test, to be pasted into the tests of an implementation in Java; it needs this
 * program's jar. Whether a call is blocked is observed exactly, without waiting.
 */
final class JavaTest {
  private static final String HEAD =
      """
      import static org.junit.jupiter.api.Assertions.assertTrue;

      import bindcheck.call.Observation;
      import bindcheck.call.Op;
      import bindcheck.call.Reply;
      import bindcheck.call.Call;
      import bindcheck.target.Target;
      import bindcheck.target.Targets;
      import java.util.List;
      import java.util.Map;
      import java.util.Set;
      import org.junit.jupiter.api.Test;

      """;

  private final Explained explained;
  private final String target;
  private final List<Line> lines;
  private final StringBuilder text = new StringBuilder();

  private JavaTest(Explained explained, String target) {
    this.explained = explained;
    this.target = target;
    this.lines = explained.shown().lines();
  }

  /**
   * The text of the file; or empty where nothing was called.
   *
   * @param target what the tested implementation is called
   */
  static String of(Explained explained, String target) {
    return explained.shown().lines().isEmpty() ? "" : new JavaTest(explained, target).write();
  }

  /** The name of the class. */
  static String className(Explained explained) {
    String op =
        explained
            .event()
            .map(line -> line.statement() instanceof Call call ? call.op().scriptName() : "expire")
            .orElse("reset");
    StringBuilder name = new StringBuilder();
    for (String word : op.split("_", -1)) {
      name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
    }
    return name + "RejectedTest";
  }

  private String write() {
    text.append(HEAD);
    text.append("/** Seen: ").append(explained.observed().replace("*/", "* /"));
    text.append(". By ").append(String.join(", ", explained.broken())).append(". */\n");
    text.append("class ").append(className(explained)).append(" {\n");
    text.append("  private static final String TARGET = ").append(quoted(target)).append(";\n\n");
    text.append("  @Test\n  void doesWhatIsAllowed() {\n");
    text.append("    try (Target target = Targets.open(TARGET)) {\n      target.reset();\n");
    for (int i = 0; i < lines.size(); i++) {
      boolean last = i == lines.size() - 1;
      make(lines.get(i), last ? "Observation seen = " : "Observation seen" + i + " = ");
      if (!last) {
        name(lines.get(i), "seen" + i);
      }
    }
    text.append("      target.abandon();\n      List<Observation> allowed =\n          List.of(\n");
    text.append(
        explained.allowed().stream()
            .map(one -> "              " + observation(one))
            .collect(Collectors.joining(",\n")));
    text.append(");\n      assertTrue(allowed.contains(");
    text.append(createsHandle() ? "withoutHandle(seen)" : "seen");
    text.append("), () -> seen + \", not \" + allowed);\n    }\n  }\n");
    text.append(createsHandle() ? WITHOUT_HANDLE : "").append("}\n");
    return text.toString();
  }

  private static final String WITHOUT_HANDLE =
      """

        private static Observation withoutHandle(Observation seen) {
          Map<String, Reply> replies = new java.util.TreeMap<>(seen.replies());
          replies.replaceAll((thread, reply) -> Reply.of(reply.status()));
          return Observation.of(replies, seen.blocked());
        }
      """;

  private boolean createsHandle() {
    return lines.get(lines.size() - 1).statement() instanceof Call call && call.returnsHandle();
  }

  private void make(Line line, String result) {
    text.append("      // ").append(line).append("\n      ");
    String thread = quoted(line.thread());
    if (line.statement() instanceof Call call) {
      text.append("target.start(").append(thread).append(", Call.of(Op.");
      text.append(call.op().name()).append(", ").append(call.nullPointer());
      for (int i = 0; i < call.parameters().size(); i++) {
        text.append(", ").append(argument(call, i));
      }
      text.append("));\n");
    } else {
      text.append("target.expire(").append(thread).append(");\n");
    }
    text.append("      ").append(result).append("target.observe();\n");
  }

  /** What the handle that a line makes is called from there on, if it was made. */
  private void name(Line line, String seen) {
    line.name()
        .ifPresent(
            name -> {
              boolean again =
                  lines.subList(0, lines.indexOf(line)).stream()
                      .anyMatch(earlier -> earlier.name().equals(line.name()));
              text.append("      ").append(again ? "" : "long ").append(name).append(" = ");
              text.append(seen).append(".replies().get(").append(quoted(line.thread()));
              text.append(").output() instanceof Reply.Handle h ? Integer.toUnsignedLong(h.raw())");
              text.append(" : 0;\n");
            });
  }

  private static String argument(Call call, int index) {
    if (call.isNamed(index)) {
      return call.name(index);
    }
    long raw = call.argument(index);
    Kind kind = call.op().parameters().get(index).kind();
    String name = Constants.text(call.op(), kind, raw);
    boolean digits = name.matches("-?[0-9]+");
    return raw + "L" + (digits ? "" : " /* " + name + " */");
  }

  private static String observation(Allowed allowed) {
    List<String> replies = new ArrayList<>();
    allowed
        .observation()
        .replies()
        .forEach((thread, reply) -> replies.add(quoted(thread) + ", " + reply(reply)));
    String blocked =
        allowed.observation().blocked().stream()
            .map(JavaTest::quoted)
            .collect(Collectors.joining(", "));
    return "Observation.of(Map.of(" + String.join(", ", replies) + "), Set.of(" + blocked + "))";
  }

  private static String reply(Reply reply) {
    if (reply.output() instanceof Reply.Timestamp timestamp) {
      return "Reply.ok(new Reply.Timestamp(" + timestamp.value() + "L))";
    }
    if (reply.output() instanceof Reply.Packet packet) {
      String kind = packet.type() == Reply.TYPE_INTERRUPT ? "interrupt" : "user";
      return "Reply." + kind + "Packet(" + packet.key() + "L, " + packet.value() + "L)";
    }
    return "Reply.of(" + reply.status() + " /* " + Status.text(reply.status()) + " */)";
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
