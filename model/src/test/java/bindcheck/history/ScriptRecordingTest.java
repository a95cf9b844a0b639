package bindcheck.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.file.InputException;
import bindcheck.script.Script;
import bindcheck.target.ForwardingTarget;
import bindcheck.target.JavaTarget;
import bindcheck.target.ReferenceTarget;
import bindcheck.target.Support;
import bindcheck.target.Target;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** Scripts that are played, and written down. */
class ScriptRecordingTest {
  private static final Script SCRIPT =
      Script.parse("s", "p = port_create(0)\nport_queue(p, 5, 1, status=-77)\nport_wait(p, PAST)");

  private static final class WithoutWholePackets extends ForwardingTarget {
    WithoutWholePackets() {
      super(new JavaTarget("reference", ReferenceTarget::new));
    }

    @Override
    public Support support() {
      return new Support(Support.ALL.calls(), true, false);
    }
  }

  private static String record(Target target) {
    StringWriter out = new StringWriter();
    ScriptRecording.record("s", SCRIPT, target, new HistoryWriter(out, new Header("t", true)));
    return out.toString();
  }

  @Test
  void allOfAPacketIsWrittenDown() {
    try (Target target = new JavaTarget("reference", ReferenceTarget::new)) {
      assertTrue(record(target).contains("\"status\":-77,\"payload\":\"1\"}}"));
    }
  }

  @Test
  void aPacketThatWouldNotArriveWholeIsNotQueued() {
    try (Target target = new WithoutWholePackets()) {
      String message = assertThrows(InputException.class, () -> record(target)).getMessage();
      assertEquals(
          "s:2: expected a packet of a key and one number, for the target takes no whole ones;"
              + " found port_queue(p, 5, 1, status=-77)",
          message);
    }
  }
}
