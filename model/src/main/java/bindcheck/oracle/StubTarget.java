package bindcheck.oracle;

import bindcheck.call.Call;
import bindcheck.call.Observation;
import bindcheck.call.Reply;
import bindcheck.call.Status;
import bindcheck.target.Target;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A target that shows what it was told to show, whatever is called: one observation a quiescence.
 * Where it was told of no value for a new handle, it has one of its own.
 */
public final class StubTarget implements Target {
  private static final Observation NOTHING = Observation.of(Map.of(), Set.of());
  private static final Reply OK = Reply.of(Status.OK);

  private final Deque<Observation> rest;
  private final Set<String> creating = new HashSet<>();
  private Observation last = NOTHING;
  private int handles;

  public StubTarget() {
    this(List.of());
  }

  /** Shows these, one after the other. */
  public StubTarget(List<Observation> observations) {
    rest = new ArrayDeque<>(observations);
  }

  /** Adds what is seen at a further quiescence. */
  public void show(Observation observation) {
    rest.add(observation);
  }

  @Override
  public String name() {
    return "stub";
  }

  @Override
  public void reset() {
    abandon();
    handles = 0;
  }

  @Override
  public void start(String thread, Call call) {
    if (call.op().returnsHandle() && !call.nullPointer()) {
      creating.add(thread);
    }
  }

  @Override
  public void expire(String thread) {}

  @Override
  public SortedMap<String, Reply> quiesce() {
    last = rest.remove();
    SortedMap<String, Reply> replies = new TreeMap<>(last.replies());
    replies.replaceAll(
        (thread, reply) ->
            creating.remove(thread) && reply.equals(OK)
                ? Reply.ok(new Reply.Handle(++handles))
                : reply);
    return replies;
  }

  @Override
  public SortedMap<String, Reply> poll() {
    throw new UnsupportedOperationException("it shows quiescences only");
  }

  @Override
  public Set<String> blocked() {
    return last.blocked();
  }

  @Override
  public boolean isExact() {
    return true;
  }

  @Override
  public void abandon() {
    creating.clear();
    last = NOTHING;
  }

  @Override
  public void close() {}
}
