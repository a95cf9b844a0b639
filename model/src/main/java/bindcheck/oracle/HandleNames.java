package bindcheck.oracle;

import bindcheck.call.Call;
import bindcheck.call.HandleTable;
import bindcheck.call.Reply;
import bindcheck.script.Line;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The handles that the names of a script mean at present: for the target the value that it gave,
 * for the specification a number.
 */
final class HandleNames {
  /** A handle that a call is to make: what it is called here, and its number. */
  record Made(String name, int number) {}

  /** More than the handles that a script names. */
  private static final int APART = 1_000_000;

  /** Begins the names of handles to which a script gives none: no script can say them. */
  private static final String UNSAID = "#";

  private final Vocabulary vocabulary;
  private final HandleTable table = new HandleTable();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<Integer, Integer> ofValues = new HashMap<>();

  HandleNames(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** The number of the handle that the name means, 0 where it means none. */
  int number(String name) {
    return table.isKnown(name) ? numbers.get(name) : 0;
  }

  /** The number of the handle that the target last gave that value, 0 where it gave it to none. */
  int number(int value) {
    return ofValues.getOrDefault(value, 0);
  }

  /** The name that means the handle of that number; null where none does any longer. */
  String name(int number) {
    return numbers.entrySet().stream()
        .filter(entry -> entry.getValue() == number)
        .map(Map.Entry::getKey)
        .filter(name -> !name.startsWith(UNSAID))
        .findAny()
        .orElseGet(() -> neverUsed(vocabulary.name(number)));
  }

  private String neverUsed(String name) {
    return numbers.containsKey(name) ? null : name;
  }

  /**
   * The handle that the line is about to make, if it is to make one; a line that gives no name to
   * it makes one nevertheless.
   */
  Optional<Made> madeBy(Line line, Judge judge) {
    boolean makes = line.statement() instanceof Call call && call.returnsHandle();
    if (!makes) {
      return Optional.empty();
    }
    String name = line.name().orElse(UNSAID + numbers.size());
    int number = vocabulary.handle(name);
    while (judge.mayBeLive(number)) {
      number += APART;
    }
    return Optional.of(new Made(name, number));
  }

  /** The call that was to make the handle has returned, with it or without. */
  void assign(Made made, Reply reply) {
    if (reply.output() instanceof Reply.Handle handle) {
      ofValues.put(handle.raw(), made.number());
      numbers.put(made.name(), made.number());
      table.assign(made.name(), reply);
    }
  }

  /** The call with the target's values for its handles. */
  Call resolve(Line line) {
    return table.resolve(line.call());
  }
}
