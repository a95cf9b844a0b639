package bindcheck.target.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A program that runs, with its standard streams; it does not outlive this Java machine. */
public final class Child implements Peer {
  /**
   * How long error output may take to arrive; what keeps it open after the end is not waited for.
   */
  private static final Duration LAST_WORDS_TIME = Duration.ofMillis(500);

  private static final Duration KILL_TIME = Duration.ofSeconds(2);
  private static final long PAUSE_NANOS = 20_000_000;
  private static final int SIGNALLED = 128;

  private final Family family = new Family();
  private final Process process;
  private final ErrorOutput errors;
  private final Thread errorReader;
  private final Thread atExit = new Thread(this::kill, "bindcheck-kill");

  /**
   * Starts it.
   *
   * @throws IOException if it cannot be started
   */
  public Child(List<String> command) throws IOException {
    this(command, Map.of());
  }

  /**
   * Starts it with that in its environment.
   *
   * @throws IOException if it cannot be started
   */
  Child(List<String> command, Map<String, String> environment) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    family.mark(builder.environment());
    process = builder.start();
    family.startsWith(process.toHandle());
    Runtime.getRuntime().addShutdownHook(atExit);
    errors = new ErrorOutput(process.getErrorStream());
    errorReader = new Thread(errors::readAll, "bindcheck-stderr");
    errorReader.setDaemon(true);
    errorReader.start();
  }

  @Override
  public InputStream output() {
    return process.getInputStream();
  }

  @Override
  public OutputStream input() {
    return process.getOutputStream();
  }

  @Override
  public boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public boolean waitFor(long nanos) {
    try {
      return process.waitFor(nanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public ProcessorTime processorTime() {
    return ProcessorTime.of(family.running().stream());
  }

  @Override
  public Optional<String> ending() {
    if (process.isAlive()) {
      return Optional.empty();
    }
    int code = process.exitValue();
    String signal = code > SIGNALLED ? " (signal " + (code - SIGNALLED) + ")" : "";
    return Optional.of("it exited with code " + code + signal);
  }

  @Override
  public Optional<String> badExit() {
    return ending().filter(how -> process.exitValue() != 0);
  }

  @Override
  public String lastWords() {
    if (!process.isAlive()) {
      Threads.join(errorReader, LAST_WORDS_TIME);
    }
    return errors.lastWords();
  }

  @Override
  public boolean endsWithin(long nanos) {
    long end = System.nanoTime() + nanos;
    boolean ended = waitFor(nanos);
    while (ended && !family.running().isEmpty()) {
      LockSupport.parkNanos(PAUSE_NANOS);
      ended = System.nanoTime() < end;
    }
    return ended;
  }

  @Override
  public List<ProcessHandle> kill() {
    return family.kill(KILL_TIME.toNanos());
  }

  @Override
  public List<ProcessHandle> end() {
    List<ProcessHandle> left = kill();
    if (left.isEmpty()) {
      Threads.join(errorReader, KILL_TIME);
    }
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException exiting) {
      // Then it runs anyway, and finds nothing to do.
    }
    return left;
  }
}
