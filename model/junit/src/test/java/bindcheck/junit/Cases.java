package bindcheck.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import bindcheck.api.Bindcheck;
import bindcheck.api.Implementation;
import bindcheck.call.Call;
import bindcheck.call.Op;
import bindcheck.script.Line;
import bindcheck.script.Script;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** Tests of faulty kernels, as their authors would write them: they are to fail. */
final class Cases {
  private static final String KEY_CUT = "zoo:key-cut-to-32-bits";
  private static final int KEY = 2;

  private Cases() {}

  static final class Conforming {
    @TestFactory
    Stream<DynamicContainer> conforms() {
      return Conformance.of(KEY_CUT).suite("quick").tests();
    }
  }

  static final class Racing {
    @TestFactory
    Stream<DynamicTest> endsAsIsAllowed() {
      return Litmus.of("zoo:destroy-always-ok").theme("destroy-04-ack").runs(20).tests();
    }
  }

  static final class Scripted {
    private static Implementation kernel;

    @BeforeContainer
    static void open() {
      kernel = Bindcheck.open(KEY_CUT);
    }

    @AfterContainer
    static void close() {
      kernel.close();
    }

    @Property(tries = 500, seed = "1", shrinking = ShrinkingMode.OFF)
    void doesWhatIsAllowed(@ForAll Script script) {
      assertEquals(Optional.empty(), Bindcheck.play(kernel, script));
    }
  }

  /** A rule that many scripts break, to see what they shrink to. */
  static final class Ruled {
    @Property(seed = "1", shrinking = ShrinkingMode.FULL)
    void noKeyIsWide(@ForAll Script script) {
      for (Line line : script.lines()) {
        if (line.statement() instanceof Call call && call.op() == Op.INTERRUPT_BIND) {
          assertTrue(call.argument(KEY) >>> Integer.SIZE == 0, script::toString);
        }
      }
    }
  }

  /** What came of the tests of a class. */
  static Events run(String engine, Class<?> tests) {
    return EngineTestKit.engine(engine)
        .configurationParameter("jqwik.database", "target/jqwik-cases")
        .selectors(selectClass(tests))
        .execute()
        .testEvents();
  }

  /** What those that failed say. */
  static List<String> messages(Events events) {
    return events.failed().stream()
        .map(Cases::result)
        .map(result -> result.getThrowable().orElseThrow().getMessage())
        .toList();
  }

  private static TestExecutionResult result(Event failed) {
    return failed.getPayload(TestExecutionResult.class).orElseThrow();
  }
}
