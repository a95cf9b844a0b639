package bindcheck.litmus;

import bindcheck.call.Reply;
import bindcheck.script.Line;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which handle a name of a program means. Each line that makes a handle has a number of its own,
 * from 1, those of the set-up first; 0 is no handle.
 */
final class Bindings {
  private final Program program;
  private final IdentityHashMap<Line, Integer> numbers = new IdentityHashMap<>();
  private final Map<String, Integer> ofSetup = new HashMap<>();

  Bindings(Program program) {
    this.program = program;
    program.setup().forEach(this::enter);
    program.setup().forEach(line -> line.name().ifPresent(n -> ofSetup.put(n, number(line))));
    program.threads().values().forEach(calls -> calls.forEach(this::enter));
  }

  private void enter(Line line) {
    if (line.call().returnsHandle()) {
      numbers.put(line, numbers.size() + 1);
    }
  }

  /** How many lines make a handle. */
  int count() {
    return numbers.size();
  }

  /** The number of the handle that the line makes, or 0. */
  int number(Line line) {
    return numbers.getOrDefault(line, 0);
  }

  /** The number that a name stands for in the lines of a thread, or of the set-up. */
  int number(String thread, String name) {
    for (Line line : program.threads().getOrDefault(thread, List.of())) {
      if (line.name().filter(name::equals).isPresent()) {
        return number(line);
      }
    }
    return ofSetup.get(name);
  }

  /** The same, but 0 where the line that was to make the handle has failed. */
  int meaning(String thread, String name, List<Reply> history) {
    List<Line> own = program.threads().get(thread);
    for (int i = 0; i < history.size(); i++) {
      if (own.get(i).name().filter(name::equals).isPresent() && !history.get(i).isOk()) {
        return 0;
      }
    }
    return number(thread, name);
  }
}
