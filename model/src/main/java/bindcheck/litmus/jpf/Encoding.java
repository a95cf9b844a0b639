package bindcheck.litmus.jpf;

import bindcheck.call.Call;
import bindcheck.litmus.Program;
import bindcheck.script.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A litmus program as the arguments of {@link Driver}: words without a comma, none empty. After
 * each argument and each call stands whether there is another.
 */
final class Encoding {
  private final Map<String, Integer> canaries;
  private final List<Line> calls = new ArrayList<>();
  private final List<String> words = new ArrayList<>();

  private Encoding(Map<String, Integer> canaries) {
    this.canaries = canaries;
  }

  /**
   * The arguments.
   *
   * @param implementation the name of a class that implements {@link bindcheck.target.Syscalls}
   * @param canaries by thread, after how many calls it throws; of most programs none
   */
  static List<String> of(Program program, String implementation, Map<String, Integer> canaries) {
    Encoding encoding = new Encoding(canaries);
    encoding.words.add(implementation);
    encoding.thread(Line.MAIN, program.setup());
    program.threads().forEach(encoding::thread);
    return List.copyOf(encoding.words);
  }

  private void thread(String thread, List<Line> lines) {
    words.add(thread);
    number(canaries.getOrDefault(thread, Driver.NEVER));
    for (int i = 0; i < lines.size(); i++) {
      call(lines.get(i));
      flag(i + 1 < lines.size());
    }
  }

  private void call(Line line) {
    Call call = line.call();
    words.add(call.op().scriptName());
    flag(line.name().isPresent());
    flag(call.nullPointer());
    flag(call.hasFiniteDeadline());
    int arguments = call.parameters().size();
    for (int i = 0; i < arguments; i++) {
      flag(call.isNamed(i));
      number(call.isNamed(i) ? ago(line.thread(), call.name(i)) : call.argument(i));
      flag(i + 1 < arguments);
    }
    calls.add(line);
  }

  /** How many calls ago the one is that makes the handle of that name, which is assigned once. */
  private int ago(String thread, String name) {
    int ago = 1;
    while (!makes(calls.get(calls.size() - ago), thread, name)) {
      ago++;
    }
    return ago;
  }

  private static boolean makes(Line line, String thread, String name) {
    boolean seen = line.thread().equals(thread) || line.thread().equals(Line.MAIN);
    return seen && line.name().filter(name::equals).isPresent();
  }

  private void flag(boolean value) {
    number(value ? 1 : 0);
  }

  private void number(long value) {
    words.add(Long.toString(value));
  }
}
