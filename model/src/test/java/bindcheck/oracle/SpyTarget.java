package bindcheck.oracle;

import bindcheck.call.Call;
import bindcheck.call.Observation;
import bindcheck.call.Op;
import bindcheck.call.Reply;
import bindcheck.target.Support;
import bindcheck.target.Target;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/** A stub that writes down what it is asked for, and takes packets of one word. */
final class SpyTarget implements Target {
  final List<String> asked = new ArrayList<>();
  private final StubTarget stub = new StubTarget();

  void show(Observation observation) {
    stub.show(observation);
  }

  @Override
  public String name() {
    return "spy";
  }

  @Override
  public Support support() {
    return new Support(EnumSet.allOf(Op.class), true, false);
  }

  @Override
  public void reset() {
    asked.add("reset");
    stub.reset();
  }

  @Override
  public void start(String thread, Call call) {
    asked.add(thread + ": " + call);
    stub.start(thread, call);
  }

  @Override
  public void expire(String thread) {
    asked.add("expire " + thread);
  }

  @Override
  public SortedMap<String, Reply> quiesce() {
    return stub.quiesce();
  }

  @Override
  public SortedMap<String, Reply> poll() {
    return stub.poll();
  }

  @Override
  public Set<String> blocked() {
    return stub.blocked();
  }

  @Override
  public boolean isExact() {
    return true;
  }

  @Override
  public void abandon() {
    asked.add("abandon");
    stub.abandon();
  }

  @Override
  public void close() {}
}
