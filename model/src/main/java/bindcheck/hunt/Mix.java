package bindcheck.hunt;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How often each kind of call is made, as a weight; what is not named is not made. */
public final class Mix {
  /** The kinds of call. */
  public enum Kind {
    TRIGGER(24),
    ACK(18),
    /** A port_wait with a deadline in the past. */
    POLL(40),
    /** A port_wait without a deadline. */
    READ(4),
    QUEUE(6),
    BIND(2),
    /** An interrupt_wait. */
    WAIT(2),
    CREATE(1),
    DESTROY(1),
    DUPLICATE(1),
    REPLACE(1),
    CLOSE(3);

    private final int usual;

    Kind(int usual) {
      this.usual = usual;
    }
  }

  private static final int RARE_IN = 25;
  private static final int LEFT_OUT_BUT_IN = 4;

  private final Map<Kind, Integer> weights = new EnumMap<>(Kind.class);
  private int sum;

  private Mix() {}

  /** Every kind, those that drive an interrupt most often. */
  public static Mix usual() {
    Mix mix = new Mix();
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
    Mix mix = new Mix();
    for (String part : text.split(",", -1)) {
      String[] sides = part.split("=", -1);
      Kind kind =
          Stream.of(Kind.values()).filter(k -> word(k).equals(sides[0])).findFirst().orElse(null);
      if (kind == null || sides.length != 2 || !sides[1].matches("[1-9][0-9]{0,5}")) {
        throw new IllegalArgumentException(
            "expected weights such as trigger=3,ack=2 of "
                + Stream.of(Kind.values()).map(Mix::word).collect(Collectors.joining(", "))
                + "; found '"
                + part
                + "'");
      }
      mix.add(kind, Integer.parseInt(sides[1]));
    }
    return mix;
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
   * recur within one (swarm testing; Groce et al., 2012).
   */
  Mix ofRound(Random random) {
    Mix mix = new Mix();
    weights.forEach(
        (kind, weight) -> {
          if (weight * RARE_IN >= sum || random.nextInt(LEFT_OUT_BUT_IN) == 0) {
            mix.add(kind, weight);
          }
        });
    return mix.sum == 0 ? this : mix;
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
