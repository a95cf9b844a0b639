package bindcheck.oracle;

import bindcheck.call.Observation;
import bindcheck.call.Reply;
import bindcheck.call.Statement.Expire;
import bindcheck.script.Line;
import bindcheck.spec.Stimulus;
import bindcheck.target.Target;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** Plays lines on a target, one quiescence after the other, and judges what is observed. */
public final class Session {
  /**
   * One line as it was played.
   *
   * @param by the ids that the observation rests on; null where it is not allowed
   * @param allowed what would have been allowed, where the observation is not; else empty
   */
  public record Step(
      Line line, Observation observation, SortedSet<String> by, List<Allowed> allowed) {
    public boolean isAllowed() {
      return by != null;
    }

    /** Of what would have been allowed, what differs least from what was observed. */
    public Allowed nearest() {
      return allowed.stream()
          .min(Comparator.comparingInt(other -> observation.distance(other.observation())))
          .orElseThrow();
    }

    /** What steps that look the same have in common: the call, what was seen, and what was not. */
    public String look() {
      return "%s observed %s, allowed %s"
          .formatted(line.operation(), kinds(observation), kinds(nearest().observation()));
    }

    /** The kinds of the replies, whichever reader's, and how many calls are blocked. */
    private String kinds(Observation seen) {
      List<String> kinds =
          seen.replies().entrySet().stream()
              .map(
                  reply ->
                      (reply.getKey().equals(line.thread()) ? "caller: " : "reader: ")
                          + reply.getValue().kind())
              .sorted()
              .toList();
      return kinds + " blocked: " + seen.blocked().size();
    }
  }

  /** Is told what was observed while the judge still holds what it held before. */
  public interface Listener {
    /** A fresh kernel. */
    default void begins() {}

    /** The numbers that stand for values in the kernels that it holds. */
    default BitSet values() {
      return new BitSet();
    }

    /** Whether what follows the next step shows which state that leaves behind. */
    default void isIdentified(boolean nextOne) {}

    void sees(Judge before, Stimulus stimulus, Observation observation);
  }

  private final Target target;
  private final Judge judge;
  private final Vocabulary vocabulary;
  private final Listener listener;
  private final Map<String, HandleNames.Made> pending = new HashMap<>();
  private HandleNames names;
  private Stimulus rejected;

  public Session(Target target, Judge judge, Vocabulary vocabulary) {
    this(target, judge, vocabulary, (before, stimulus, observation) -> {});
  }

  /** A session with somebody who looks on. */
  public Session(Target target, Judge judge, Vocabulary vocabulary, Listener listener) {
    this.listener = listener;
    this.target = target;
    this.judge = judge;
    this.vocabulary = vocabulary;
    this.names = new HandleNames(vocabulary);
  }

  public Judge judge() {
    return judge;
  }

  /** The numbers that stand for values in the kernels that the judge and the listener hold. */
  public BitSet values() {
    BitSet live = judge.values();
    live.or(listener.values());
    return live;
  }

  /** Whether the packets that the target is given may be any. */
  public boolean takesWholePackets() {
    return target.support().wholePackets();
  }

  /** Tells the listener whether what follows the next step shows which state that leaves behind. */
  public void identify(boolean nextOne) {
    listener.isIdentified(nextOne);
  }

  /** Gives up the calls in progress. */
  public void abandon() {
    target.abandon();
  }

  /** A fresh kernel, on the target and for the judge; policies that were fixed stay so. */
  public void reset() {
    target.reset();
    judge.reset();
    names = new HandleNames(vocabulary);
    pending.clear();
    listener.begins();
  }

  /** Whether the line can be made now. */
  public boolean canMake(Line line) {
    return judge.canMake(stimulus(line));
  }

  /** What may be observed at the quiescence after the line, were it played now. */
  public List<Allowed> allowed(Line line) {
    return judge.allowed(stimulus(line));
  }

  /**
   * Whether a line can make what the judge has in mind: not where that is about a handle that no
   * name means any longer, for a newer handle has been given its name.
   */
  public boolean canSay(Stimulus stimulus) {
    return stimulus.isExpire() || stimulus.call().handles().allMatch(h -> names.name(h) != null);
  }

  /** The line that makes what the judge has in mind, which must be one that can. */
  public Line line(Stimulus stimulus) {
    return vocabulary.line(stimulus, names::name);
  }

  private Stimulus stimulus(Line line) {
    return stimulus(line, names.madeBy(line, judge));
  }

  private Stimulus stimulus(Line line, Optional<HandleNames.Made> made) {
    int out = made.map(HandleNames.Made::number).orElse(0);
    return vocabulary.stimulus(line, names::number, names::number, out);
  }

  /**
   * Plays one line that can be made.
   *
   * @throws bindcheck.target.TargetException if the target neither returns nor blocks
   */
  public Step play(Line line) {
    Optional<HandleNames.Made> made = names.madeBy(line, judge);
    Stimulus stimulus = stimulus(line, made);
    if (line.statement() instanceof Expire expire) {
      target.expire(expire.thread());
    } else {
      target.start(line.thread(), names.resolve(line));
      made.ifPresent(handle -> pending.put(line.thread(), handle));
    }
    Observation observation = seen(target.observe());
    listener.sees(judge, stimulus, observation);
    SortedSet<String> by = judge.observe(stimulus, observation);
    rejected = by == null ? stimulus : null;
    return new Step(line, observation, by, by == null ? judge.allowed(stimulus) : List.of());
  }

  /** Goes on after a step that is not allowed as if this, which is, had been observed. */
  public void goOnAs(Allowed instead) {
    judge.observe(rejected, instead.observation());
    rejected = null;
  }

  /** Notes the handles that were given, and hides their values: they are the target's business. */
  private Observation seen(Observation raw) {
    SortedMap<String, Reply> replies = new TreeMap<>(raw.replies());
    replies.replaceAll(
        (thread, reply) -> {
          HandleNames.Made made = pending.remove(thread);
          if (made != null) {
            names.assign(made, reply);
          }
          return reply.withoutHandle();
        });
    return new Observation(replies, raw.blocked());
  }
}
