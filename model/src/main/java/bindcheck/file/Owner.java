package bindcheck.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which process something belongs to, as a part of its name can say.
 *
 * @param start when the process began, in milliseconds of Unix time: numbers of processes are used
 *     again
 * @param space in which numbers of processes are counted: each container has its own
 */
record Owner(long pid, long start, long space) {
  private static final Pattern TEXT = Pattern.compile("(\\d{1,18})-(\\d{1,18})-(\\d{1,18})");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
  private static final Path SPACE = Path.of("/proc/self/ns/pid");

  /** What a process says of its own start and what another says of it differ by so much at most. */
  private static final long SAME_START_MILLIS = Duration.ofSeconds(2).toMillis();

  /** This process. */
  static Owner self() {
    ProcessHandle self = ProcessHandle.current();
    return new Owner(self.pid(), start(self).orElse(0L), ownSpace());
  }

  /** The owner of what has that part in its name. */
  static Optional<Owner> parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new Owner(
                Long.parseLong(matcher.group(1)),
                Long.parseLong(matcher.group(2)),
                Long.parseLong(matcher.group(3))))
        : Optional.empty();
  }

  /** Whether it certainly runs no more; of a process of another space that is not known. */
  boolean isGone() {
    if (space != ownSpace()) {
      return false;
    }
    Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
    return process.isEmpty()
        || (start != 0 && process.flatMap(Owner::start).filter(this::isOther).isPresent());
  }

  private boolean isOther(long startOfProcess) {
    return Math.abs(startOfProcess - start) > SAME_START_MILLIS;
  }

  private static Optional<Long> start(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli);
  }

  private static long ownSpace() {
    try {
      Matcher number = NUMBER.matcher(Files.readSymbolicLink(SPACE).toString());
      return number.find() ? Long.parseLong(number.group()) : 0;
    } catch (IOException | UnsupportedOperationException none) {
      return 0;
    }
  }

  @Override
  public String toString() {
    return pid + "-" + start + "-" + space;
  }
}
