package bindcheck.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ConstantsTest {
  @Test
  void textUsesNamesThatFitTheCall() {
    assertEquals("VIRTUAL", Constants.text(Op.INTERRUPT_CREATE, Kind.OPTIONS, 0x10));
    assertEquals("BIND_TO_INTERRUPT", Constants.text(Op.PORT_CREATE, Kind.OPTIONS, 1));
    assertEquals("UNBIND", Constants.text(Op.INTERRUPT_BIND, Kind.OPTIONS, 1));
    assertEquals("0x1", Constants.text(Op.INTERRUPT_TRIGGER, Kind.OPTIONS, 1));
    assertEquals("0", Constants.text(Op.PORT_CREATE, Kind.OPTIONS, 0));
    assertEquals("0x11", Constants.text(Op.PORT_CREATE, Kind.OPTIONS, 0x11));
  }

  @Test
  void textOfRightsIsTheirBits() {
    assertEquals("READ|WRITE", Constants.text(Op.HANDLE_DUPLICATE, Kind.RIGHTS, 0xC));
    assertEquals("SAME_RIGHTS", Constants.text(Op.HANDLE_DUPLICATE, Kind.RIGHTS, 1L << 31));
    assertEquals("NONE", Constants.text(Op.HANDLE_REPLACE, Kind.RIGHTS, 0));
    assertEquals("0x100008", Constants.text(Op.HANDLE_REPLACE, Kind.RIGHTS, 0x100008));
  }

  @Test
  void textOfTimes() {
    assertEquals("INFINITE", Constants.text(Op.PORT_WAIT, Kind.TIME, Long.MAX_VALUE));
    assertEquals("PAST", Constants.text(Op.PORT_WAIT, Kind.TIME, 0));
    assertEquals("FINITE", Constants.text(Op.PORT_WAIT, Kind.TIME, 1L << 62));
    assertEquals("-1", Constants.text(Op.PORT_WAIT, Kind.TIME, -1));
    assertEquals("18446744073709551615", Constants.text(Op.PORT_QUEUE, Kind.U64, -1));
  }

  @Test
  void namesOfBitsAndBack() {
    assertEquals(
        Set.of("VIRTUAL", "MODE_EDGE_LOW", "BIT7", "BIT31"),
        Constants.names(Op.INTERRUPT_CREATE, Kind.OPTIONS, 0x80000092L));
    for (Op op : Op.values()) {
      for (Kind kind : Set.of(Kind.OPTIONS, Kind.RIGHTS)) {
        for (long value : new long[] {0, 1, 0x32, 0x80000001L, 0xD00F, 0xFFFFFFFFL}) {
          assertEquals(value, Constants.value(op, kind, Constants.names(op, kind, value)));
        }
      }
    }
  }

  @Test
  void namesAreOfBitsOnly() {
    assertThrows(IllegalArgumentException.class, () -> Constants.names(Op.PORT_QUEUE, Kind.U64, 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> Constants.names(Op.PORT_CREATE, Kind.OPTIONS, 1L << 32));
    assertThrows(
        IllegalArgumentException.class,
        () -> Constants.value(Op.PORT_CREATE, Kind.OPTIONS, Set.of("VIRTUAL")));
    assertThrows(
        IllegalArgumentException.class,
        () -> Constants.value(Op.PORT_CREATE, Kind.OPTIONS, Set.of("BIT32")));
  }

  @Test
  void statusNamesAndBack() {
    assertEquals("ALREADY_BOUND", Status.text(-27));
    assertEquals("-5", Status.text(-5));
    assertEquals(-27, Status.parse("ALREADY_BOUND").getAsInt());
    assertEquals(-5, Status.parse("-5").getAsInt());
    assertEquals(true, Status.parse("FINE").isEmpty());
  }
}
