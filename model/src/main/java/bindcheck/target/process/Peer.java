package bindcheck.target.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** Who speaks the protocol with us: a program, by its standard streams. */
interface Peer {
  /** How long what has closed its output is given to end. */
  long CLOSING_NANOS = 5_000_000_000L;

  /** Gives a fresh peer each time. */
  interface Starter {
    /**
     * Starts it.
     *
     * @throws IOException if it cannot be started
     */
    Peer start() throws IOException;
  }

  /** What it writes to its standard output. */
  InputStream output();

  /** What it reads from its standard input. */
  OutputStream input();

  boolean isAlive();

  /** Waits for its end; false where it does not come in that time. */
  boolean waitFor(long nanos);

  /** What its threads have used of the processors. */
  ProcessorTime processorTime();

  /** How it ended, for a person; empty while it runs. */
  Optional<String> ending();

  /**
   * How it ended, for a person, as its output has: a machine that is busy takes a while to end it;
   * after that it runs on.
   */
  default String endingOnceClosed() {
    waitFor(CLOSING_NANOS);
    return ending().orElse("it runs on, with its output closed");
  }

  /** How it ended, if not well; empty where it did well, or runs. */
  Optional<String> badExit();

  /** The end of its error output, for a person; of one that ended, the last that there is. */
  String lastWords();

  /** Whether it and what it started end by themselves in that time. */
  boolean endsWithin(long nanos);

  /** Kills it and what it started; gives what could not be killed. */
  List<ProcessHandle> kill();

  /** Kills it, and lets go of its streams; gives what could not be killed. */
  List<ProcessHandle> end();
}
