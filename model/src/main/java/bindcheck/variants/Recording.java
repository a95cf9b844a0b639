package bindcheck.variants;

import bindcheck.call.Observation;
import bindcheck.call.Reply;
import bindcheck.oracle.StubTarget;
import bindcheck.target.ForwardingTarget;
import bindcheck.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;

/** A target that keeps what is observed of another, so that others can judge it afterwards. */
public final class Recording extends ForwardingTarget {
  private final List<Observation> observed = new ArrayList<>();

  /** Keeps what is observed of that one. */
  public Recording(Target inner) {
    super(inner);
  }

  /** A target of which the same is observed again, once, as long as it is made the same calls. */
  public Target replayed() {
    return new StubTarget(observed);
  }

  /** What was observed last. */
  public Observation last() {
    return observed.get(observed.size() - 1);
  }

  @Override
  public SortedMap<String, Reply> quiesce() {
    SortedMap<String, Reply> replies = super.quiesce();
    observed.add(new Observation(replies, new TreeSet<>(blocked())));
    return replies;
  }

  @Override
  public SortedMap<String, Reply> poll() {
    throw new UnsupportedOperationException("what comes between is not kept");
  }
}
