package bindcheck.litmus.jpf;

import bindcheck.call.Call;
import bindcheck.litmus.Program;
import bindcheck.script.Line;
import bindcheck.target.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A litmus program as the arguments of {@link Driver}: words without a comma, none empty. */
final class Encoding {
  /** A name as one thread sees it. */
  private record Slot(String thread, String name) {}

  private final Program program;
  private final Map<String, Integer> canaries;
  private final List<Slot> slots = new ArrayList<>();
  private final List<String> words = new ArrayList<>();

  private Encoding(Program program, Map<String, Integer> canaries) {
    this.program = program;
    this.canaries = canaries;
  }

  /**
   * The arguments.
   *
   * @param implementation the name of a class that implements {@link bindcheck.target.Syscalls}
   * @param canaries by thread, after how many calls it throws; of most programs none
   */
  static List<String> of(Program program, String implementation, Map<String, Integer> canaries) {
    Encoding encoding = new Encoding(program, canaries);
    encoding.words.add(implementation);
    encoding.slots();
    encoding.number(program.threads().size());
    encoding.thread(Line.MAIN, program.setup());
    program.threads().forEach(encoding::thread);
    return List.copyOf(encoding.words);
  }

  private void slots() {
    program.setup().forEach(line -> assign(Line.MAIN, line));
    int inSetUp = slots.size();
    program.threads().forEach((thread, lines) -> lines.forEach(line -> assign(thread, line)));
    number(slots.size());
    for (int i = 0; i < slots.size(); i++) {
      int before = slots.indexOf(new Slot(Line.MAIN, slots.get(i).name()));
      flag(i >= inSetUp && before >= 0);
      if (i >= inSetUp && before >= 0) {
        number(i - 1 - before);
      }
    }
  }

  private void assign(String thread, Line line) {
    line.name()
        .map(name -> new Slot(thread, name))
        .filter(slot -> !slots.contains(slot))
        .ifPresent(slots::add);
  }

  private void thread(String thread, List<Line> lines) {
    words.add(thread);
    number(canaries.getOrDefault(thread, Driver.NEVER));
    number(lines.size());
    lines.forEach(line -> call(thread, line));
  }

  private void call(String thread, Line line) {
    Call call = line.call();
    words.add(call.op().scriptName());
    flag(line.name().isPresent());
    line.name().ifPresent(name -> number(index(thread, name)));
    flag(call.nullPointer());
    flag(Plan.hasFiniteDeadline(line));
    number(call.parameters().size());
    for (int i = 0; i < call.parameters().size(); i++) {
      flag(call.isNamed(i));
      number(call.isNamed(i) ? index(thread, call.name(i)) : call.argument(i));
    }
  }

  /** How many slots there are before that of the name, in the list, which begins with the last. */
  private int index(String thread, String name) {
    int own = slots.indexOf(new Slot(thread, name));
    return slots.size() - 1 - (own >= 0 ? own : slots.indexOf(new Slot(Line.MAIN, name)));
  }

  private void flag(boolean value) {
    number(value ? 1 : 0);
  }

  private void number(long value) {
    words.add(Long.toString(value));
  }
}
