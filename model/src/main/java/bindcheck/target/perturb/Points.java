package bindcheck.target.perturb;

/**
 * What rewritten classes call wherever a thread meets others. Holds up by spinning and yielding
 * alone, so that a thread that is held up never looks as if it waited for anything.
 */
public final class Points implements Perturbation {
  /** There is one for all: a class cannot tell for which target it was rewritten. */
  public static final Points PERTURBATION = new Points();

  private static volatile ScheduledThreads round;

  private Points() {}

  @Override
  public void begin(Schedule schedule) {
    round = new ScheduledThreads(schedule);
  }

  @Override
  public void end() {
    round = null;
  }

  /** At a lock, a wait, a notification, or something of java.util.concurrent. */
  public static void meeting() {
    ScheduledThreads now = round;
    if (now != null) {
      now.meet();
    }
  }

  /** How many points all threads have met since it began. */
  static int met() {
    ScheduledThreads now = round;
    return now == null ? 0 : now.met();
  }

  /** At data that threads may share. */
  public static void data() {
    ScheduledThreads now = round;
    if (now != null && now.schedule().data()) {
      now.meet();
    }
  }
}
