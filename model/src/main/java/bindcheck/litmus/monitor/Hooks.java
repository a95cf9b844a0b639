package bindcheck.litmus.monitor;

/**
 * What rewritten classes call in place of monitors, waits and notifications, and beside what they
 * read and write. A thread that no {@link Execution} runs, as one that loads classes, passes
 * through without effect.
 */
public final class Hooks {
  private Hooks() {}

  private static Strand current() {
    return Thread.currentThread() instanceof Lane lane ? lane.running() : null;
  }

  /** In place of {@code monitorenter}. */
  public static void enter(Object monitor) {
    Strand strand = current();
    if (strand != null) {
      strand.enter(monitor);
    }
  }

  /** In place of {@code monitorexit}. */
  public static void exit(Object monitor) {
    Strand strand = current();
    if (strand != null) {
      strand.exit(monitor);
    }
  }

  /** In place of {@link Thread#holdsLock}. */
  public static boolean holds(Object monitor) {
    Strand strand = current();
    return strand != null && strand.holds(monitor);
  }

  /** In place of {@link Object#wait()}. */
  public static void await(Object monitor) throws InterruptedException {
    await(monitor, 0);
  }

  /** In place of {@link Object#wait(long)}. */
  public static void await(Object monitor, long millis) throws InterruptedException {
    Strand strand = current();
    if (strand == null) {
      throw new IllegalMonitorStateException("a wait where nobody can notify");
    }
    if (millis < 0) {
      throw new IllegalArgumentException("timeout value is negative");
    }
    strand.await(monitor, millis);
  }

  /** In place of {@link Object#wait(long, int)}, which has no finer time either. */
  public static void await(Object monitor, long millis, int nanos) throws InterruptedException {
    await(monitor, nanos > 0 && millis < Long.MAX_VALUE ? millis + 1 : millis);
  }

  /** In place of {@link Object#notify}. */
  public static void signal(Object monitor) {
    Strand strand = current();
    if (strand != null) {
      strand.signal(monitor);
    }
  }

  /** In place of {@link Object#notifyAll}. */
  public static void signalAll(Object monitor) {
    Strand strand = current();
    if (strand != null) {
      strand.signalAll(monitor);
    }
  }

  /** In place of {@link Thread#interrupt}. */
  public static void interrupt(Thread thread) {
    Strand strand = current();
    if (strand != null && thread instanceof Lane lane) {
      strand.access(lane, Sites.INTERRUPTION, true);
      lane.strand().interrupt();
    }
  }

  /** In place of {@link Thread#isInterrupted}. */
  public static boolean isInterrupted(Thread thread) {
    Strand strand = current();
    if (strand == null || !(thread instanceof Lane lane)) {
      return false;
    }
    strand.access(lane, Sites.INTERRUPTION, false);
    boolean is = lane.strand().isInterrupted();
    strand.saw(is ? 1 : 0);
    return is;
  }

  /** In place of {@link Thread#interrupted}. */
  public static boolean interrupted() {
    Strand strand = current();
    if (strand == null) {
      return false;
    }
    strand.access(strand.lane(), Sites.INTERRUPTION, true);
    return strand.clearInterrupted();
  }

  /** In place of {@link System#nanoTime}: a clock that only waits with a time-out move. */
  public static long nanoTime() {
    Strand strand = current();
    return strand == null ? 0 : strand.nanoTime();
  }

  /** In place of {@link System#currentTimeMillis}. */
  public static long currentTimeMillis() {
    return nanoTime() / Strand.NANOS_PER_MILLI;
  }

  /** Before a field of an object is read, or of a class. */
  public static void read(Object owner, int site) {
    Strand strand = current();
    if (strand != null) {
      strand.access(owner, site, false);
    }
  }

  /** Before a field of an object is written, or of a class. */
  public static void write(Object owner, int site) {
    Strand strand = current();
    if (strand != null) {
      strand.access(owner, site, true);
    }
  }

  /** Before code that is not rewritten uses an object. */
  public static void use(Object used, int site) {
    if (used != null && Form.of(used.getClass()).isUsedByOthers()) {
      write(used, site);
    }
  }

  /** An object came out of another one, by code that is not rewritten. */
  public static void came(Object object, Object from) {
    Strand strand = current();
    if (strand != null && object != null && Form.of(object.getClass()).isUsedByOthers()) {
      strand.came(object, from);
    }
  }

  /** What was read, or came out of code that is not rewritten. */
  public static void saw(long value) {
    Strand strand = current();
    if (strand != null) {
      strand.saw(value);
    }
  }

  /** The same. */
  public static void saw(Object value) {
    Strand strand = current();
    if (strand != null) {
      strand.saw(value);
    }
  }
}
