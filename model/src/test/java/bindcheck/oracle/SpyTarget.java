package bindcheck.oracle;

import bindcheck.call.Call;
import bindcheck.call.Observation;
import bindcheck.target.ForwardingTarget;
import bindcheck.target.Support;
import java.util.ArrayList;
import java.util.List;

/** A stub that writes down what it is asked for, and takes packets of one word. */
final class SpyTarget extends ForwardingTarget {
  final List<String> asked = new ArrayList<>();
  private final StubTarget stub;

  SpyTarget() {
    this(new StubTarget());
  }

  private SpyTarget(StubTarget stub) {
    super(stub);
    this.stub = stub;
  }

  void show(Observation observation) {
    stub.show(observation);
  }

  @Override
  public Support support() {
    return new Support(Support.ALL.calls(), true, false);
  }

  @Override
  public void reset() {
    asked.add("reset");
    super.reset();
  }

  @Override
  public void start(String thread, Call call) {
    asked.add(thread + ": " + call);
    super.start(thread, call);
  }

  @Override
  public void expire(String thread) {
    asked.add("expire " + thread);
  }

  @Override
  public void abandon() {
    asked.add("abandon");
    super.abandon();
  }
}
