package bindcheck.spec.tlc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bindcheck.spec.OwnWalk;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The graph that traces and verdicts are made from is the one that TLC searches: state by state and
 * transition by transition. That TLC counts what the manifest says is the subject of {@link
 * ModelRunTest}.
 */
@Timeout(300)
class OwnWalkTest {
  @ParameterizedTest
  @ValueSource(strings = {"MCKernel2018", "MCHandles", "MCWaiters", "MCRefinement"})
  void statesAndTransitionsAreThoseOfTlc(String name) {
    Model model = Models.named(name);
    assertEquals(
        model.distinct() + " states, " + (model.generated() - 1) + " transitions",
        OtherMachine.outputOf(OwnWalk.class, List.of(model.name())),
        "TLC generates the initial state and every transition");
  }
}
