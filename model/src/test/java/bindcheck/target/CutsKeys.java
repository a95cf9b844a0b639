package bindcheck.target;

/** Loses the upper half of a key. */
public final class CutsKeys extends Altered {
  @Override
  public int interruptBind(int inth, int porth, long key, int options) {
    return super.interruptBind(inth, porth, key & 0xffff_ffffL, options);
  }
}
