package bindcheck.oracle;

import bindcheck.call.Call;
import bindcheck.call.Observation;
import bindcheck.call.Reply;
import bindcheck.target.Target;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A target that is observed as it was told, whatever is done to it. */
final class ScriptedTarget implements Target {
  private final Deque<Observation> rest;
  private Observation now = Observation.of(new TreeMap<>(), Set.of());
  private Call last;
  private int handles;

  ScriptedTarget(List<Observation> observations) {
    rest = new ArrayDeque<>(observations);
  }

  @Override
  public String name() {
    return "scripted";
  }

  @Override
  public void reset() {}

  @Override
  public void start(String thread, Call call) {
    last = call;
  }

  @Override
  public void expire(String thread) {}

  @Override
  public SortedMap<String, Reply> quiesce() {
    now = rest.remove();
    SortedMap<String, Reply> replies = new TreeMap<>(now.replies());
    replies.replaceAll((thread, reply) -> withHandle(reply));
    return replies;
  }

  private Reply withHandle(Reply reply) {
    boolean creates = last.op().returnsHandle() && reply.isOk();
    return creates ? Reply.ok(new Reply.Handle(++handles)) : reply;
  }

  @Override
  public SortedMap<String, Reply> poll() {
    throw new UnsupportedOperationException("scripted are quiescences only");
  }

  @Override
  public Set<String> blocked() {
    return now.blocked();
  }

  @Override
  public boolean isExact() {
    return true;
  }

  @Override
  public void abandon() {}

  @Override
  public void close() {}
}
