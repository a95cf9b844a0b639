package bindcheck.target.process;

import bindcheck.call.Call;
import bindcheck.call.Reply;
import bindcheck.file.Excerpt;
import bindcheck.file.JsonFields;
import bindcheck.file.Malformed;
import bindcheck.target.Support;
import bindcheck.target.Target;
import bindcheck.target.TargetException;
import bindcheck.target.TargetSpecException;
import bindcheck.target.perturb.Perturbation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * Drives a program that speaks the protocol of {@code model/PROTOCOL.md}.
 *
 * <p>Where the program can tell which calls are blocked, a quiescence is one round trip, and exact;
 * else a call that may block counts as blocked when nothing has come for the settle time. A program
 * that has failed is killed, and started anew at the next reset.
 */
public final class ProcessTarget implements Target {
  private static final ObjectNode NOTHING = JsonNodeFactory.instance.objectNode();

  private final String name;
  private final Peer.Starter program;
  private final Duration timeOut;
  private final Duration settleTime;
  private final Handshake handshake;
  private Duration settle;
  private Dialogue dialogue;
  private Perturbation perturbation = Perturbation.NONE;
  private boolean exact = true;
  private boolean hasKernel;

  /** How it had failed before the first of the new beginnings that have failed since; or null. */
  private String failedBefore;

  /** The requests to let a deadline pass that have not been seen to be answered. */
  private final List<Long> expiring = new ArrayList<>();

  ProcessTarget(String name, Peer.Starter program, Duration timeOut, Duration settle)
      throws IOException {
    this.name = name;
    this.program = program;
    this.timeOut = timeOut;
    this.settleTime = settle;
    this.settle = settle;
    this.dialogue = begin();
    this.handshake = initialize();
  }

  /**
   * Starts the program and initializes it.
   *
   * @param name what the user calls it
   * @param timeOut how long it may take for anything
   * @param settle how long nothing must come before a call counts as blocked
   * @throws TargetSpecException if there is no such program
   * @throws TargetException if it does not answer as it should
   */
  public static ProcessTarget open(
      String name, List<String> command, Duration timeOut, Duration settle) {
    return open(name, command, timeOut, settle, Perturbation.NONE);
  }

  /** The same, of one whose threads are held up; closes what does that in the end. */
  public static ProcessTarget open(
      String name, List<String> command, Duration timeOut, Duration settle, Perturbation by) {
    try {
      Peer.Starter program = () -> new Child(command, by.environment());
      ProcessTarget target = new ProcessTarget(name, program, timeOut, settle);
      target.perturbation = by;
      return target;
    } catch (TargetException failed) {
      by.close();
      throw failed;
    } catch (IOException notStarted) {
      by.close();
      Throwable why = notStarted.getCause() == null ? notStarted : notStarted.getCause();
      throw new TargetSpecException(
          name,
          "a program that can be started, found '"
              + command.get(0)
              + "': "
              + why.getMessage().replaceFirst("^error=\\d+, ", ""));
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Support support() {
    return new Support(handshake.calls(), has(Feature.EXPIRE), has(Feature.PACKETS));
  }

  @Override
  public void reset() {
    if (!dialogue.busy().isEmpty()) {
      throw new IllegalStateException("calls in progress: " + dialogue.busy());
    }
    if (!dialogue.hasFailed()) {
      beginAnew();
      return;
    }
    String before = failedBefore == null ? dialogue.failure().orElse(null) : failedBefore;
    failedBefore = before;
    try {
      restart();
      beginAnew();
      failedBefore = null;
    } catch (TargetException again) {
      // What matters is how it came to that, not what then becomes of each new beginning.
      throw before == null
          ? again
          : new TargetException(
              again.reason(),
              again.getMessage() + "; before it was started again: " + before,
              again);
    }
  }

  private void beginAnew() {
    awaitExpired();
    dialogue.exchange();
    dialogue.takeToBeBlocked(Set.of(), true);
    done(Rpc.RESET, NOTHING);
    hasKernel = true;
  }

  @Override
  public void start(String thread, Call call) {
    if (!hasKernel) {
      throw new IllegalStateException("not reset yet");
    }
    if (dialogue.busy().contains(thread)) {
      throw new IllegalStateException(thread + " has a call in progress");
    }
    dialogue.exchange();
    dialogue.call(thread, call);
  }

  @Override
  public void expire(String thread) {
    if (!has(Feature.EXPIRE)) {
      throw new UnsupportedOperationException(name + " has no expire");
    }
    if (dialogue.hasReturned(thread)) {
      return;
    }
    if (!dialogue.busy().contains(thread)) {
      throw new IllegalStateException(thread + " has no call in progress");
    }
    dialogue.exchange();
    dialogue.takeToBeBlocked(Set.of(), true);
    expiring.add(dialogue.ask(Rpc.EXPIRE, CallMessages.ofThread(thread)));
    if (!has(Feature.EXPIRE_ANYTIME)) {
      awaitExpired();
    }
  }

  @Override
  public boolean expiresAtAnyTime() {
    return has(Feature.EXPIRE) && has(Feature.EXPIRE_ANYTIME);
  }

  /** What has been said of deadlines has been done before anything is taken to be blocked. */
  private void awaitExpired() {
    while (!expiring.isEmpty()) {
      accept(Rpc.EXPIRE, expiring.remove(0));
    }
  }

  @Override
  public SortedMap<String, Reply> quiesce() {
    awaitExpired();
    if (!has(Feature.BLOCKED)) {
      settle();
    } else if (!isAnsweredSoon()) {
      askWhoIsBlocked();
    }
    return dialogue.takeReplies();
  }

  @Override
  public SortedMap<String, Reply> poll() {
    dialogue.exchange();
    return dialogue.takeReplies();
  }

  @Override
  public Set<String> blocked() {
    return dialogue.blocked();
  }

  @Override
  public boolean isExact() {
    return exact;
  }

  @Override
  public void settleLonger(int times) {
    settle = settleTime.multipliedBy(times);
  }

  @Override
  public void abandon() {
    if (dialogue.hasFailed() || !(dialogue.busy().isEmpty() || has(Feature.ABANDON))) {
      kill();
    }
    dialogue.giveUp();
    expiring.clear();
  }

  @Override
  public Perturbation perturbation() {
    return perturbation;
  }

  @Override
  public void close() {
    try {
      end();
    } finally {
      perturbation.close();
    }
  }

  private void end() {
    if (dialogue.hasFailed()) {
      kill();
      return;
    }
    boolean ended = dialogue.shutDown(timeOut);
    Optional<String> badExit = dialogue.badExit();
    kill();
    if (!ended) {
      throw new TargetException(
          TargetException.Reason.NOT_STOPPED,
          "or what it started still ran "
              + timeOut.toMillis()
              + " ms after shutdown, and was killed");
    }
    if (badExit.isPresent()) {
      throw new TargetException(TargetException.Reason.CRASHED, badExit.get());
    }
  }

  private boolean has(Feature feature) {
    return handshake.features().contains(feature);
  }

  private Dialogue begin() throws IOException {
    return new Dialogue(new Connection(program.start(), timeOut), timeOut);
  }

  /** Introduces us; the program is killed where that fails. */
  private Handshake initialize() {
    long id = dialogue.ask(Rpc.INITIALIZE, Handshake.params());
    try {
      Handshake read = Handshake.readResult(dialogue.result(id));
      dialogue.packets(read.features().contains(Feature.PACKETS));
      return read;
    } catch (Malformed bad) {
      dialogue.end();
      throw dialogue.nonsense(Rpc.INITIALIZE, bad);
    } catch (TargetException failed) {
      dialogue.end();
      throw failed;
    }
  }

  private void restart() {
    kill();
    try {
      dialogue = begin();
    } catch (IOException notStarted) {
      throw new TargetException(
          TargetException.Reason.CRASHED, "cannot be started again", notStarted);
    }
    if (!initialize().equals(handshake)) {
      throw dialogue.nonsense(
          Rpc.INITIALIZE, new Malformed("expected the answer that it gave before"));
    }
  }

  private void kill() {
    hasKernel = false;
    List<ProcessHandle> left = dialogue.end();
    if (!left.isEmpty()) {
      throw new TargetException(
          TargetException.Reason.NOT_STOPPED, "left processes that cannot be killed: " + left);
    }
  }

  /** Makes a request that has no result to speak of, and waits until it is done. */
  private void done(String method, ObjectNode params) {
    accept(method, dialogue.ask(method, params));
  }

  private void accept(String method, long id) {
    try {
      new JsonFields(dialogue.result(id), "the result").end();
    } catch (Malformed bad) {
      throw dialogue.nonsense(method, bad);
    }
  }

  /** Waits for a call that has no reason to block; false where it takes its time. */
  private boolean isAnsweredSoon() {
    if (dialogue.busy().size() == 1 && !dialogue.mayAllBlock()) {
      dialogue.flush();
      dialogue.awaitEvent(settle);
    }
    return dialogue.busy().isEmpty();
  }

  private void askWhoIsBlocked() {
    JsonNode result = dialogue.result(dialogue.ask(Rpc.BLOCKED, NOTHING));
    try {
      JsonFields fields = new JsonFields(result, "the result");
      Set<String> blocked = fields.distinctTexts("threads");
      fields.end();
      if (!dialogue.busy().containsAll(blocked)) {
        throw new Malformed(
            "threads whose calls are in progress, " + dialogue.busy(),
            Excerpt.of(blocked.toString()));
      }
      dialogue.takeToBeBlocked(blocked, true);
      dialogue.await(() -> dialogue.busy().equals(blocked));
    } catch (Malformed bad) {
      throw dialogue.nonsense(Rpc.BLOCKED, bad);
    }
  }

  private void settle() {
    dialogue.await(dialogue::mayAllBlock);
    while (!dialogue.busy().isEmpty() && dialogue.awaitEvent(settle)) {
      dialogue.await(dialogue::mayAllBlock);
    }
    if (!dialogue.busy().isEmpty()) {
      exact = false;
      dialogue.takeToBeBlocked(dialogue.busy(), false);
    }
  }
}
