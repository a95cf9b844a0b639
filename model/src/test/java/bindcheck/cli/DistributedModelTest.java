package bindcheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be distributed, or where, is said in one line. */
@Timeout(60)
class DistributedModelTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MCTriggerIsRead --distributed | MCTriggerIsRead: a model of mode liveness is checked in"
            + " one process only",
        "Tests --distributed | Tests: a model of mode operators is checked in one process only",
        "MCReaders --distributed nowhere.invalid | unknown host 'nowhere.invalid'",
        "MCReaders --distributed 0.0.0.0 | 0.0.0.0:10997: expected one address of this machine",
        "--distributed | --distributed: expected one MODEL, found 0",
        "MCReaders MCPair --distributed | --distributed: expected one MODEL, found 2",
        "--worker nowhere.invalid | unknown host 'nowhere.invalid'",
        "MCReaders --worker 127.0.0.1 | --worker stands alone: the server says what is checked"
      })
  void isRefused(String words, String why) {
    assertRefused(why, words);
  }

  @Test
  void aPortIsServedOnce() throws IOException {
    try (ServerSocket socket = listening()) {
      String place = "127.0.0.1:" + socket.getLocalPort();
      assertRefused(place + ": Address already in use", "MCReaders --distributed " + place);
    }
  }

  @Test
  void aWorkerNeedsAServer() throws IOException {
    String place;
    try (ServerSocket socket = listening()) {
      place = "127.0.0.1:" + socket.getLocalPort();
    }
    assertRefused(place + ": no model is served here: Connection refused", "--worker " + place);
  }

  private static ServerSocket listening() throws IOException {
    return new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
  }

  private static void assertRefused(String why, String words) {
    Run run = Run.of(("model " + words).split(" ", -1));
    assertEquals("bindcheck: " + why + System.lineSeparator(), run.err());
    assertEquals(2, run.code());
  }
}
