package bindcheck.target.process;

import bindcheck.call.Call;
import bindcheck.call.Op;
import bindcheck.call.Reply;
import bindcheck.file.JsonFields;
import bindcheck.file.Malformed;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * The target's side of the protocol: makes each call on the thread of that name, and answers when
 * it returns.
 */
public final class Server {
  /** What makes the calls; it is asked for nothing that its features do not include. */
  public interface Kernel {
    /** Makes the call on this thread, and gives its reply when it returns. */
    Reply make(Call call);

    /** Lets the deadline of the call that the thread has in progress pass. */
    void expire(Thread thread);

    /**
     * Looks once at threads that have calls in progress.
     *
     * @return whether all of them were blocked at one moment
     */
    boolean areBlocked(Collection<Thread> threads);
  }

  private static final class Caller {
    private volatile Thread thread;
    private volatile boolean busy;
    private final ExecutorService calls;

    Caller(String name) {
      calls =
          Executors.newSingleThreadExecutor(
              job -> {
                thread = new Thread(job, name);
                thread.setDaemon(true);
                return thread;
              });
    }
  }

  /** A call of an old kernel does not return. */
  private static final class LeftBlocked extends RuntimeException {
    private static final long serialVersionUID = 1;

    LeftBlocked(String message) {
      super(message);
    }
  }

  /** How long a call may take to return from a reset, on a busy machine. */
  private static final long BACK_NANOS = 5_000_000_000L;

  private static final int SPINS = 2_000;
  private static final long NAP_NANOS = 20_000;

  private final Handshake handshake;
  private final CallMessages messages;
  private final Supplier<? extends Kernel> kernels;
  private final Map<String, Caller> callers = new HashMap<>();
  private volatile Kernel kernel;
  private OutputStream out;

  /**
   * Prepares to serve.
   *
   * @param kernels gives a fresh kernel each time
   */
  public Server(
      String name, Supplier<? extends Kernel> kernels, Set<Op> calls, Set<Feature> features) {
    this.handshake = new Handshake(name, calls, features);
    this.messages = new CallMessages(features.contains(Feature.PACKETS));
    this.kernels = kernels;
  }

  /** Answers requests until it is told to shut down, or they end. */
  public void serve(InputStream requests, OutputStream responses) throws IOException {
    out = responses;
    Lines lines = new Lines(requests);
    boolean goOn = true;
    try {
      while (goOn) {
        byte[] line = lines.next();
        goOn = line != null && answer(line);
      }
    } catch (Malformed noLine) {
      send(Rpc.error(null, Rpc.INVALID_REQUEST, noLine.getMessage()));
    } finally {
      stopCallers();
    }
  }

  /** Answers one request, or begins the call that it asks for; false after the last one. */
  private boolean answer(byte[] line) throws IOException {
    Long id = null;
    try {
      Rpc.Request request = Rpc.readRequest(line);
      id = request.id();
      Optional<Op> op = Op.named(request.method());
      if (op.isPresent() && handshake.calls().contains(op.get())) {
        begin(id, op.get(), request.params());
        return true;
      }
      ObjectNode result = control(request);
      send(
          result != null
              ? Rpc.response(id, result)
              : Rpc.error(id, Rpc.METHOD_NOT_FOUND, "there is no " + request.method()));
      return !request.method().equals(Rpc.SHUTDOWN);
    } catch (Malformed bad) {
      send(Rpc.error(id, id == null ? Rpc.INVALID_REQUEST : Rpc.INVALID_PARAMS, bad.getMessage()));
      return true;
    } catch (LeftBlocked left) {
      send(Rpc.error(id, Rpc.INTERNAL_ERROR, left.getMessage()));
      return true;
    } catch (RuntimeException thrown) {
      send(Rpc.error(id, Rpc.INTERNAL_ERROR, thrown.toString()));
      return true;
    }
  }

  /** The result of a request that is no call; null where there is no such request. */
  private ObjectNode control(Rpc.Request request) throws Malformed {
    switch (request.method()) {
      case Rpc.INITIALIZE -> {
        Handshake.readParams(request.params());
        return handshake.result();
      }
      case Rpc.BLOCKED -> {
        return handshake.features().contains(Feature.BLOCKED) ? blocked() : null;
      }
      case Rpc.RESET -> reset();
      case Rpc.EXPIRE -> expire(CallMessages.thread(request.params()));
      case Rpc.SHUTDOWN -> {
        // Its answer is all that it takes.
      }
      default -> {
        return null;
      }
    }
    return JsonNodeFactory.instance.objectNode();
  }

  private void reset() {
    Map<String, Caller> before = Map.of();
    if (handshake.features().contains(Feature.ABANDON)) {
      before = giveUpBusy();
    }
    kernel = kernels.get();
    before.forEach(Server::requireBack);
  }

  /** Has new threads make the calls of those that are in one; gives these. */
  private Map<String, Caller> giveUpBusy() {
    Map<String, Caller> busy = new TreeMap<>(callers);
    busy.values().removeIf(caller -> !caller.busy);
    busy.values().forEach(caller -> caller.calls.shutdownNow());
    callers.keySet().removeAll(busy.keySet());
    return busy;
  }

  /** What is left in a call of an old kernel would take what is meant for the next. */
  private static void requireBack(String name, Caller caller) {
    long end = System.nanoTime() + BACK_NANOS;
    while (caller.busy) {
      if (System.nanoTime() > end) {
        throw new LeftBlocked(
            "the reset left the call of " + name + " in progress, which it must make return");
      }
      LockSupport.parkNanos(NAP_NANOS);
    }
  }

  private void expire(String thread) throws Malformed {
    Caller caller = callers.get(thread);
    if (caller == null) {
      throw new Malformed(thread + " has made no call");
    }
    kernel.expire(caller.thread);
  }

  private void stopCallers() {
    callers.values().forEach(caller -> caller.calls.shutdownNow());
    callers.clear();
  }

  private ObjectNode blocked() {
    Map<String, Thread> busy = busy();
    for (int rounds = 0; !busy.isEmpty() && !kernel.areBlocked(busy.values()); rounds++) {
      if (rounds < SPINS) {
        Thread.onSpinWait();
      } else {
        LockSupport.parkNanos(NAP_NANOS);
      }
      busy = busy();
    }
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    busy.keySet().forEach(result.putArray("threads")::add);
    return result;
  }

  /** The threads that have calls in progress. */
  private Map<String, Thread> busy() {
    Map<String, Thread> busy = new TreeMap<>();
    callers.forEach(
        (name, caller) -> {
          if (caller.busy) {
            busy.put(name, caller.thread);
          }
        });
    return busy;
  }

  private void begin(long id, Op op, JsonFields params) throws Malformed {
    String thread = CallMessages.thread(params);
    Call call = CallMessages.call(op, params);
    Kernel target = kernel;
    if (target == null) {
      throw new Malformed("there was no reset yet");
    }
    Caller caller = callers.computeIfAbsent(thread, Caller::new);
    caller.busy = true;
    caller.calls.execute(() -> make(id, call, target, caller));
  }

  /** Makes a call, on the thread of its own. */
  private void make(long id, Call call, Kernel target, Caller caller) {
    ObjectNode response;
    try {
      response = Rpc.response(id, messages.result(target.make(call)));
    } catch (RuntimeException | Error thrown) {
      response = Rpc.error(id, Rpc.INTERNAL_ERROR, thrown.toString());
    }
    caller.busy = false;
    try {
      if (target == kernel) { // else the call was given up
        send(response);
      }
    } catch (IOException nobodyListens) {
      // The end of the requests is seen as well, and ends the server.
    }
  }

  private synchronized void send(ObjectNode response) throws IOException {
    out.write(Rpc.line(response));
    out.flush();
  }
}
