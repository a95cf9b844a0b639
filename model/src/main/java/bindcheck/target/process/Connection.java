package bindcheck.target.process;

import bindcheck.file.Malformed;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The messages to and from a program. Requests are kept until they are flushed, so that several go
 * in one write; responses are read ahead, in order, up to a bound. Nothing here waits without
 * bound.
 */
final class Connection {
  private static final int READ_AHEAD = 1024;
  private static final Duration END_TIME = Duration.ofSeconds(2);

  /** How often to see whether a program still runs whose output something else keeps open. */
  private static final long LOOK_NANOS = 100_000_000;

  /** What comes from the program. */
  sealed interface Event {}

  /** A response. */
  record Answer(Rpc.Response response) implements Event {}

  /** Something else; nothing comes after it. */
  record Nonsense(String why) implements Event {}

  /** The end of the output; nothing comes after it. */
  enum End implements Event {
    END
  }

  private final Peer peer;
  private final Watchdog watchdog;
  private final Thread reader;
  private final BlockingQueue<Event> events = new ArrayBlockingQueue<>(READ_AHEAD);
  private final ByteArrayOutputStream unsent = new ByteArrayOutputStream();
  private long lastId;
  private Event last;

  /**
   * Begins to read what the program writes.
   *
   * @param timeOut how long it may leave a request unread
   */
  Connection(Peer peer, Duration timeOut) {
    this.peer = peer;
    watchdog = new Watchdog(timeOut, peer::kill);
    reader = new Thread(this::readAll, "bindcheck-stdout");
    reader.setDaemon(true);
    reader.start();
  }

  /** Makes a request, to be sent with the next flush; gives its id. */
  long request(String method, ObjectNode params) {
    unsent.writeBytes(Rpc.line(Rpc.request(++lastId, method, params)));
    return lastId;
  }

  /** Whether that id was ever used. */
  boolean wasAsked(long id) {
    return id <= lastId;
  }

  void flush() {
    if (unsent.size() == 0) {
      return;
    }
    watchdog.writeBegins();
    try {
      unsent.writeTo(peer.input());
      peer.input().flush();
    } catch (IOException nobodyReads) {
      // Whoever waits for the answer sees the end.
    } finally {
      watchdog.writeEnds();
      unsent.reset();
    }
  }

  /** The next event, or null where none comes in that time. */
  Event take(long limitNanos) {
    long end = System.nanoTime() + limitNanos;
    Event event = last != null ? last : events.poll();
    boolean ended = false;
    while (event == null && !ended && System.nanoTime() < end) {
      ended = !peer.isAlive();
      event = poll(Math.min(end - System.nanoTime(), LOOK_NANOS));
    }
    event = event == null && ended ? End.END : event;
    if (event instanceof Nonsense || event instanceof End) {
      last = event;
    }
    return event;
  }

  /** The next event, or null where none has come. */
  Event poll() {
    return take(0);
  }

  private Event poll(long nanos) {
    try {
      return events.poll(nanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return End.END;
    }
  }

  /** What its threads have used of the processors. */
  ProcessorTime processorTime() {
    return peer.processorTime();
  }

  /** How the program ended, or that it did not, for a person. */
  String ending() {
    return peer.endingOnceClosed();
  }

  /** How it exited, other than well; empty where it did well, or runs. */
  Optional<String> badExit() {
    return peer.badExit();
  }

  /** The end of its error output, for a person. */
  String lastWords() {
    return peer.lastWords();
  }

  /** Ends the program's input; whether it and all that it started then end in that time. */
  boolean endsWithin(Duration limit) {
    try {
      peer.input().close();
    } catch (IOException nobodyReads) {
      // It is the end of the input as well.
    }
    return peer.endsWithin(limit.toNanos());
  }

  /** Kills the program and all that it started; gives what could not be killed. */
  List<ProcessHandle> end() {
    List<ProcessHandle> left = peer.end();
    watchdog.end(END_TIME);
    reader.interrupt(); // It may be ahead by as much as it is allowed to be.
    if (left.isEmpty()) {
      Threads.join(reader, END_TIME);
    }
    return left;
  }

  private void readAll() {
    try {
      events.put(afterAnswers());
    } catch (InterruptedException nobodyCares) {
      // The connection is at its end.
    }
  }

  /** Reads all answers, and gives what comes after them. */
  private Event afterAnswers() throws InterruptedException {
    try {
      Lines lines = new Lines(peer.output());
      for (byte[] line = lines.next(); line != null; line = lines.next()) {
        events.put(new Answer(Rpc.readResponse(line)));
      }
    } catch (Malformed nonsense) {
      return new Nonsense(nonsense.getMessage());
    } catch (IOException ended) {
      // It is the end as well.
    }
    return End.END;
  }
}
