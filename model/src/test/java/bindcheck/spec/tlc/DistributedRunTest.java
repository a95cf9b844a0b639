package bindcheck.spec.tlc;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** TLC says of a model with two workers what the manifest says. */
@Timeout(300)
class DistributedRunTest {
  @ParameterizedTest
  @ValueSource(strings = {"MCMonitorsFew", "MCDestroyDoesNotDestroy"})
  void twoWorkersGetWhatTheManifestSays(String name) throws Exception {
    assertAsTheManifestSays(name);
  }

  @Test
  @Tag("long")
  void soTheyDoOfManyStates() throws Exception {
    assertAsTheManifestSays("MCDelivery");
  }

  private static void assertAsTheManifestSays(String name) throws Exception {
    Model model = Models.named(name);
    Endpoint place = vacant();
    List<CompletableFuture<Boolean>> workers = new ArrayList<>();
    ModelRun run =
        DistributedRun.of(
            model,
            place,
            () ->
                Stream.generate(() -> CompletableFuture.supplyAsync(() -> takesPart(place)))
                    .limit(2)
                    .forEach(workers::add));
    assertEquals(describe(model.expected()), describe(run.result()));
    assertEquals(!model.holds(), run.counterexample().startsWith("State 1: "), run::counterexample);
    boolean isTold = false;
    for (CompletableFuture<Boolean> worker : workers) {
      isTold |= worker.exceptionally(cameTooLate -> false).get();
    }
    assertTrue(isTold || !model.holds(), "no worker was told that all is checked");
  }

  private static boolean takesPart(Endpoint place) {
    return WorkerRun.of(place, line -> {});
  }

  private static String describe(ModelResult result) {
    return result.withoutDepth().toString();
  }

  /** All of 127.0.0.0/8 is this machine there. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void aServerListensAtItsAddressOnly() throws Exception {
    Endpoint place = vacant();
    whileServing(
        place,
        () -> {
          assertDoesNotThrow(() -> connect("127.0.0.1", place.port()));
          assertThrows(ConnectException.class, () -> connect("127.0.0.2", place.port()));
        });
  }

  @Test
  void aWorkerWhoseServerIsGoneSaysSo() throws Exception {
    Endpoint place = vacant();
    List<String> lines = new ArrayList<>();
    CompletableFuture<Void> takesPart = new CompletableFuture<>();
    List<CompletableFuture<Boolean>> worker = new ArrayList<>();
    whileServing(
        place,
        () -> {
          worker.add(
              CompletableFuture.supplyAsync(
                  () ->
                      WorkerRun.of(
                          place,
                          line -> {
                            lines.add(line);
                            takesPart.complete(null);
                          })));
          takesPart.join();
        });
    assertEquals(false, worker.get(0).get());
    assertEquals("the server is gone", lines.get(1), lines::toString);
  }

  /** The task takes less time than the model. */
  private static void whileServing(Endpoint place, Runnable task) {
    Model model = Models.named("MCDelivery");
    assertThrows(
        Enough.class,
        () ->
            DistributedRun.of(
                model,
                place,
                () -> {
                  task.run();
                  throw new Enough();
                }));
  }

  private static void connect(String host, int port) throws IOException {
    new Socket(host, port).close();
  }

  private static Endpoint vacant() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
      return new Endpoint("127.0.0.1", socket.getLocalPort());
    }
  }

  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
