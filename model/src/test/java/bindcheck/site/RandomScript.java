package bindcheck.site;

import bindcheck.call.Call;
import bindcheck.call.Constants;
import bindcheck.call.Kind;
import bindcheck.call.Op;
import bindcheck.call.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Scripts drawn by a seed: any call with any argument that can be written, mostly such as make
 * sense, by threads of which it is not known whether they are idle.
 */
final class RandomScript {
  private static final List<String> BEGINNING =
      List.of("p = port_create(BIND_TO_INTERRUPT)", "i = interrupt_create(INVALID, 0, VIRTUAL)");
  private static final List<String> THREADS = List.of("", "", "", "T1: ", "T2: ");
  private static final List<Op> OFTEN =
      List.of(
          Op.INTERRUPT_BIND,
          Op.INTERRUPT_TRIGGER,
          Op.INTERRUPT_ACK,
          Op.PORT_WAIT,
          Op.PORT_QUEUE,
          Op.INTERRUPT_WAIT,
          Op.INTERRUPT_DESTROY);
  private static final String SIGNS = "(),=:|[]#-+_0x9aT \t\u00e9\u2028\r\n\"'\\";
  private static final int MOST_LINES = 9;

  private final Random random;
  private final List<String> lines = new ArrayList<>(BEGINNING);

  /** Each handle by its name: with what its type begins. */
  private final Map<String, String> handles = new TreeMap<>(Map.of("p", "p", "i", "i"));

  /** The threads whose last call may wait for a deadline. */
  private final List<String> waiting = new ArrayList<>();

  private RandomScript(Random random) {
    this.random = random;
  }

  static String drawn(Random random) {
    RandomScript script = new RandomScript(random);
    int more = 2 + random.nextInt(MOST_LINES);
    for (int i = 0; i < more; i++) {
      script.add();
    }
    return String.join("\n", script.lines) + "\n";
  }

  /** A script of which a few characters were lost, doubled or replaced: mostly none at all. */
  static String garbled(Random random) {
    StringBuilder text = new StringBuilder(drawn(random));
    for (int times = 1 + random.nextInt(3); times > 0; times--) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(3)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.insert(at, text.charAt(random.nextInt(text.length())));
        default -> text.setCharAt(at, SIGNS.charAt(random.nextInt(SIGNS.length())));
      }
    }
    return text.toString();
  }

  private boolean once(int times) {
    return random.nextInt(times) == 0;
  }

  private <T> T any(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  private void add() {
    if (!waiting.isEmpty() && once(4)) {
      lines.add("expire(" + waiting.remove(0) + ")");
      return;
    }
    String by = any(THREADS);
    Op op = once(4) ? any(List.of(Op.values())) : any(OFTEN);
    boolean isNull = op.takesPointer() && once(12);
    List<String> words = new ArrayList<>();
    for (Parameter parameter : op.parameters(isNull)) {
      words.add(word(op, parameter));
    }
    waiting.remove(thread(by));
    if (words.contains("FINITE")) {
      waiting.add(thread(by));
    }
    if (isNull) {
      words.add(Call.NULL);
    } else if (op == Op.PORT_QUEUE && once(6)) {
      words.set(2, "[1, 0, " + number(Kind.U64) + ", 3]");
      words.add("status=BAD_STATE");
    }
    boolean isNamed = op.returnsHandle() && !isNull && !once(6);
    String name = isNamed ? op.letter() + (once(5) ? "" : handles.size()) : "";
    lines.add(
        by
            + (isNamed ? name + " = " : "")
            + op.scriptName()
            + "("
            + String.join(", ", words)
            + ")"
            + (once(9) ? "  # a comment" : ""));
    if (isNamed) {
      handles.put(name, op.letter());
    }
  }

  private static String thread(String by) {
    return by.isEmpty() ? "main" : by.substring(0, by.length() - 2);
  }

  private String word(Op op, Parameter parameter) {
    return switch (parameter.kind()) {
      case HANDLE -> handle(op, parameter);
      case U32 -> once(5) ? "7" : "0";
      case U64, I64 -> number(parameter.kind());
      case TIME -> any(List.of("PAST", "FINITE", "INFINITE", "FINITE", "-5", "1"));
      case OPTIONS, RIGHTS -> bits(op, parameter.kind());
    };
  }

  private String handle(Op op, Parameter parameter) {
    if (op == Op.INTERRUPT_CREATE ? !once(6) : once(25)) {
      return once(4) ? "0x2a" : Constants.INVALID_NAME;
    }
    String type = parameter.name().substring(0, 1);
    List<String> fitting =
        handles.entrySet().stream()
            .filter(handle -> handle.getValue().equals(type))
            .map(Map.Entry::getKey)
            .toList();
    return fitting.isEmpty() || once(8) ? any(List.copyOf(handles.keySet())) : any(fitting);
  }

  private String number(Kind kind) {
    String wide = kind == Kind.I64 ? "-9223372036854775808" : "18446744073709551615";
    return any(List.of("0", "1", "2", "7", "0x10", "+3", wide));
  }

  private String bits(Op op, Kind kind) {
    List<String> names = List.copyOf(Constants.fitting(op, kind).keySet());
    if (kind == Kind.RIGHTS) {
      return once(2) ? "SAME_RIGHTS" : any(names) + (once(3) ? "|READ" : "");
    }
    if (op == Op.INTERRUPT_CREATE || op == Op.PORT_CREATE) {
      String usual = op == Op.PORT_CREATE ? "BIND_TO_INTERRUPT" : "VIRTUAL";
      return once(5) ? usual + "|" + any(names) : usual;
    }
    return names.isEmpty() || !once(4) ? (once(10) ? "0x20" : "0") : any(names);
  }
}
