package bindcheck.target;

/** Queues nothing, whatever the values. */
public final class QueuesNothing extends Altered {
  @Override
  public int portQueue(int porth, Packet in) {
    return 0;
  }
}
