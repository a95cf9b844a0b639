package bindcheck.impl;

/**
 * The bits of {@code zx_rights_t}, and the rights that a new handle has, as in the kernel's headers
 * of 2018.
 */
public final class Rights {
  public static final int NONE = 0;
  public static final int DUPLICATE = 1 << 0;
  public static final int TRANSFER = 1 << 1;
  public static final int READ = 1 << 2;
  public static final int WRITE = 1 << 3;
  public static final int SIGNAL = 1 << 12;
  public static final int WAIT = 1 << 14;
  public static final int INSPECT = 1 << 15;

  /** In place of rights to ask for: those of the source handle. It is not a right. */
  public static final int SAME_RIGHTS = 1 << 31;

  /** 0xD00F. */
  public static final int DEFAULT_INTERRUPT =
      TRANSFER | DUPLICATE | WAIT | INSPECT | READ | WRITE | SIGNAL;

  /** 0x800F. */
  public static final int DEFAULT_PORT = TRANSFER | DUPLICATE | INSPECT | READ | WRITE;

  /** 0xD00F (C-event-rights=granted). */
  public static final int DEFAULT_EVENT =
      TRANSFER | DUPLICATE | WAIT | INSPECT | READ | WRITE | SIGNAL;

  private Rights() {}

  /** Whether {@code held} has every right of {@code wanted}. */
  static boolean include(int held, int wanted) {
    return (held & wanted) == wanted;
  }
}
