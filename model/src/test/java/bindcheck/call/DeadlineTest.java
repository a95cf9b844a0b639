package bindcheck.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DeadlineTest {
  @ParameterizedTest
  @CsvSource({
    "-9223372036854775808, PAST",
    "-1, PAST",
    "0, PAST",
    "1, FINITE",
    "4611686018427387904, FINITE",
    "9223372036854775806, FINITE",
    "9223372036854775807, INFINITE"
  })
  void isWhatATimeIs(long time, Deadline expected) {
    assertEquals(expected, Deadline.of(time));
    assertEquals(
        expected == Deadline.FINITE,
        Call.of(Op.PORT_WAIT, Argument.INVALID, new Argument.Number(time)).hasFiniteDeadline());
  }

  @ParameterizedTest
  @EnumSource
  void isThatOfItsOwnTime(Deadline deadline) {
    assertEquals(deadline, Deadline.of(deadline.raw()));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PORT_WAIT")
  void ofACallWithoutOneIsNever(Op op) {
    assertEquals(Deadline.INFINITE, Deadline.of(op, place -> 1));
  }
}
