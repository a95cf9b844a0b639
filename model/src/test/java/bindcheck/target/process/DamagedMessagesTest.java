package bindcheck.target.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.call.Call;
import bindcheck.call.Op;
import bindcheck.call.Verdict;
import bindcheck.schema.Schema;
import bindcheck.target.TargetException;
import bindcheck.target.TargetException.Reason;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A damaged message is a valid one still, or it is refused in one line that says what it was. */
class DamagedMessagesTest {
  /** An answer: the number of the request that it follows, its id, its method, its result. */
  private record Answer(int after, int id, String method, String result) {
    String line() {
      return "{'jsonrpc':'2.0','id':%d,'result':%s}\n".formatted(id, result).replace('\'', '"');
    }
  }

  /** Nothing is waited for: the output ends after what is damaged. */
  private static final Duration BOUND = Duration.ofSeconds(30);

  private static final List<Answer> ANSWERS =
      List.of(
          new Answer(
              1,
              1,
              "initialize",
              "{'protocol':1,'name':'canned','calls':['port_create','port_queue','port_wait',"
                  + "'interrupt_create','interrupt_wait'],'features':['blocked']}"),
          new Answer(2, 2, "reset", "{}"),
          new Answer(3, 3, "port_create", "{'status':0,'handle':1}"),
          new Answer(5, 5, "blocked", "{'threads':['T1']}"),
          new Answer(6, 6, "port_queue", "{'status':0}"),
          new Answer(
              6, 4, "port_wait", packet("'type':'USER','key':'1','status':'OK','payload':'2'")),
          new Answer(7, 7, "blocked", "{'threads':[]}"),
          new Answer(8, 8, "interrupt_create", "{'status':'PEER_CLOSED'}"),
          new Answer(9, 9, "interrupt_wait", "{'status':0,'timestamp':'-9223372036854775808'}"),
          new Answer(10, 10, "blocked", "{'threads':[]}"),
          new Answer(11, 11, "port_wait", packet("'type':7,'key':'3','status':0,'timestamp':'4'")),
          new Answer(12, 12, "blocked", "{'threads':[]}"),
          new Answer(13, 13, "reset", "{}"));

  private static final Schema RESPONSE = new Schema("rpc-response");

  private static String packet(String members) {
    return "{'status':0,'packet':{" + members + "}}";
  }

  /** What comes of the session, in which one answer is another, and the last one. */
  private static TargetException failure(Answer damaged, byte[] line) {
    Map<Integer, List<byte[]>> answers = new TreeMap<>();
    for (Answer answer : ANSWERS) {
      byte[] said = answer.equals(damaged) ? line : answer.line().getBytes(UTF_8);
      answers.computeIfAbsent(answer.after(), after -> new ArrayList<>()).add(said);
    }
    return assertTimeoutPreemptively(BOUND, () -> failure(new CannedPeer(answers, line)));
  }

  private static TargetException failure(Peer peer) throws IOException {
    try (ProcessTarget target = new ProcessTarget("test", () -> peer, BOUND, BOUND)) {
      target.reset();
      play(target, "main", Call.of(Op.PORT_CREATE, 0));
      play(target, "T1", Call.of(Op.PORT_WAIT, 1, Long.MAX_VALUE));
      play(target, "main", Call.of(Op.PORT_QUEUE, 1, 1, 2));
      play(target, "main", Call.of(Op.INTERRUPT_CREATE, 0, 0, 0));
      play(target, "T2", Call.of(Op.INTERRUPT_WAIT, 1));
      play(target, "T1", Call.of(Op.PORT_WAIT, 1, Long.MAX_VALUE));
      target.reset();
      return null;
    } catch (TargetException failure) {
      return failure;
    }
  }

  private static void play(ProcessTarget target, String thread, Call call) {
    target.start(thread, call);
    target.quiesce();
  }

  @Example
  void theSessionItselfIsRight() {
    assertNull(failure(null, null));
  }

  /** A second line, after all that is asked, is read by nobody. */
  @Example
  void whatFollowsTheLastAnswerIsNotLookedAt() throws IOException {
    isValidStillOrRefusedInOneLineThatNamesTheStep(85_582);
  }

  @Property(tries = 200)
  void isValidStillOrRefusedInOneLineThatNamesTheStep(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    Answer answer = ANSWERS.get(random.nextInt(ANSWERS.size()));
    byte[] line = Damage.to(answer.line(), random);
    TargetException failure = failure(answer, line);
    String shown = new String(line, 0, Math.min(line.length, 300), UTF_8);
    if (failure == null || failure.reason() == Reason.CRASHED) {
      assertValid(answer, line);
      return;
    }
    String message = failure.getMessage();
    assertTrue(List.of(Reason.NONSENSE, Reason.THREW).contains(failure.reason()), message);
    assertNotEquals(Verdict.PASS, failure.verdict());
    assertEquals(1, message.lines().count(), message);
    assertTrue(message.length() < 1_000, message);
    boolean ofLater = new String(line, UTF_8).lines().count() > 1;
    assertTrue(ofLater || message.contains(answer.method()), () -> message + " for " + shown);
  }

  /** What was taken for an answer, its first line, is one, by the published schema. */
  private static void assertValid(Answer answer, byte[] line) throws IOException {
    if (line.length == 0) {
      return;
    }
    String text = new String(line, UTF_8).lines().findFirst().orElse("");
    JsonNode response = new ObjectMapper().readTree(text);
    assertEquals(List.of(), RESPONSE.errors(text), text);
    assertEquals(answer.id(), response.get("id").intValue(), text);
    Schema result = Schema.definition("rpc-response", "results/" + answer.method());
    assertEquals(List.of(), result.errors(response.get("result").toString()), text);
    byte[] first = text.getBytes(UTF_8);
    assertTrue(Arrays.equals(first, Arrays.copyOf(line, first.length)), text);
  }
}
