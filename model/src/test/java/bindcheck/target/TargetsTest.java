package bindcheck.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.call.Call;
import bindcheck.call.Op;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetsTest {
  /** Has no public constructor. */
  public static final class Closed extends NoSyscalls {
    Closed() {}
  }

  @Test
  void opensTheReference() {
    try (Target target = Targets.open(Targets.DEFAULT)) {
      target.reset();
      target.start("T1", Call.of(Op.PORT_CREATE, 0));
      assertEquals(Set.of("T1"), target.quiesce().keySet());
      assertEquals(Targets.DEFAULT, target.name());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "nothing ~ java:CLASS, process:COMMAND, library:PATH, spec:VARIANT or zoo:NAME",
        "java: ~ a class on the class path that loads",
        "java:no.such.Class ~ a class on the class path that loads",
        "java:java.lang.String ~ a class that implements bindcheck.target.Syscalls",
        "java:bindcheck.target.Syscalls ~ a public class with a public constructor",
        "java:bindcheck.target.NoSyscalls ~ a public class with a public constructor",
        "java:bindcheck.target.TargetsTest$Closed ~ a public class with a public constructor",
      })
  void saysWhatIsExpected(String spec, String expected) {
    TargetSpecException wrong =
        assertThrows(TargetSpecException.class, () -> Targets.open(spec).close());
    String start = "target '" + spec + "': expected " + expected;
    assertTrue(wrong.getMessage().startsWith(start), wrong.getMessage());
  }
}
