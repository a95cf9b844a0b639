package bindcheck.history.linear;

import java.time.Duration;
import java.util.Optional;

/** How much a judgement may cost; the memory that there is bounds it in any case. */
public final class Budget {
  private static final int LOOKS = 256;

  private final long mostMembers;
  private final Duration time;
  private long deadlineNanos;
  private int asked;
  private String reason;

  /**
   * A budget.
   *
   * @param mostMembers how many states may be held at a time
   * @param time how long it may take, from {@link #begin} on
   */
  public Budget(long mostMembers, Duration time) {
    this.mostMembers = mostMembers;
    this.time = time;
    begin();
  }

  /** Starts the clock. */
  public void begin() {
    deadlineNanos = System.nanoTime() + time.toNanos();
  }

  /** The same time, but for so many states. */
  public Budget ofMembers(long most) {
    Budget part = new Budget(Math.min(most, mostMembers), time);
    part.deadlineNanos = deadlineNanos;
    return part;
  }

  /** What was used up. */
  public Optional<String> reason() {
    return Optional.ofNullable(reason);
  }

  public boolean allows(long members) {
    if (members > mostMembers) {
      reason = "more than " + mostMembers + " states agree with it";
    } else if (++asked % LOOKS == 0) {
      look(members);
    }
    return reason == null;
  }

  /** Whether the time is over. */
  public boolean isLate() {
    return System.nanoTime() > deadlineNanos;
  }

  private void look(long members) {
    if (isLate()) {
      reason = "not decided after " + time.toSeconds() + " s";
    } else if (Memory.isNearlyFull()) {
      reason = "%d states fill the %d MB of memory".formatted(members, Memory.megabytes());
    }
  }
}
