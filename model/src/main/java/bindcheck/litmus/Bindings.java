package bindcheck.litmus;

import bindcheck.call.Reply;
import bindcheck.script.Line;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which handle a name of a program means. Each line that makes a handle has a number of its own,
 * from 1, those of the set-up first; 0 is no handle.
 */
final class Bindings {
  private final Program program;
  private final IdentityHashMap<Line, Integer> numbers = new IdentityHashMap<>();

  Bindings(Program program) {
    this.program = program;
    Stream.concat(
            program.setup().stream(), program.threads().values().stream().flatMap(List::stream))
        .filter(line -> line.call().returnsHandle())
        .forEach(line -> numbers.put(line, numbers.size() + 1));
  }

  /** The number of the handle that the line makes, or 0. */
  int number(Line line) {
    return numbers.getOrDefault(line, 0);
  }

  /**
   * The number that a name stands for in the next line of a thread, or of the set-up; 0 where the
   * line that was to make the handle has failed.
   *
   * @param history the replies to the lines of the thread before that one
   */
  int meaning(String thread, String name, List<Reply> history) {
    List<Line> own = program.threads().get(thread);
    for (int i = 0; i < history.size(); i++) {
      if (own.get(i).name().filter(name::equals).isPresent()) {
        return history.get(i).isOk() ? number(own.get(i)) : 0;
      }
    }
    return program.setup().stream()
        .filter(line -> line.name().filter(name::equals).isPresent())
        .findFirst()
        .map(this::number)
        .orElseThrow();
  }
}
