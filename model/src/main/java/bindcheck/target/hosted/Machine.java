package bindcheck.target.hosted;

import bindcheck.file.JsonFields;
import bindcheck.file.Malformed;
import bindcheck.target.TargetException;
import bindcheck.target.TargetException.Reason;
import bindcheck.target.process.Child;
import bindcheck.target.process.JavaCommand;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A Java machine that is a {@link Host}, and answers one request at a time. Never waits without
 * bound; once something went wrong with it, it is dead.
 */
final class Machine {
  /** Memory enough for any kernel; what is seen of parked threads is read from these classes. */
  private static final List<String> OPTIONS =
      List.of("-Xmx1g", "--add-opens=java.base/java.util.concurrent.locks=ALL-UNNAMED");

  /** How often to see whether it still runs whose output something else keeps open. */
  private static final long LOOK_NANOS = 100_000_000;

  private final Child child;
  private final DataOutputStream requests;
  private final DataInputStream answers;
  private final ExecutorService asking;
  private boolean dead;

  /** Starts it. */
  Machine() {
    try {
      child = new Child(JavaCommand.of(OPTIONS, Host.class));
    } catch (IOException notStarted) {
      throw new TargetException(Reason.CRASHED, "its Java machine cannot be started", notStarted);
    }
    requests = new DataOutputStream(new BufferedOutputStream(child.input()));
    answers = new DataInputStream(new BufferedInputStream(child.output()));
    asking =
        Executors.newSingleThreadExecutor(
            job -> {
              Thread thread = new Thread(job, "bindcheck-machine");
              thread.setDaemon(true);
              return thread;
            });
  }

  boolean isDead() {
    return dead;
  }

  /**
   * Asks, and waits for the answer.
   *
   * @param limit how long that may take
   * @param what is being done, for a person
   * @throws TargetException if none comes
   */
  JsonFields ask(ObjectNode request, Duration limit, String what) {
    if (dead) {
      throw new TargetException(Reason.CRASHED, "its Java machine has ended");
    }
    Future<JsonFields> answer =
        asking.submit(
            () -> {
              Frames.write(request, requests);
              return Frames.read(answers, "the answer");
            });
    long end = System.nanoTime() + limit.toNanos();
    while (true) {
      try {
        return answer.get(LOOK_NANOS, TimeUnit.NANOSECONDS);
      } catch (TimeoutException notYet) {
        if (!child.isAlive()) {
          throw ended(what);
        }
        if (System.nanoTime() > end) {
          String late = "has not answered within " + limit.toMillis() + " ms, ";
          throw failure(Reason.TIME_OUT, late + what);
        }
      } catch (ExecutionException failed) {
        if (failed.getCause() instanceof Malformed nonsense) {
          String wrote = "wrote nonsense to its standard output, ";
          throw failure(Reason.NONSENSE, wrote + what + ": " + nonsense.getMessage());
        }
        throw ended(what);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw failure(Reason.CRASHED, "was given up, " + what);
      }
    }
  }

  /** The answer was not what it must be. */
  TargetException nonsense(String what, Malformed why) {
    return failure(Reason.NONSENSE, "answered nonsense, " + what + ": " + why.getMessage());
  }

  private TargetException ended(String what) {
    String how = child.endingOnceClosed();
    return failure(Reason.CRASHED, "ended its Java machine, " + what + ": " + how);
  }

  private TargetException failure(Reason reason, String what) {
    String lastWords = child.lastWords();
    end();
    return new TargetException(reason, what + lastWords);
  }

  /** Ends it, whatever its threads do. */
  void end() {
    dead = true;
    child.end();
    asking.shutdownNow();
  }
}
