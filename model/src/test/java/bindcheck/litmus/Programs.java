package bindcheck.litmus;

/** Programs to explore. */
public final class Programs {
  /** A reader and a trigger. */
  public static final Program ONE_PACKET =
      program(
          """
          T1                     || T2
          port_wait(p, INFINITE) || interrupt_trigger(i, 0, 5)
          """);

  private Programs() {}

  /** Threads after a set-up of port p, to which interrupt i is bound with key 1. */
  public static Program program(String threads) {
    return Program.parse(
        "test.litmus",
        """
        A program of the tests

        To be explored.

        set-up:
          p = port_create(BIND_TO_INTERRUPT)
          i = interrupt_create(INVALID, 0, VIRTUAL)
          interrupt_bind(i, p, 1, 0)

        threads:
        """
            + threads
            + """

            forbidden: T1: blocked
              R-port-wait-blocks: a program needs one.
            """);
  }
}
