package example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bindcheck.api.Bindcheck;
import bindcheck.api.Implementation;
import bindcheck.junit.Conformance;
import bindcheck.junit.Litmus;
import bindcheck.script.Script;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class KernelTest {
  private static Implementation kernel;

  @BeforeContainer
  static void open() {
    kernel = Bindcheck.open("java:example.Kernel");
  }

  @AfterContainer
  static void close() {
    kernel.close();
  }

  /** A container a scene, a test a requirement. */
  @TestFactory
  Stream<DynamicContainer> conforms() {
    return Conformance.of(Kernel.class).suite("quick").tests();
  }

  /** Real threads let loose together. */
  @TestFactory
  Stream<DynamicTest> hasNoRaces() {
    return Litmus.of(Kernel.class).theme("bind-wait").runs(200).tests();
  }

  /** Interleavings that Lincheck chooses, on a JDK 17. */
  @TestFactory
  Stream<DynamicTest> hasNoRacesUnderLincheck() {
    return Litmus.of(Kernel.class).theme("bind-wait-01-one-of-two").interleavings(50).tests();
  }

  /** Arbitrary scripts, which shrink to short ones where they fail. */
  @Property(tries = 100)
  void doesWhatIsAllowed(@ForAll Script script) {
    assertEquals(Optional.empty(), Bindcheck.play(kernel, script));
  }
}
