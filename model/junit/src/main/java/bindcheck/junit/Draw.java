package bindcheck.junit;

import bindcheck.call.Op;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * What a call is made of, before it is known which handles there are.
 *
 * @param reader which of the threads makes it, of a call that may block
 * @param picks for each argument, 0 to 9: the smaller, the more usual
 * @param values for each argument, in case it is a 64-bit value
 * @param isNull whether its pointer is null, if it has one
 * @param expires whether the deadline passes next, if it has a finite one
 */
record Draw(
    Op op, int reader, List<Integer> picks, List<Long> values, boolean isNull, boolean expires) {
  private static final int MOST_PICK = 9;
  private static final int ARGUMENTS = 4;
  private static final int NULL_IN = 20;
  private static final int WIDE_IN = 4;
  private static final long SMALL = 3;

  /** The calls that drive an interrupt most often. */
  private static final List<Tuple.Tuple2<Integer, Op>> WEIGHTS =
      List.of(
          Tuple.of(6, Op.INTERRUPT_TRIGGER),
          Tuple.of(6, Op.PORT_WAIT),
          Tuple.of(5, Op.INTERRUPT_BIND),
          Tuple.of(5, Op.INTERRUPT_ACK),
          Tuple.of(2, Op.INTERRUPT_WAIT),
          Tuple.of(2, Op.INTERRUPT_DESTROY),
          Tuple.of(2, Op.PORT_QUEUE),
          Tuple.of(1, Op.INTERRUPT_CREATE),
          Tuple.of(1, Op.PORT_CREATE),
          Tuple.of(1, Op.HANDLE_CLOSE),
          Tuple.of(1, Op.HANDLE_DUPLICATE),
          Tuple.of(1, Op.HANDLE_REPLACE));

  /**
   * Any call.
   *
   * @param readers how many threads there are for those that may block
   */
  static Arbitrary<Draw> any(int readers) {
    @SuppressWarnings({"unchecked", "rawtypes"})
    Tuple.Tuple2<Integer, Op>[] weights = WEIGHTS.toArray(new Tuple.Tuple2[0]);
    return Combinators.combine(
            Arbitraries.frequency(weights),
            Arbitraries.integers().between(1, readers),
            Arbitraries.integers().between(0, MOST_PICK).list().ofSize(ARGUMENTS),
            value().list().ofSize(ARGUMENTS),
            Arbitraries.integers().between(1, NULL_IN).map(n -> n == NULL_IN),
            Arbitraries.of(false, true))
        .as(Draw::new);
  }

  private static Arbitrary<Long> value() {
    return Arbitraries.frequencyOf(
        Tuple.of(WIDE_IN, Arbitraries.longs().between(0, SMALL)), Tuple.of(1, Arbitraries.longs()));
  }
}
