package bindcheck.script;

import bindcheck.call.Call;
import bindcheck.call.Identifiers;
import bindcheck.call.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One line of a script.
 *
 * @param thread who makes the call, or whose deadline passes
 * @param name what the handle that the call returns is called from here on, if it is
 * @param statement what happens
 * @param number where the line was written, from 1; no part of equality
 */
public record Line(String thread, Optional<String> name, Statement statement, int number) {
  /** The thread of a line that names none. */
  public static final String MAIN = "main";

  /** Checks that the parts fit one another. */
  public Line {
    Identifiers.requireThread(thread);
    name.ifPresent(Identifiers::requireAssignable);
    if (name.isPresent() && !(statement instanceof Call call && call.returnsHandle())) {
      throw new IllegalArgumentException(statement + " returns no handle to name " + name.get());
    }
    if (statement instanceof Statement.Expire expire && !expire.thread().equals(thread)) {
      throw new IllegalArgumentException(statement + " is not a line of " + thread);
    }
  }

  /** A call whose handle, if it returns one, gets no name. */
  public static Line of(String thread, Call call, int number) {
    return new Line(thread, Optional.empty(), call, number);
  }

  /** The passing of a deadline. */
  public static Line of(Statement.Expire expire, int number) {
    return new Line(expire.thread(), Optional.empty(), expire, number);
  }

  /** Main, then whoever else has a line, in their order. */
  public static List<String> threads(List<Line> lines) {
    return Stream.concat(Stream.of(MAIN), lines.stream().map(Line::thread)).distinct().toList();
  }

  /** The call, of a line that makes one. */
  public Call call() {
    return (Call) statement;
  }

  /** The name of the call, or {@code expire}. */
  public String operation() {
    return statement instanceof Call call ? call.op().scriptName() : Statement.EXPIRE;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Line line
        && thread.equals(line.thread)
        && name.equals(line.name)
        && statement.equals(line.statement);
  }

  @Override
  public int hashCode() {
    return Objects.hash(thread, name, statement);
  }

  /** The line as a script has it, without a line end. */
  @Override
  public String toString() {
    boolean named = statement instanceof Call && !thread.equals(MAIN);
    String prefix = named ? thread + ": " : "";
    return prefix + name.map(n -> n + " = ").orElse("") + statement;
  }
}
