package bindcheck.litmus.monitor.tiny;

import bindcheck.litmus.monitor.Tiny;
import java.util.concurrent.atomic.LongAdder;

/** Two threads add one each, but only to nothing. */
public final class Adder implements Tiny {
  private final LongAdder sum = new LongAdder();

  @Override
  public int threads() {
    return 2;
  }

  @Override
  public void run(int thread) {
    if (sum.sum() == 0) {
      sum.increment();
    }
  }

  @Override
  public String end() {
    return Long.toString(sum.sum());
  }
}
