package bindcheck.call;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Names for the numbers that a call takes; which name fits depends on the call and the kind. */
public final class Constants {
  public static final String INVALID_NAME = "INVALID";

  private static final String UNNAMED = "BIT";
  private static final SortedMap<String, Long> NONE = Collections.emptySortedMap();

  /** A name for each single bit; text and names are made of these. */
  private static final SortedMap<String, Long> RIGHT_BITS = rightBits();

  private static final SortedMap<String, Long> CREATE_BITS =
      sorted(
          Map.of(
              "REMAP_IRQ", 0x1L,
              "MODE_EDGE_LOW", 0x2L,
              "MODE_EDGE_HIGH", 0x4L,
              "MODE_LEVEL_HIGH", 0x8L,
              "VIRTUAL", 0x10L,
              "WAKE_VECTOR", 0x20L,
              "TIMESTAMP_MONO", 0x40L));
  private static final SortedMap<String, Long> PORT_BITS = sorted(Map.of("BIND_TO_INTERRUPT", 1L));
  private static final SortedMap<String, Long> BIND_BITS = sorted(Map.of("UNBIND", 1L));

  /** Names for several bits or none, which a script may use as well. */
  private static final SortedMap<String, Long> RIGHT_MASKS =
      sorted(
          Map.of(
              "NONE", 0L,
              "BASIC", 0xC003L,
              "IO", 0xCL,
              "DEFAULT_INTERRUPT", 0xD00FL,
              "DEFAULT_PORT", 0x800FL,
              "DEFAULT_EVENT", 0xD00FL));

  private static final SortedMap<String, Long> RIGHTS = union(RIGHT_BITS, RIGHT_MASKS);

  private static final SortedMap<String, Long> CREATE_MASKS =
      sorted(Map.of("MODE_LEVEL_LOW", 0x6L, "MODE_EDGE_BOTH", 0xAL));
  private static final SortedMap<String, Long> TIMES =
      sorted(
          Arrays.stream(Deadline.values())
              .collect(Collectors.toMap(Deadline::name, Deadline::raw)));

  private Constants() {}

  /** Every name that a script may write for that kind of argument of that call. */
  public static SortedMap<String, Long> fitting(Op op, Kind kind) {
    return switch (kind) {
      case HANDLE -> sorted(Map.of(INVALID_NAME, 0L));
      case TIME -> TIMES;
      case RIGHTS -> RIGHTS;
      case OPTIONS -> op == Op.INTERRUPT_CREATE ? union(CREATE_BITS, CREATE_MASKS) : bits(op, kind);
      case U32, U64, I64 -> NONE;
    };
  }

  /** The number as a script has it: by name where names fit it exactly, else in digits. */
  public static String text(Op op, Kind kind, long value) {
    if (kind.isBits()) {
      return bitText(op, kind, value);
    }
    return fitting(op, kind).entrySet().stream()
        .filter(constant -> constant.getValue() == value)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseGet(() -> kind.decimal(value));
  }

  /**
   * The names of the bits that are set, as the specification takes options and rights; a bit
   * without a name is {@code BIT<n>}.
   */
  public static SortedSet<String> names(Op op, Kind kind, long value) {
    requireBits(kind, value);
    SortedSet<String> names = new TreeSet<>();
    long rest = value;
    for (Map.Entry<String, Long> bit : bits(op, kind).entrySet()) {
      if ((value & bit.getValue()) != 0) {
        names.add(bit.getKey());
        rest &= ~bit.getValue();
      }
    }
    for (; rest != 0; rest &= rest - 1) {
      names.add(UNNAMED + Long.numberOfTrailingZeros(rest));
    }
    return names;
  }

  /** The number with those bits: the inverse of {@link #names}. */
  public static long value(Op op, Kind kind, Set<String> names) {
    requireBits(kind, 0);
    long value = 0;
    for (String name : names) {
      Long bit = bits(op, kind).get(name);
      value |= bit != null ? bit : unnamedBit(name);
    }
    return value;
  }

  /** The names of the rights, joined by {@code |}; empty where a bit has none. */
  public static Optional<String> rightsText(long value) {
    return named(Op.HANDLE_DUPLICATE, Kind.RIGHTS, value);
  }

  /** The rights of those names, joined by {@code |}; empty where one is unknown. */
  public static OptionalLong rights(String text) {
    long value = 0;
    for (String name : text.split("\\|", -1)) {
      Long rights = RIGHTS.get(name);
      if (rights == null) {
        return OptionalLong.empty();
      }
      value |= rights;
    }
    return OptionalLong.of(value);
  }

  private static String bitText(Op op, Kind kind, long value) {
    return named(op, kind, value)
        .orElseGet(() -> value == 0 ? "0" : "0x" + Long.toHexString(value));
  }

  private static Optional<String> named(Op op, Kind kind, long value) {
    if (value == 0) {
      return kind == Kind.RIGHTS ? Optional.of("NONE") : Optional.empty();
    }
    SortedSet<String> names = names(op, kind, value);
    boolean allNamed = bits(op, kind).keySet().containsAll(names);
    return allNamed ? Optional.of(String.join("|", names)) : Optional.empty();
  }

  private static SortedMap<String, Long> bits(Op op, Kind kind) {
    if (kind == Kind.RIGHTS) {
      return RIGHT_BITS;
    }
    return switch (op) {
      case INTERRUPT_CREATE -> CREATE_BITS;
      case INTERRUPT_BIND -> BIND_BITS;
      case PORT_CREATE -> PORT_BITS;
      default -> NONE;
    };
  }

  private static long unnamedBit(String name) {
    String digits = name.startsWith(UNNAMED) ? name.substring(UNNAMED.length()) : "";
    if (!digits.matches("[0-9]|[12][0-9]|3[01]")) {
      throw new IllegalArgumentException("expected the name of a bit, found '" + name + "'");
    }
    return 1L << Integer.parseInt(digits);
  }

  private static void requireBits(Kind kind, long value) {
    if (!kind.isBits() || !kind.holds(value)) {
      throw new IllegalArgumentException("no set of bits: " + value + " as " + kind);
    }
  }

  private static SortedMap<String, Long> rightBits() {
    String[] names = {
      "DUPLICATE",
      "TRANSFER",
      "READ",
      "WRITE",
      "EXECUTE",
      "MAP",
      "GET_PROPERTY",
      "SET_PROPERTY",
      "ENUMERATE",
      "DESTROY",
      "SET_POLICY",
      "GET_POLICY",
      "SIGNAL",
      "SIGNAL_PEER",
      "WAIT",
      "INSPECT",
      "MANAGE_JOB",
      "MANAGE_PROCESS",
      "MANAGE_THREAD",
      "APPLY_PROFILE"
    };
    SortedMap<String, Long> bits = new TreeMap<>();
    for (int i = 0; i < names.length; i++) {
      bits.put(names[i], 1L << i);
    }
    bits.put("SAME_RIGHTS", 1L << 31);
    return Collections.unmodifiableSortedMap(bits);
  }

  private static SortedMap<String, Long> union(Map<String, Long> a, Map<String, Long> b) {
    SortedMap<String, Long> all = new TreeMap<>(a);
    all.putAll(b);
    return Collections.unmodifiableSortedMap(all);
  }

  private static SortedMap<String, Long> sorted(Map<String, Long> constants) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(constants));
  }
}
