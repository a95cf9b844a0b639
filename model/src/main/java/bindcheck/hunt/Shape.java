package bindcheck.hunt;

import java.util.Optional;
import java.util.Random;

/**
 * What a round is about: how many objects its threads share, how many calls each makes at most, and
 * which kinds of call it favours. Races want calls that overlap on one object, and a round that
 * ends before other calls have covered what they left behind; so most rounds are short, and have
 * few kinds of call.
 */
enum Shape {
  /** Every kind of call, and as many of them as were asked for. */
  ANYTHING(2, 1, 2, Integer.MAX_VALUE, ""),

  /** Threads that wait for an interrupt which is not bound yet, and those that release them. */
  WAITERS(6, 1, 1, 6, "wait=12,trigger=8,bind=2,destroy=1,close=1,duplicate=1,misuse=1"),

  /** Readers whose deadlines pass while packets come. */
  READERS(6, 1, 1, 12, "timed=12,read=3,queue=10,trigger=4,ack=4,poll=1,misuse=1"),

  /** Interrupts that were triggered before they were bound, and lose their handles. */
  CLOSES(6, 4, 1, 3, "close=6,trigger=8,ack=1,bind=1,duplicate=1,replace=1,destroy=1,poll=1"),

  /** A few calls, of few kinds, all at once on one object: of each two, who comes first? */
  RIVALS(
      8, 1, 1, 3, "trigger=2,ack=2,poll=2,bind=2,close=2,replace=2,destroy=2,wait=1,duplicate=1"),

  /** Two ports and several interrupts: what is done to one must not be seen at another. */
  CROWD(2, 3, 2, 20, "");

  private static final int SUM = sum();
  private static final int LEFT_OUT_IN = 6;

  private final int weight;
  private final int mostInterrupts;
  private final int mostPorts;
  private final int mostCalls;
  private final String favours;

  Shape(int weight, int mostInterrupts, int mostPorts, int mostCalls, String favours) {
    this.weight = weight;
    this.mostInterrupts = mostInterrupts;
    this.mostPorts = mostPorts;
    this.mostCalls = mostCalls;
    this.favours = favours;
  }

  private static int sum() {
    int sum = 0;
    for (Shape shape : values()) {
      sum += shape.weight;
    }
    return sum;
  }

  static Shape draw(Random random) {
    int ticket = random.nextInt(SUM);
    for (Shape shape : values()) {
      ticket -= shape.weight;
      if (ticket < 0) {
        return shape;
      }
    }
    throw new IllegalStateException("weights of " + SUM);
  }

  int interrupts(Random random) {
    return 1 + random.nextInt(mostInterrupts);
  }

  int ports(Random random) {
    return 1 + random.nextInt(mostPorts);
  }

  /** Of so many of the kinds that it favours, a round leaves out one on average. */
  int leavesOutIn() {
    return this == RIVALS ? 2 : LEFT_OUT_IN;
  }

  /** How many calls a thread makes, where so many were asked for. */
  int callsEach(int asked, Random random) {
    return mostCalls == Integer.MAX_VALUE ? asked : 1 + random.nextInt(Math.min(asked, mostCalls));
  }

  /** The kinds of call that it favours; empty where it takes them as they usually come. */
  Optional<Mix> favours() {
    return favours.isEmpty() ? Optional.empty() : Optional.of(Mix.parse(favours));
  }
}
