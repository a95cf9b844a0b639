package bindcheck.litmus.monitor;

/** A monitor that a few threads use, once. */
public interface Tiny {
  /** How many threads there are. */
  int threads();

  /** What one of them does, from 1. */
  void run(int thread) throws InterruptedException;

  /** How it has ended; threads that are blocked are told beside it. */
  String end();
}
