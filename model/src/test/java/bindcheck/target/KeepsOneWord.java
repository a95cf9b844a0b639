package bindcheck.target;

/** Keeps the first word of a payload, and no status. */
public final class KeepsOneWord extends Altered {
  @Override
  public int portQueue(int porth, Packet in) {
    if (in == null) {
      return super.portQueue(porth, null);
    }
    Packet kept = new Packet();
    kept.key = in.key;
    kept.user[0] = in.user[0];
    return super.portQueue(porth, kept);
  }
}
