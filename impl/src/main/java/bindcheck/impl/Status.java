package bindcheck.impl;

/**
 * The values of {@code zx_status_t} that the calls of {@link Kernel} return, as in the kernel's
 * headers of 2018.
 */
public final class Status {
  public static final int OK = 0;
  public static final int INVALID_ARGS = -10;
  public static final int BAD_HANDLE = -11;
  public static final int WRONG_TYPE = -12;
  public static final int BAD_STATE = -20;
  public static final int TIMED_OUT = -21;
  public static final int SHOULD_WAIT = -22;
  public static final int CANCELED = -23;
  public static final int NOT_FOUND = -25;
  public static final int ALREADY_BOUND = -27;
  public static final int ACCESS_DENIED = -30;

  private Status() {}
}
