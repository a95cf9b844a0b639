package bindcheck.variants;

import bindcheck.call.Call;
import bindcheck.call.Observation;
import bindcheck.call.Reply;
import bindcheck.target.ForwardingTarget;
import bindcheck.target.Target;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/** A target that keeps what is observed of another, so that others can judge it afterwards. */
final class Recording extends ForwardingTarget {
  private final List<Observation> observed = new ArrayList<>();

  Recording(Target inner) {
    super(inner);
  }

  /** A target of which the same is observed again, once, as long as it is made the same calls. */
  Target replayed() {
    return new Replayed(name(), new ArrayDeque<>(observed));
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

  /** Gives what was observed, whatever is called. */
  private static final class Replayed implements Target {
    private final String name;
    private final Deque<Observation> rest;
    private Observation last;

    Replayed(String name, Deque<Observation> rest) {
      this.name = name;
      this.rest = rest;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public void reset() {
      last = null;
    }

    @Override
    public void start(String thread, Call call) {
      last = null;
    }

    @Override
    public void expire(String thread) {
      last = null;
    }

    @Override
    public SortedMap<String, Reply> quiesce() {
      return observe().replies();
    }

    @Override
    public SortedMap<String, Reply> poll() {
      return quiesce();
    }

    @Override
    public Set<String> blocked() {
      return last == null ? Collections.emptySet() : last.blocked();
    }

    @Override
    public Observation observe() {
      last = rest.remove();
      return last;
    }

    @Override
    public boolean isExact() {
      return true;
    }

    @Override
    public void abandon() {
      last = null;
    }

    @Override
    public void close() {
      last = null;
    }
  }
}
