package bindcheck.script;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bindcheck.call.Argument;
import bindcheck.call.Call;
import bindcheck.call.Constants;
import bindcheck.call.Kind;
import bindcheck.call.Op;
import bindcheck.call.Parameter;
import bindcheck.call.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ScriptPropertyTest {
  private static final List<String> NAMES = List.of("p", "i", "READ", "main", "_1");
  private static final List<String> THREADS = List.of(Line.MAIN, "T1", "expire", "p");

  @Property(tries = 2_000)
  void textParsesBack(@ForAll("scripts") Script script) {
    Script parsed = Script.parse("property", script.toString());
    assertEquals(script, parsed);
    assertEquals(script.toString(), parsed.toString());
  }

  /** What a line is made of; which parts matter depends on the call. */
  private record Choice(
      Op op, String thread, String name, boolean flag, List<Long> values, boolean expire) {}

  @Provide
  Arbitrary<Script> scripts() {
    Arbitrary<Long> values =
        Arbitraries.oneOf(
            Arbitraries.longs(),
            Arbitraries.of(0L, 1L, 0x10L, 0xD00FL, Constants.INFINITE, Constants.FINITE, -1L));
    return Combinators.combine(
            Arbitraries.of(Op.class),
            Arbitraries.of(THREADS),
            Arbitraries.of(NAMES),
            Arbitraries.of(false, true),
            values.list().ofSize(4),
            Arbitraries.of(false, true))
        .as(Choice::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(12)
        .map(ScriptPropertyTest::script);
  }

  private static Script script(List<Choice> choices) {
    List<Line> lines = new ArrayList<>();
    List<String> handles = new ArrayList<>();
    for (Choice choice : choices) {
      Call call = call(choice, handles);
      boolean named = call.returnsHandle() && choice.values().get(3) % 2 == 0;
      Optional<String> name = named ? Optional.of(choice.name()) : Optional.empty();
      lines.add(new Line(choice.thread(), name, call, lines.size() + 1));
      name.ifPresent(handles::add);
      boolean finite = call.op() == Op.PORT_WAIT && call.argument(1) != Constants.INFINITE;
      if (choice.expire() && finite) {
        lines.add(Line.of(new Statement.Expire(choice.thread()), lines.size() + 1));
      }
    }
    return new Script(lines);
  }

  private static Call call(Choice choice, List<String> handles) {
    boolean nullPointer = choice.flag() && choice.op().takesPointer();
    List<Argument> arguments = new ArrayList<>();
    for (Parameter parameter : choice.op().parameters(nullPointer)) {
      long value = choice.values().get(arguments.size());
      arguments.add(argument(parameter.kind(), value, handles));
    }
    return new Call(choice.op(), arguments, nullPointer);
  }

  private static Argument argument(Kind kind, long value, List<String> handles) {
    if (kind == Kind.HANDLE) {
      return handles.isEmpty() || value % 5 == 0
          ? Argument.INVALID
          : new Argument.Handle(handles.get((int) Long.remainderUnsigned(value, handles.size())));
    }
    return new Argument.Number(kind.holds(value) ? value : value & 0xFFFFFFFFL);
  }
}
