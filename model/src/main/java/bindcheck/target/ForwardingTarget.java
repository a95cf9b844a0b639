package bindcheck.target;

import bindcheck.call.Call;
import bindcheck.call.Reply;
import bindcheck.target.perturb.Perturbation;
import java.util.Set;
import java.util.SortedMap;

/** A target that does what another does, but for what is overridden. */
public abstract class ForwardingTarget implements Target {
  private final Target inner;

  /** Does what that one does; closes it in the end. */
  protected ForwardingTarget(Target inner) {
    this.inner = inner;
  }

  @Override
  public String name() {
    return inner.name();
  }

  @Override
  public Support support() {
    return inner.support();
  }

  @Override
  public void reset() {
    inner.reset();
  }

  @Override
  public void start(String thread, Call call) {
    inner.start(thread, call);
  }

  @Override
  public void expire(String thread) {
    inner.expire(thread);
  }

  @Override
  public boolean expiresAtAnyTime() {
    return inner.expiresAtAnyTime();
  }

  @Override
  public SortedMap<String, Reply> quiesce() {
    return inner.quiesce();
  }

  @Override
  public SortedMap<String, Reply> poll() {
    return inner.poll();
  }

  @Override
  public Set<String> blocked() {
    return inner.blocked();
  }

  @Override
  public boolean isExact() {
    return inner.isExact();
  }

  @Override
  public void settleLonger(int times) {
    inner.settleLonger(times);
  }

  @Override
  public Perturbation perturbation() {
    return inner.perturbation();
  }

  @Override
  public void abandon() {
    inner.abandon();
  }

  @Override
  public void close() {
    inner.close();
  }
}
