package bindcheck.junit;

import bindcheck.call.Argument;
import bindcheck.call.Call;
import bindcheck.call.Deadline;
import bindcheck.call.Op;
import bindcheck.call.Parameter;
import bindcheck.call.Statement;
import bindcheck.script.Line;
import bindcheck.script.Script;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes lines out of draws. A handle that a call needs, and that there is none of, is made first.
 */
final class ScriptBuilder {
  private static final long VIRTUAL = 0x10;
  private static final long SAME_RIGHTS = 0x8000_0000L;
  private static final long BASIC = 0xC003;
  private static final int INVALID = 9;
  private static final int ANY_HANDLE = 8;

  private final List<Line> lines = new ArrayList<>();

  /** Each handle by its name, with the call that made its object. */
  private final Map<String, Op> handles = new LinkedHashMap<>();

  static Script script(List<Draw> draws) {
    ScriptBuilder builder = new ScriptBuilder();
    draws.forEach(builder::add);
    return new Script(builder.lines);
  }

  private void add(Draw draw) {
    Op op = draw.op();
    boolean isNull = draw.isNull() && op.takesPointer();
    List<Argument> arguments = new ArrayList<>();
    for (Parameter parameter : op.parameters(isNull)) {
      int place = arguments.size();
      arguments.add(argument(op, parameter, draw.picks().get(place), draw.values().get(place)));
    }
    Call call = new Call(op, arguments, isNull);
    String thread = op.mayBlock() ? "T" + draw.reader() : Line.MAIN;
    add(thread, call);
    if (draw.expires() && call.hasFiniteDeadline()) {
      lines.add(Line.of(new Statement.Expire(thread), lines.size() + 1));
    }
  }

  private void add(String thread, Call call) {
    Optional<String> name = Optional.empty();
    if (call.returnsHandle()) {
      name = Optional.of(call.op().letter() + (handles.size() + 1));
      handles.put(name.get(), made(call));
    }
    lines.add(new Line(thread, name, call, lines.size() + 1));
  }

  /** What made the object: a copy of a handle has the same. */
  private Op made(Call call) {
    boolean isCopy = call.op() == Op.HANDLE_DUPLICATE || call.op() == Op.HANDLE_REPLACE;
    return isCopy && call.isNamed(0) ? handles.get(call.name(0)) : call.op();
  }

  private Argument argument(Op op, Parameter parameter, int pick, long value) {
    return switch (parameter.kind()) {
      case HANDLE -> handle(op, parameter.name(), pick);
      case OPTIONS -> usual(pick, options(op));
      case RIGHTS -> usual(pick, SAME_RIGHTS, BASIC, 0);
      case TIME ->
          usual(pick % 3, Deadline.INFINITE.raw(), Deadline.PAST.raw(), Deadline.FINITE.raw());
      case U32 -> usual(pick, 0, 1);
      case U64, I64 -> new Argument.Number(value);
    };
  }

  /** The first one mostly; each of the others now and then. */
  private static Argument usual(int pick, long... numbers) {
    boolean isOther = pick > 0 && pick < numbers.length;
    return new Argument.Number(numbers[isOther ? pick : 0]);
  }

  private static long[] options(Op op) {
    return switch (op) {
      case INTERRUPT_CREATE -> new long[] {VIRTUAL, 0};
      case PORT_CREATE -> new long[] {1, 0, 2};
      default -> new long[] {0, 1};
    };
  }

  private Argument handle(Op op, String parameter, int pick) {
    if (op == Op.INTERRUPT_CREATE || pick == INVALID) {
      return Argument.INVALID;
    }
    Op maker = parameter.equals("porth") ? Op.PORT_CREATE : Op.INTERRUPT_CREATE;
    boolean isAny = pick == ANY_HANDLE || parameter.equals("handle");
    List<String> fitting =
        handles.keySet().stream().filter(name -> isAny || handles.get(name) == maker).toList();
    if (fitting.isEmpty()) {
      return new Argument.Handle(made(maker));
    }
    return new Argument.Handle(fitting.get(pick % fitting.size()));
  }

  private String made(Op maker) {
    add(
        Line.MAIN,
        maker == Op.PORT_CREATE
            ? Call.of(maker, new Argument.Number(1))
            : Call.of(
                maker, Argument.INVALID, new Argument.Number(0), new Argument.Number(VIRTUAL)));
    return lines.get(lines.size() - 1).name().orElseThrow();
  }
}
