package bindcheck.oracle;

import bindcheck.call.Call;
import bindcheck.call.Observation;
import bindcheck.call.Reply;
import bindcheck.target.Target;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A target that shows what it was told to show, with handle values of its own. */
public final class StubTarget implements Target {
  private final Set<String> creating = new HashSet<>();
  private Observation next;
  private int handles;

  /** What is seen at the next quiescence. */
  public void show(Observation observation) {
    next = observation;
  }

  @Override
  public String name() {
    return "rehearsal";
  }

  @Override
  public void reset() {
    creating.clear();
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
    SortedMap<String, Reply> replies = new TreeMap<>(next.replies());
    replies.replaceAll(
        (thread, reply) ->
            creating.remove(thread) && reply.isOk()
                ? Reply.ok(new Reply.Handle(++handles))
                : reply);
    return replies;
  }

  @Override
  public SortedMap<String, Reply> poll() {
    throw new UnsupportedOperationException("a rehearsal shows quiescences only");
  }

  @Override
  public Set<String> blocked() {
    return next.blocked();
  }

  @Override
  public boolean isExact() {
    return true;
  }

  @Override
  public void abandon() {
    creating.clear();
  }

  @Override
  public void close() {}
}
