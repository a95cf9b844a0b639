package bindcheck.target.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.call.Call;
import bindcheck.call.Op;
import bindcheck.call.Reply;
import bindcheck.call.Status;
import bindcheck.schema.Schema;
import bindcheck.target.Target;
import bindcheck.target.Targets;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real sessions go as they should, and each of their messages is what its schema says. */
@Timeout(120)
class RecordedSessionTest {
  private static final Duration TIME_OUT = Duration.ofSeconds(30);
  private static final Duration SETTLE = Duration.ofMillis(100);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long FINITE = 1L << 62;

  @TempDir private Path folder;

  @Test
  void ofTheReferenceServedInJava() throws IOException {
    session(Programs.java(ServedReference.class), false);
    validate();
  }

  @Test
  void ofTheExampleInPython() throws IOException {
    Programs.assumePython();
    session("python3 examples/python/kernel_adapter.py", true);
    validate();
  }

  @Test
  void ofTheExampleInJavaScript() throws IOException {
    Programs.assumeNode();
    session("node examples/node/adapter.mjs", true);
    validate();
  }

  @Test
  void ofTheExampleInRust() throws IOException {
    session("'" + Programs.rustExample() + "'", true);
    validate();
  }

  @Test
  void ofTheExampleInPythonThatCannotDoWhatItIsToldTo() throws IOException {
    Programs.assumePython();
    String command = recorded("python3 examples/python/kernel_adapter.py");
    try (Target target = Targets.open(command, List.of(), TIME_OUT, SETTLE)) {
      target.reset();
      target.start("T1", Call.of(Op.INTERRUPT_WAIT, 77));
      assertEquals(Map.of("T1", Reply.of(Status.BAD_HANDLE)), target.quiesce());
    }
    validate();
  }

  private String recorded(String command) {
    return "process:sh " + Programs.script("record.sh") + " '" + folder + "' " + command;
  }

  /** Every call, some without their pointers; blocking, deadlines, giving up. */
  private void session(String command, boolean exact) {
    try (Target target = Targets.open(recorded(command), List.of(), TIME_OUT, SETTLE)) {
      assertEquals(Set.of(Op.values()), target.support().calls());
      target.reset();
      int port = handle(target, Call.of(Op.PORT_CREATE, 1));
      int interrupt = handle(target, Call.of(Op.INTERRUPT_CREATE, 0, 0, 0x10));
      int other = handle(target, Call.of(Op.INTERRUPT_CREATE, 0, 0, 0x10));
      int event = handle(target, Call.of(Op.EVENT_CREATE, 0));
      int second = handle(target, Call.of(Op.HANDLE_DUPLICATE, event, 1L << 31));
      int third = handle(target, Call.of(Op.HANDLE_REPLACE, second, 0));
      ok(target, Call.of(Op.HANDLE_CLOSE, third));
      ok(target, Call.of(Op.INTERRUPT_BIND, interrupt, port, -1, 0));
      assertEquals(Map.of(), play(target, "T1", Call.of(Op.PORT_WAIT, port, Long.MAX_VALUE)));
      assertEquals(Map.of(), play(target, "T2", Call.of(Op.INTERRUPT_WAIT, other)));
      assertEquals(Set.of("T1", "T2"), target.blocked());
      assertEquals(
          Map.of("main", Reply.of(0), "T1", Reply.interruptPacket(-1, Long.MIN_VALUE)),
          play(target, "main", Call.of(Op.INTERRUPT_TRIGGER, interrupt, 0, Long.MIN_VALUE)));
      assertEquals(
          Map.of("main", Reply.of(0), "T2", Reply.ok(new Reply.Timestamp(-5))),
          play(target, "main", Call.of(Op.INTERRUPT_TRIGGER, other, 0, -5)));
      ok(target, Call.of(Op.INTERRUPT_ACK, interrupt));
      ok(target, Call.of(Op.PORT_QUEUE, port, -2, -3));
      assertEquals(
          Map.of("T1", Reply.userPacket(-2, -3)),
          play(target, "T1", Call.of(Op.PORT_WAIT, port, 0)));
      assertEquals(
          Map.of("main", Reply.of(Status.INVALID_ARGS)),
          play(target, "main", Call.of(Op.PORT_QUEUE, true, port)));
      assertEquals(
          Map.of("main", Reply.of(Status.INVALID_ARGS)),
          play(target, "main", Call.of(Op.PORT_CREATE, true, 0)));
      assertEquals(Map.of(), play(target, "T1", Call.of(Op.PORT_WAIT, port, FINITE)));
      target.expire("T1");
      assertEquals(Map.of("T1", Reply.of(Status.TIMED_OUT)), target.quiesce());
      ok(target, Call.of(Op.INTERRUPT_DESTROY, interrupt));
      assertEquals(Map.of(), play(target, "T1", Call.of(Op.PORT_WAIT, port, Long.MAX_VALUE)));
      assertEquals(exact, target.isExact());
      target.abandon();
      target.reset();
      assertEquals(
          Map.of("main", Reply.of(Status.BAD_HANDLE)),
          play(target, "main", Call.of(Op.INTERRUPT_ACK, interrupt)));
    }
  }

  private static Map<String, Reply> play(Target target, String thread, Call call) {
    target.start(thread, call);
    return target.quiesce();
  }

  private static void ok(Target target, Call call) {
    assertEquals(Map.of("main", Reply.of(0)), play(target, "main", call));
  }

  private static int handle(Target target, Call call) {
    Reply reply = play(target, "main", call).get("main");
    return ((Reply.Handle) reply.output()).raw();
  }

  private void validate() throws IOException {
    Schema requests = new Schema("rpc-request");
    Schema responses = new Schema("rpc-response");
    Map<Integer, String> methods = new HashMap<>();
    for (String line : Files.readAllLines(folder.resolve("requests"))) {
      assertEquals(List.of(), requests.errors(line), line);
      JsonNode request = JSON.readTree(line);
      methods.put(request.get("id").intValue(), request.get("method").textValue());
    }
    List<String> answers = Files.readAllLines(folder.resolve("responses"));
    Set<String> answered = new TreeSet<>();
    int errors = 0;
    for (String line : answers) {
      assertEquals(List.of(), responses.errors(line), line);
      JsonNode response = JSON.readTree(line);
      String method = methods.get(response.get("id").intValue());
      if (response.has("error")) {
        assertEquals("port_wait", method, "only the call that was given up may end in an error");
        errors++;
        continue;
      }
      Schema result = Schema.definition("rpc-response", "results/" + method);
      assertEquals(List.of(), result.errors(response.get("result").toString()), method);
      answered.add(method);
    }
    assertTrue(errors <= 1, errors + " calls ended in an error, and one was given up");
    assertFalse(answered.isEmpty());
    assertTrue(
        answered.containsAll(Set.of("initialize", "reset", "shutdown")), answered.toString());
  }
}
