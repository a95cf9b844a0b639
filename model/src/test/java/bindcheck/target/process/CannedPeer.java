package bindcheck.target.process;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;

/** Answers each request with what is kept for it, until it has said what is to be its last. */
final class CannedPeer implements Peer {
  private static final byte[] END = {};

  private final Map<Integer, List<byte[]>> answers;
  private final byte[] last;
  private final BlockingQueue<byte[]> said = new LinkedBlockingQueue<>();
  private final OutputStream input =
      new OutputStream() {
        @Override
        public void write(int b) {
          if (b == '\n') {
            answer();
          }
        }
      };
  private int requests;
  private boolean ended;

  /**
   * Keeps the answers.
   *
   * @param answers the lines that follow the request of that number, from 1, each with its line
   *     feed
   * @param last ends the output, when it has been written; is one of the answers
   */
  CannedPeer(Map<Integer, List<byte[]>> answers, byte[] last) {
    this.answers = answers;
    this.last = last;
  }

  private void answer() {
    for (byte[] line : answers.getOrDefault(++requests, List.of())) {
      if (!ended) {
        said.add(line);
        ended = line == last;
      }
    }
    if (ended) {
      said.add(END);
    }
  }

  @Override
  public InputStream output() {
    return new InputStream() {
      private InputStream line = new ByteArrayInputStream(END);

      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
      }

      @Override
      public int read(byte[] into, int from, int count) throws IOException {
        try {
          if (line.available() == 0) {
            line = new ByteArrayInputStream(said.take());
          }
          return line.read(into, from, count);
        } catch (InterruptedException nobodyReads) {
          throw new IOException(nobodyReads);
        }
      }
    };
  }

  @Override
  public OutputStream input() {
    return input;
  }

  @Override
  public Optional<String> badExit() {
    return Optional.empty();
  }

  @Override
  public boolean isAlive() {
    return true;
  }

  @Override
  public boolean waitFor(long nanos) {
    return false;
  }

  @Override
  public ProcessorTime processorTime() {
    return ProcessorTime.of(Stream.empty());
  }

  @Override
  public Optional<String> ending() {
    return Optional.empty();
  }

  @Override
  public String lastWords() {
    return "";
  }

  @Override
  public boolean endsWithin(long nanos) {
    return true;
  }

  @Override
  public List<ProcessHandle> kill() {
    said.add(END);
    return List.of();
  }

  @Override
  public List<ProcessHandle> end() {
    return kill();
  }
}
