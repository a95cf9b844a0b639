package bindcheck.target.hosted;

import bindcheck.call.Call;
import bindcheck.call.Op;
import bindcheck.call.Reply;
import bindcheck.file.JsonFields;
import bindcheck.file.Malformed;
import bindcheck.target.OneWord;
import bindcheck.target.Runner;
import bindcheck.target.Support;
import bindcheck.target.Target;
import bindcheck.target.TargetException;
import bindcheck.target.TargetException.Reason;
import bindcheck.target.TargetSpecException;
import bindcheck.target.perturb.Perturbation;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A Java class in a machine of its own. A quiescence is one round trip, the calls before it
 * included. A machine that has ended is started anew at the next reset.
 */
public final class HostedTarget implements Target {
  /** The machine gives up by itself at a time-out, and says who is stuck where. */
  private static final int TIME_OUTS = 3;

  private static final Duration START_TIME = Duration.ofSeconds(20);

  private final String name;
  private final ObjectNode opening;
  private final boolean perturbed;
  private final Duration limit;
  private final SortedMap<String, Call> busy = new TreeMap<>();
  private final Perturbation perturbation = new HostedPerturbation(this);
  private ArrayNode unsent;
  private Machine machine;
  private Support support;
  private Set<String> blocked = Set.of();
  private boolean exact = true;
  private int settleTimes = 1;
  private boolean wholePackets = true;
  private boolean hasKernel;

  /**
   * Starts the machine and loads the class.
   *
   * @throws TargetSpecException if there is no such class, or it is no implementation
   * @throws TargetException if the machine does not survive it
   */
  HostedTarget(
      String name, List<Path> classpath, boolean perturbed, Duration timeOut, Duration settle) {
    this.name = name;
    this.perturbed = perturbed;
    this.limit = timeOut.multipliedBy(TIME_OUTS).plus(START_TIME);
    opening =
        Forms.object()
            .put(Host.ASK, Host.OPEN)
            .put("target", name)
            .put("perturbed", perturbed)
            .put("timeOut", timeOut.toMillis())
            .put("settle", settle.toMillis());
    ArrayNode paths = opening.putArray("classpath");
    classpath.forEach(path -> paths.add(path.toString()));
    start();
    wholePackets = !OneWord.isAllThatIsKept(this);
    support = new Support(support.calls(), support.expire(), wholePackets);
  }

  private void start() {
    machine = new Machine();
    try {
      JsonFields answer = answer(opening, "when its class was loaded");
      if (settleTimes > 1) {
        settleLonger(settleTimes);
      }
      support = new Support(calls(answer), answer.truth(Host.EXPIRE), wholePackets);
    } catch (Malformed bad) {
      throw machine.nonsense("when its class was loaded", bad);
    }
  }

  private static Set<Op> calls(JsonFields answer) throws Malformed {
    return answer.texts(Host.CALLS).stream()
        .map(Op::named)
        .flatMap(Optional::stream)
        .collect(Collectors.toSet());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Support support() {
    return support;
  }

  @Override
  public void reset() {
    if (!busy.isEmpty()) {
      throw new IllegalStateException("calls in progress: " + Forms.describe(busy));
    }
    revive();
    blocked = Set.of();
    ask(Host.RESET, Forms.object());
    hasKernel = true;
  }

  @Override
  public void start(String thread, Call call) {
    if (!hasKernel) {
      throw new IllegalStateException("not reset yet");
    }
    if (busy.putIfAbsent(thread, call) != null) {
      throw new IllegalStateException(thread + " has a call in progress");
    }
    if (unsent == null) {
      unsent = Forms.object().arrayNode();
    }
    unsent.add(Forms.of(thread, call));
  }

  @Override
  public void expire(String thread) {
    if (!busy.containsKey(thread)) {
      throw new IllegalStateException(thread + " has no call in progress");
    }
    ask(Host.EXPIRE, Forms.ofThread(thread));
  }

  @Override
  public SortedMap<String, Reply> quiesce() {
    blocked = Set.of();
    JsonFields answer = ask(Host.QUIESCE, Forms.object());
    try {
      SortedMap<String, Reply> replies = replies(answer);
      blocked = Collections.unmodifiableSet(Forms.threads(answer));
      exact = answer.truth(Host.EXACT);
      return replies;
    } catch (Malformed bad) {
      throw nonsense(bad);
    }
  }

  @Override
  public SortedMap<String, Reply> poll() {
    try {
      return replies(ask(Host.POLL, Forms.object()));
    } catch (Malformed bad) {
      throw nonsense(bad);
    }
  }

  private SortedMap<String, Reply> replies(JsonFields answer) throws Malformed {
    SortedMap<String, Reply> replies = Forms.replies(answer);
    if (!busy.keySet().containsAll(replies.keySet())) {
      throw new Malformed("replies of threads that call", replies.keySet().toString());
    }
    busy.keySet().removeAll(replies.keySet());
    return replies;
  }

  @Override
  public Set<String> blocked() {
    return blocked;
  }

  @Override
  public boolean isExact() {
    return exact;
  }

  @Override
  public void settleLonger(int times) {
    settleTimes = times;
    if (!machine.isDead()) {
      answer(
          Forms.object().put(Host.ASK, Host.SETTLE_LONGER).put(Host.TIMES, times),
          "being asked to " + Host.SETTLE_LONGER);
    }
  }

  @Override
  public Perturbation perturbation() {
    return perturbed ? perturbation : Perturbation.NONE;
  }

  /** Runs plans in the machine, which it shares with this target. */
  @Override
  public Runner runner() {
    return new HostedRunner(this);
  }

  @Override
  public void abandon() {
    blocked = Set.of();
    unsent = null;
    if (!busy.isEmpty() && !machine.isDead()) {
      ask(Host.ABANDON, Forms.object());
    }
    busy.clear();
  }

  @Override
  public void close() {
    machine.end();
  }

  /** Starts a machine where the last one has ended. */
  void revive() {
    if (machine.isDead()) {
      start();
    }
  }

  boolean isDead() {
    return machine.isDead();
  }

  /**
   * Has a {@link HostedService} do something, or the host itself.
   *
   * @param service its name
   * @param parameters for it alone
   * @throws TargetException if the target failed meanwhile
   * @throws UnsupportedOperationException if the class said so
   */
  public JsonFields ask(String service, ObjectNode parameters) {
    parameters.put(Host.ASK, service);
    if (unsent != null) {
      parameters.set(Host.START, unsent);
      unsent = null;
    }
    String what = busy.isEmpty() ? "being asked to " + service : "in " + Forms.describe(busy);
    return answer(parameters, what);
  }

  private JsonFields answer(ObjectNode request, String what) {
    JsonFields answer = machine.ask(request, limit, what);
    try {
      if (answer.has(Host.FAILED)) {
        JsonFields failed = answer.part(Host.FAILED);
        throw new TargetException(Reason.valueOf(failed.text("reason")), failed.text("message"));
      }
      if (answer.has(Host.UNUSABLE)) {
        machine.end();
        throw new TargetSpecException(answer.text(Host.UNUSABLE));
      }
      if (answer.has(Host.UNSUPPORTED)) {
        throw new UnsupportedOperationException(answer.text(Host.UNSUPPORTED));
      }
      return answer;
    } catch (Malformed bad) {
      throw machine.nonsense(what, bad);
    }
  }

  /** What was answered cannot be. */
  public TargetException nonsense(Malformed bad) {
    return machine.nonsense("being asked", bad);
  }
}
