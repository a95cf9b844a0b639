package bindcheck.oracle;

import bindcheck.call.Call;
import bindcheck.call.HandleTable;
import bindcheck.call.Reply;
import bindcheck.script.Line;
import java.util.HashMap;
import java.util.Map;

/**
 * The handles that the names of a script mean at present: for the target the value that it gave,
 * for the specification a number.
 */
final class HandleNames {
  /** More than the handles that a script names. */
  private static final int APART = 1_000_000;

  private final Vocabulary vocabulary;
  private final HandleTable table = new HandleTable();
  private final Map<String, Integer> numbers = new HashMap<>();

  HandleNames(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** The number of the handle that the name means, 0 where it means none. */
  int number(String name) {
    return table.isKnown(name) ? numbers.get(name) : 0;
  }

  /** The name that means the handle of that number; null where none does any longer. */
  String name(int number) {
    return numbers.entrySet().stream()
        .filter(entry -> entry.getValue() == number)
        .map(Map.Entry::getKey)
        .findAny()
        .orElseGet(() -> neverUsed(vocabulary.name(number)));
  }

  private String neverUsed(String name) {
    return numbers.containsKey(name) ? null : name;
  }

  /** The number for the handle that the line is about to make. */
  int fresh(String name, Judge judge) {
    int number = vocabulary.handle(name);
    while (judge.mayBeLive(number)) {
      number += APART;
    }
    return number;
  }

  /** The line's call has returned, with a handle or without. */
  void assign(String name, int number, Reply reply) {
    if (reply.output() instanceof Reply.Handle) {
      numbers.put(name, number);
      table.assign(name, reply);
    }
  }

  /** The call with the target's values for its handles. */
  Call resolve(Line line) {
    return table.resolve(line.call());
  }
}
