package bindcheck.target;

/** Keeps every word of a payload, but no status. */
public final class KeepsNoStatus extends Altered {
  @Override
  public int portQueue(int porth, Packet in) {
    if (in != null) {
      in.status = 0;
    }
    return super.portQueue(porth, in);
  }
}
