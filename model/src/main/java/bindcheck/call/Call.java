package bindcheck.call;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One call with its arguments; handles are still names. Immutable; its text parses back to it.
 *
 * @param op which call
 * @param arguments as many as {@code op.parameters(nullPointer)}, each fit for its kind
 * @param nullPointer whether the call's pointer is null
 */
public record Call(Op op, List<Argument> arguments, boolean nullPointer) implements Statement {
  public static final String NULL = "NULL";

  /** Checks that the arguments fit the call; their number, kind and range. */
  public Call {
    arguments = List.copyOf(arguments);
    if (nullPointer && !op.takesPointer()) {
      throw new IllegalArgumentException(op.scriptName() + " takes no pointer");
    }
    List<Parameter> parameters = op.parameters(nullPointer);
    if (arguments.size() != parameters.size()) {
      throw new IllegalArgumentException(
          "expected the arguments of " + op.signature(nullPointer) + ", found " + arguments);
    }
    for (int i = 0; i < arguments.size(); i++) {
      requireFit(parameters.get(i), arguments.get(i));
    }
  }

  /** A call whose pointer, if it has one, is not null. */
  public static Call of(Op op, Argument... arguments) {
    return new Call(op, Arrays.asList(arguments), false);
  }

  /** The name of the handle at that place; the place must hold a named handle. */
  public String handle(int index) {
    return ((Argument.Handle) arguments.get(index)).name();
  }

  /** The number at that place; the place must hold a number. */
  public long number(int index) {
    return ((Argument.Number) arguments.get(index)).raw();
  }

  /** Whether the call waits with a deadline that an {@code expire} lets pass. */
  public boolean hasFiniteDeadline() {
    return Deadline.of(op, this::number) == Deadline.FINITE;
  }

  /** Whether the call can give a handle that a name could be assigned. */
  public boolean returnsHandle() {
    return op.returnsHandle() && !nullPointer;
  }

  @Override
  public String toString() {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      words.add(text(op.parameters().get(i).kind(), arguments.get(i)));
    }
    if (nullPointer) {
      words.add(NULL);
    }
    return op.scriptName() + "(" + String.join(", ", words) + ")";
  }

  private String text(Kind kind, Argument argument) {
    return argument instanceof Argument.Handle handle
        ? handle.name()
        : Constants.text(op, kind, ((Argument.Number) argument).raw());
  }

  private static void requireFit(Parameter parameter, Argument argument) {
    boolean fits =
        parameter.kind() == Kind.HANDLE
            ? argument instanceof Argument.Handle || argument.equals(Argument.INVALID)
            : argument instanceof Argument.Number n && parameter.kind().holds(n.raw());
    if (!fits) {
      throw new IllegalArgumentException(
          "expected " + parameter.name() + " of kind " + parameter.kind() + ", found " + argument);
    }
  }
}
