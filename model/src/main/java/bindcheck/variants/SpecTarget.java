package bindcheck.variants;

import bindcheck.call.Call;
import bindcheck.call.Reply;
import bindcheck.oracle.Vocabulary;
import bindcheck.script.Line;
import bindcheck.spec.Automaton;
import bindcheck.spec.Quiescence;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecException;
import bindcheck.spec.Stimulus;
import bindcheck.target.Target;
import bindcheck.target.TargetException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * A resolved variant of the specification, executed: a target that has no other rules than those.
 * Where the variant leaves several outcomes (which reader gets a packet, which of two calls comes
 * first) one is drawn, the same ones in every run.
 */
public final class SpecTarget implements Target {
  private static final int MOST_THREADS = 16;

  private final String name;
  private final Automaton automaton;
  private final Vocabulary vocabulary = new Vocabulary();
  private final Random draw = new Random(0);
  private final Map<String, String> slotOf = new TreeMap<>();
  private final Map<String, Integer> creating = new HashMap<>();
  private int configuration = -1;
  private int handles;

  /**
   * A target that executes the variant.
   *
   * @param name what the user calls it
   * @param variant one alternative a choice
   */
  public SpecTarget(String name, Semantics variant) {
    this.name = name;
    List<String> slots = IntStream.range(0, MOST_THREADS).mapToObj(i -> "slot" + i).toList();
    this.automaton = new Automaton(variant, slots);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void reset() {
    if (!busy().isEmpty()) {
      throw new IllegalStateException("calls in progress: " + busy());
    }
    begin();
  }

  private void begin() {
    configuration = automaton.empty();
    creating.clear();
    handles = 0;
  }

  @Override
  public void start(String thread, Call call) {
    int out = call.op().returnsHandle() ? ++handles : 0;
    if (out != 0) {
      creating.put(thread, out);
    }
    Stimulus stimulus =
        vocabulary.stimulus(Line.of(slot(thread), call, 0), name -> 0, handle -> handle, out);
    int begun = evaluated(() -> automaton.apply(configuration, stimulus));
    if (begun < 0) {
      throw new IllegalStateException(thread + " has a call in progress");
    }
    configuration = begun;
  }

  /** A specification that somebody has changed may have no value in some state. */
  private static <T> T evaluated(Supplier<T> evaluation) {
    try {
      return evaluation.get();
    } catch (SpecException noValue) {
      throw new TargetException(
          TargetException.Reason.THREW, "threw: " + noValue.getMessage(), noValue);
    }
  }

  private String slot(String thread) {
    return slotOf.computeIfAbsent(
        thread,
        first -> {
          if (slotOf.size() == MOST_THREADS) {
            throw new IllegalStateException("more than " + MOST_THREADS + " threads");
          }
          return automaton.threads().get(slotOf.size());
        });
  }

  @Override
  public void expire(String thread) {
    if (!busy().contains(thread)) {
      throw new IllegalStateException(thread + " has no call in progress");
    }
    int expired = automaton.apply(configuration, Stimulus.expire(slot(thread)));
    configuration = expired < 0 ? configuration : expired;
  }

  @Override
  public SortedMap<String, Reply> quiesce() {
    List<Quiescence> outcomes = evaluated(() -> automaton.settle(configuration));
    if (outcomes.isEmpty()) {
      throw new TargetException(TargetException.Reason.TIME_OUT, "does not come to rest");
    }
    Quiescence outcome = outcomes.get(draw.nextInt(outcomes.size()));
    configuration = outcome.configuration();
    SortedMap<String, Reply> replies = new TreeMap<>();
    slotOf.forEach(
        (thread, slot) -> {
          if (outcome.replies().containsKey(slot)) {
            Reply reply = vocabulary.reply(outcome.replies().get(slot));
            Integer out = creating.remove(thread);
            boolean made = out != null && reply.isOk();
            replies.put(thread, made ? Reply.ok(new Reply.Handle(out)) : reply);
          }
        });
    return replies;
  }

  @Override
  public SortedMap<String, Reply> poll() {
    return quiesce();
  }

  @Override
  public Set<String> blocked() {
    return Collections.unmodifiableSet(busy());
  }

  private SortedSet<String> busy() {
    SortedSet<String> busy = new TreeSet<>();
    if (configuration >= 0) {
      slotOf.forEach(
          (thread, slot) -> {
            if (!automaton.isIdle(configuration, slot)) {
              busy.add(thread);
            }
          });
    }
    return busy;
  }

  @Override
  public boolean isExact() {
    return true;
  }

  @Override
  public void abandon() {
    begin();
  }

  @Override
  public void close() {
    begin();
  }
}
