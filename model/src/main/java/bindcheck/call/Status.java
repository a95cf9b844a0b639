package bindcheck.call;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The names of status codes. A status itself stays an {@code int}: a target may answer any. */
public enum Status {
  OK(0),
  INTERNAL(-1),
  NOT_SUPPORTED(-2),
  NO_RESOURCES(-3),
  NO_MEMORY(-4),
  INTERNAL_INTR_RETRY(-6),
  INVALID_ARGS(-10),
  BAD_HANDLE(-11),
  WRONG_TYPE(-12),
  BAD_SYSCALL(-13),
  OUT_OF_RANGE(-14),
  BUFFER_TOO_SMALL(-15),
  BAD_STATE(-20),
  TIMED_OUT(-21),
  SHOULD_WAIT(-22),
  CANCELED(-23),
  PEER_CLOSED(-24),
  NOT_FOUND(-25),
  ALREADY_EXISTS(-26),
  ALREADY_BOUND(-27),
  UNAVAILABLE(-28),
  ACCESS_DENIED(-30);

  private static final Map<Integer, Status> BY_CODE =
      Arrays.stream(values()).collect(Collectors.toMap(Status::code, Function.identity()));
  private static final Map<String, Status> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toMap(Status::name, Function.identity()));

  private final int code;

  Status(int code) {
    this.code = code;
  }

  /** The number that the calls return for it. */
  public int code() {
    return code;
  }

  /** The name of the code, or the number itself where it has none. */
  public static String text(int code) {
    return named(code).map(Status::name).orElseGet(() -> Integer.toString(code));
  }

  /** The status of that code, if it has a name. */
  public static Optional<Status> named(int code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }

  /** The code that {@link #text} gives this text; empty if there is none. */
  public static OptionalInt parse(String text) {
    Status status = BY_NAME.get(text);
    if (status != null) {
      return OptionalInt.of(status.code);
    }
    try {
      return OptionalInt.of(Integer.parseInt(text));
    } catch (NumberFormatException notANumber) {
      return OptionalInt.empty();
    }
  }
}
