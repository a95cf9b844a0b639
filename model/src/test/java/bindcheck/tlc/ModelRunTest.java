package bindcheck.tlc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** TLC says of a model what the manifest says. */
@Timeout(300)
class ModelRunTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "MCKernel2018",
        "MCEarlyAckLosesTrigger",
        "MCRefusedAckLosesPending",
        "MCTimestampZeroIsLost",
        "MCDestroyDoesNotDestroy"
      })
  void theManifestHolds(String name) {
    Model model = Model.all().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
    assertEquals(model.expected(), ModelRun.of(model));
  }
}
