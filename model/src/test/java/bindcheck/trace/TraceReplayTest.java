package bindcheck.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.target.Target;
import bindcheck.target.Targets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files alone suffice to replay a suite on an implementation. */
@Timeout(120)
class TraceReplayTest {
  @TempDir private Path folder;

  private Optional<String> replay(String scene, String covered) throws IOException {
    Path file = folder.resolve(TraceFile.name(scene));
    TraceFile.write(file, Written.traces(scene, covered, "doc"), steps -> {});
    try (TraceReader reader = new TraceReader(file);
        Target target = Targets.open(Targets.DEFAULT)) {
      TracePlayer player = new TracePlayer(target, reader.header().threads());
      Optional<String> difference = Optional.empty();
      for (Optional<TraceWalk> w = reader.next(); w.isPresent(); w = reader.next()) {
        difference = player.firstDifference(w.get());
        if (difference.isPresent()) {
          target.abandon();
          return difference;
        }
      }
      return difference;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"interrupt", "errors", "deadlines"})
  void theReferenceDoesWhatItsFilesExpect(String scene) throws IOException {
    assertEquals(Optional.empty(), replay(scene, "reference"));
  }

  @Test
  void theReferenceDoesNotDoWhatAKernelsFilesExpect() throws IOException {
    assertTrue(replay("interrupt", "zircon-2018").isPresent());
  }
}
