package bindcheck.hunt;

import bindcheck.call.Op;
import bindcheck.target.Support;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How often each kind of call is made, as a weight; what is not named is not made. */
public final class Mix {
  /** The kinds of call. */
  public enum Kind {
    TRIGGER(24, Op.INTERRUPT_TRIGGER),
    ACK(18, Op.INTERRUPT_ACK),
    /** A port_wait with a deadline in the past. */
    POLL(40, Op.PORT_WAIT),
    /** A port_wait without a deadline; a port_queue ends it. */
    READ(4, Op.PORT_WAIT, Op.PORT_QUEUE),
    /** A port_wait whose deadline passes at some moment. */
    TIMED(3, Op.PORT_WAIT),
    QUEUE(6, Op.PORT_QUEUE),
    BIND(2, Op.INTERRUPT_BIND),
    /** An interrupt_wait; a destroy ends it. */
    WAIT(2, Op.INTERRUPT_WAIT, Op.INTERRUPT_DESTROY),
    CREATE(1, Op.INTERRUPT_CREATE),
    DESTROY(1, Op.INTERRUPT_DESTROY),
    DUPLICATE(1, Op.HANDLE_DUPLICATE),
    REPLACE(1, Op.HANDLE_REPLACE),
    CLOSE(3, Op.HANDLE_CLOSE),
    /**
     * One of the others with a null pointer, or with options, rights or a handle that do not fit.
     */
    MISUSE(2);

    private final int usual;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Op> needs;

    Kind(int usual, Op... needs) {
      this.usual = usual;
      this.needs = List.of(needs);
    }

    /** Whether a target has what such a call takes, and what ends it. */
    boolean isSupported(Support support) {
      return support.calls().containsAll(needs) && (this != TIMED || support.expire());
    }
  }

  private static final int RARE_IN = 25;
  private static final int LEFT_OUT_BUT_IN = 4;

  private final Map<Kind, Integer> weights = new EnumMap<>(Kind.class);
  private int sum;

  /** Whether nobody has said how often which call is to be made. */
  private final boolean isUsual;

  private Mix(boolean isUsual) {
    this.isUsual = isUsual;
  }

  /** Every kind, those that drive an interrupt most often. */
  public static Mix usual() {
    Mix mix = new Mix(true);
    for (Kind kind : Kind.values()) {
      mix.add(kind, kind.usual);
    }
    return mix;
  }

  /**
   * Reads {@code trigger=3,ack=2,poll=1}.
   *
   * @throws IllegalArgumentException if it is no mix; the message says what was expected
   */
  public static Mix parse(String text) {
    return parse(text, false);
  }

  /** The same, of a text that may be what a usual mix was written as. */
  static Mix parse(String text, boolean isUsual) {
    Mix mix = new Mix(isUsual);
    for (String part : text.split(",", -1)) {
      String[] sides = part.split("=", -1);
      Kind kind =
          Stream.of(Kind.values()).filter(k -> word(k).equals(sides[0])).findFirst().orElse(null);
      if (kind == null || sides.length != 2 || !sides[1].matches("[1-9][0-9]{0,5}")) {
        String words = Stream.of(Kind.values()).map(Mix::word).collect(Collectors.joining(", "));
        throw new IllegalArgumentException(
            "expected weights such as trigger=3,ack=2 of " + words + "; found '" + part + "'");
      }
      if (mix.has(kind)) {
        throw new IllegalArgumentException("expected one weight of " + sides[0] + ", found two");
      }
      mix.add(kind, Integer.parseInt(sides[1]));
    }
    return mix;
  }

  /**
   * The kinds of it that a target has the calls for.
   *
   * @throws IllegalArgumentException if it has none of them, or cannot set up a round
   */
  public Mix of(Support support) {
    String missing = support.missing(Round.SET_UP);
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "expected a target with what sets up a round, but it has no " + missing);
    }
    Mix mix = where((kind, weight) -> kind.isSupported(support));
    if (mix.isIdle()) {
      throw new IllegalArgumentException("expected a target with the calls for " + this);
    }
    return mix;
  }

  /** The calls that its kinds need. */
  public Set<Op> calls() {
    Set<Op> calls = EnumSet.noneOf(Op.class);
    weights.keySet().forEach(kind -> calls.addAll(kind.needs));
    return calls;
  }

  private static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private void add(Kind kind, int weight) {
    weights.merge(kind, weight, Integer::sum);
    sum += weight;
  }

  /**
   * The mix of one round: most kinds that are rare are left out, so that rounds differ, and states
   * recur within one (swarm testing; Groce et al., 2012). A shape changes the weights only where
   * nobody has chosen them.
   */
  Mix ofRound(Shape shape, Random random) {
    Mix favoured = shape.favours().map(favours -> favours.where((k, w) -> has(k))).orElse(this);
    if (!isUsual || favoured == this || favoured.isIdle()) {
      return orThis(
          where((kind, weight) -> weight * RARE_IN >= sum || random.nextInt(LEFT_OUT_BUT_IN) == 0));
    }
    return favoured.orThis(
        favoured.where((kind, weight) -> random.nextInt(shape.leavesOutIn()) > 0));
  }

  private Mix orThis(Mix mix) {
    return mix.isIdle() ? this : mix;
  }

  /** Whether there is no call to be made of it. */
  private boolean isIdle() {
    return sum == weights.getOrDefault(Kind.MISUSE, 0);
  }

  /** Whether nobody has chosen it. */
  boolean isUsual() {
    return isUsual;
  }

  boolean has(Kind kind) {
    return weights.containsKey(kind);
  }

  private Mix where(BiPredicate<Kind, Integer> isIn) {
    Mix mix = new Mix(isUsual);
    weights.forEach(
        (kind, weight) -> {
          if (isIn.test(kind, weight)) {
            mix.add(kind, weight);
          }
        });
    return mix;
  }

  /** A kind of call that may be misused, once it is known that one is to be. */
  Kind drawMisused(Random random) {
    return where((kind, weight) -> kind != Kind.MISUSE).draw(random);
  }

  Kind draw(Random random) {
    int ticket = random.nextInt(sum);
    for (Map.Entry<Kind, Integer> weight : weights.entrySet()) {
      ticket -= weight.getValue();
      if (ticket < 0) {
        return weight.getKey();
      }
    }
    throw new IllegalStateException("weights " + weights);
  }

  @Override
  public String toString() {
    return weights.entrySet().stream()
        .map(weight -> word(weight.getKey()) + "=" + weight.getValue())
        .collect(Collectors.joining(","));
  }
}
