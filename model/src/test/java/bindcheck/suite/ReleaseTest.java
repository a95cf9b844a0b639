package bindcheck.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bindcheck.call.Argument;
import bindcheck.call.Call;
import bindcheck.call.Deadline;
import bindcheck.call.Op;
import bindcheck.call.Statement;
import bindcheck.oracle.Vocabulary;
import bindcheck.script.Line;
import bindcheck.spec.Automaton;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What releases a blocked call is the same for the specification and for who drains a target. */
class ReleaseTest {
  private static final SpecModule MODULE = SpecModule.load("Evaluation");
  private static final Scene SCENE = new Scene(MODULE, "deadlines");
  private static final Automaton AUTOMATON =
      new Automaton(new Semantics(MODULE, "reference"), SCENE.threads());
  private static final String READER = "T1";
  private static final List<Integer> HANDLES = List.of(1, 2);

  private final Vocabulary vocabulary = Vocabulary.plain();

  @Test
  void everyCallThatMayBlockIsReleasedAsTheSpecificationSays() {
    Set<Op> blocking = EnumSet.noneOf(Op.class);
    for (Op op : Op.values()) {
      for (int handle : HANDLES) {
        for (Deadline deadline : Deadline.values()) {
          Call call = call(op, handle, deadline);
          int configuration = after(call, handle);
          if (!AUTOMATON.isIdle(configuration, READER)) {
            blocking.add(op);
            Statement release =
                vocabulary.line(SCENE.release(AUTOMATON, configuration)).statement();
            requireSame(call, handle, release);
          }
        }
      }
    }
    assertEquals(
        Arrays.stream(Op.values()).filter(Op::mayBlock).collect(Collectors.toSet()), blocking);
  }

  private static void requireSame(Call blocked, int handle, Statement release) {
    if (blocked.hasFiniteDeadline()) {
      assertEquals(new Statement.Expire(READER), release);
    } else {
      assertEquals(
          Call.releasing(blocked.op(), handle),
          ((Call) release).resolve(name -> Integer.parseInt(name.substring(1))));
    }
  }

  private static Call call(Op op, int handle, Deadline deadline) {
    List<Argument> arguments =
        op.parameters().stream()
            .<Argument>map(
                parameter ->
                    switch (parameter.kind()) {
                      case HANDLE -> new Argument.Handle("h" + handle);
                      case TIME -> new Argument.Number(deadline.raw());
                      case U32, U64, I64, OPTIONS, RIGHTS -> new Argument.Number(1);
                    })
            .toList();
    return new Call(op, arguments, false);
  }

  private int after(Call call, int handle) {
    Line line = Line.of(READER, call, 0);
    int begun =
        AUTOMATON.apply(
            SCENE.initial(AUTOMATON),
            vocabulary.stimulus(line, name -> handle, value -> value, HANDLES.size() + 1));
    return AUTOMATON.settle(begun).get(0).configuration();
  }
}
