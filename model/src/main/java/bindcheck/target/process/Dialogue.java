package bindcheck.target.process;

import bindcheck.call.Call;
import bindcheck.call.Reply;
import bindcheck.file.Malformed;
import bindcheck.target.Diagnosis;
import bindcheck.target.TargetException;
import bindcheck.target.TargetException.Reason;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * What has been asked of one program, and what it has answered. Whatever the protocol does not
 * allow is thrown as a {@link TargetException}; after that, the dialogue is good for its end only.
 */
final class Dialogue {
  /** A request without its answer; a call's thread and invocation, or null. */
  private record Asked(String method, String thread, Call call) {
    @Override
    public String toString() {
      return call == null ? method : thread + ": " + call;
    }
  }

  private final Connection connection;
  private final Duration timeOut;
  private final SortedMap<Long, Asked> unanswered = new TreeMap<>();
  private final SortedMap<String, Long> calls = new TreeMap<>();
  private final Map<Long, JsonNode> results = new HashMap<>();
  private final Set<Long> givenUp = new HashSet<>();
  private final SortedMap<String, Reply> replies = new TreeMap<>();
  private Set<String> blocked = Set.of();
  private CallMessages messages = new CallMessages(false);
  private boolean saidBlocked;
  private boolean failed;
  private String failure;

  /**
   * Begins one.
   *
   * @param timeOut how long an answer may take
   */
  Dialogue(Connection connection, Duration timeOut) {
    this.connection = connection;
    this.timeOut = timeOut;
  }

  boolean hasFailed() {
    return failed;
  }

  /** How the program has failed, one line; empty where it has not, or was ended by us. */
  Optional<String> failure() {
    return Optional.ofNullable(failure);
  }

  /** How it exited, other than well; empty where it did well. */
  Optional<String> badExit() {
    return connection.badExit().map(how -> how + " after " + Rpc.SHUTDOWN + connection.lastWords());
  }

  /** The threads that have calls in progress. */
  Set<String> busy() {
    return calls.keySet();
  }

  /** Whether every call in progress is one that may block. */
  boolean mayAllBlock() {
    return calls.values().stream().allMatch(id -> unanswered.get(id).call().op().mayBlock());
  }

  /** From now on packets are whole, or have one word. */
  void packets(boolean whole) {
    messages = new CallMessages(whole);
  }

  /** Makes a request that is no call, to be sent with what follows it; gives its id. */
  long ask(String method, ObjectNode params) {
    long id = connection.request(method, params);
    unanswered.put(id, new Asked(method, null, null));
    return id;
  }

  /** Makes a call, to be sent with what follows it; no thread is taken to be blocked any more. */
  void call(String thread, Call call) {
    blocked = Set.of();
    String method = call.op().scriptName();
    long id = connection.request(method, messages.params(thread, call));
    unanswered.put(id, new Asked(method, thread, call));
    calls.put(thread, id);
  }

  /** Sends what was asked. */
  void flush() {
    connection.flush();
  }

  /** Sends what was asked, and takes what has come. */
  void exchange() {
    connection.flush();
    for (Connection.Event event = connection.poll(); event != null; event = connection.poll()) {
      receive(event);
    }
  }

  /** Sends what was asked, and takes what comes until the condition holds. */
  void await(BooleanSupplier condition) {
    connection.flush();
    long end = System.nanoTime() + timeOut.toNanos();
    long middle = end - timeOut.toNanos() / 2;
    ProcessorTime before = null;
    while (!condition.getAsBoolean()) {
      long until = before == null ? middle : end;
      Connection.Event event = connection.take(until - System.nanoTime());
      if (event != null) {
        receive(event);
      } else if (before == null) {
        before = connection.processorTime();
      } else {
        throw timeOut(before);
      }
    }
  }

  /** Takes one event; false where none comes in that time. */
  boolean awaitEvent(Duration limit) {
    Connection.Event event = connection.take(limit.toNanos());
    if (event != null) {
      receive(event);
    }
    return event != null;
  }

  /** Waits for the answer to a request that is no call. */
  JsonNode result(long id) {
    await(() -> results.containsKey(id));
    return results.remove(id);
  }

  /**
   * From now on, until the next stimulus, the calls of these threads must not return.
   *
   * @param certain whether the program said so, or they only have not returned for some time
   */
  void takeToBeBlocked(Set<String> threads, boolean certain) {
    blocked = Set.copyOf(threads);
    saidBlocked = certain;
  }

  Set<String> blocked() {
    return blocked;
  }

  /** Whether a reply of the thread has come that was not taken yet. */
  boolean hasReturned(String thread) {
    return replies.containsKey(thread);
  }

  /** The replies that have come and were not taken yet. */
  SortedMap<String, Reply> takeReplies() {
    SortedMap<String, Reply> taken = new TreeMap<>(replies);
    replies.clear();
    return taken;
  }

  /** From now on, answers to what has been asked do not matter. */
  void giveUp() {
    givenUp.addAll(unanswered.keySet());
    unanswered.clear();
    calls.clear();
    results.clear();
    replies.clear();
    blocked = Set.of();
  }

  /** Asks the program to end; whether it did, with all that it started, in that time. */
  boolean shutDown(Duration limit) {
    ask(Rpc.SHUTDOWN, JsonNodeFactory.instance.objectNode());
    connection.flush();
    return connection.endsWithin(limit);
  }

  /** Kills the program and all that it started; gives what could not be killed. */
  List<ProcessHandle> end() {
    failed = true;
    return connection.end();
  }

  /** The failure that an answer like this is. */
  TargetException nonsense(String request, Malformed why) {
    return failure(Reason.NONSENSE, "answered nonsense to " + request + ": " + why.getMessage());
  }

  private TargetException failure(Reason reason, String what) {
    failed = true;
    failure = what + connection.lastWords();
    return new TargetException(reason, failure);
  }

  private TargetException timeOut(ProcessorTime before) {
    return failure(
        Reason.TIME_OUT,
        Diagnosis.livelock(running(before))
            + "has not answered within "
            + timeOut.toMillis()
            + " ms"
            + open());
  }

  /**
   * Who has run since without answering: threads with calls in progress, where the program gives
   * its threads their names; else the program as a whole.
   */
  private List<String> running(ProcessorTime before) {
    ProcessorTime now = connection.processorTime();
    if (calls.keySet().stream().anyMatch(now::has)) {
      return calls.keySet().stream().filter(thread -> now.isRunning(before, thread)).toList();
    }
    return now.running(before).isEmpty() ? List.of() : List.of("the program");
  }

  /** What has been asked and not been answered, if there is such. */
  private String open() {
    String open =
        unanswered.values().stream().map(Asked::toString).collect(Collectors.joining("; "));
    return open.isEmpty() ? "" : ", being asked: " + open;
  }

  private void receive(Connection.Event event) {
    if (event instanceof Connection.Answer answer) {
      receive(answer.response());
    } else if (event instanceof Connection.Nonsense nonsense) {
      String what = "wrote nonsense to its standard output: ";
      throw failure(Reason.NONSENSE, what + nonsense.why() + open());
    } else {
      throw failure(Reason.CRASHED, "ended: " + connection.ending() + open());
    }
  }

  private void receive(Rpc.Response response) {
    long id = response.id();
    if (givenUp.remove(id)) {
      return;
    }
    Asked request = unanswered.remove(id);
    if (response.error() != null) {
      String asked = request == null ? "a request" + open() : request.toString();
      throw failure(Reason.THREW, "answered " + asked + " with " + response.error());
    }
    if (request == null) {
      String why = connection.wasAsked(id) ? " a second time" : ", which was not asked";
      throw failure(Reason.NONSENSE, "answered request " + id + why + open());
    }
    if (request.call() == null) {
      results.put(id, response.result());
    } else {
      receive(request, response.result());
    }
  }

  private void receive(Asked request, JsonNode result) {
    calls.remove(request.thread());
    if (blocked.contains(request.thread())) {
      throw saidBlocked
          ? failure(Reason.NONSENSE, "reported as blocked a call that then returned: " + request)
          : failure(
              Reason.TIME_OUT,
              "answered only after the settle time, when its call counted as blocked: " + request);
    }
    try {
      replies.put(request.thread(), messages.reply(request.call(), result));
    } catch (Malformed bad) {
      throw nonsense(request.toString(), bad);
    }
  }
}
