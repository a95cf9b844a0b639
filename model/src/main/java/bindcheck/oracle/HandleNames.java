package bindcheck.oracle;

import bindcheck.call.Call;
import bindcheck.call.Reply;
import bindcheck.script.Line;
import bindcheck.target.Invocation;
import java.util.HashMap;
import java.util.Map;

/**
 * The handles that the names of a script mean at present: for the specification a number, for the
 * target the value that it gave. A name without a handle means the invalid one, and so does one
 * whose value the target has given out again, to another name.
 */
final class HandleNames {
  private static final Meaning INVALID = new Meaning(0, 0);

  private record Meaning(int number, int raw) {}

  /** More than the handles that a script names. */
  private static final int APART = 1_000_000;

  private final Vocabulary vocabulary;
  private final Map<String, Meaning> meanings = new HashMap<>();
  private final Map<Integer, String> lastNameOfRaw = new HashMap<>();

  HandleNames(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  int number(String name) {
    return meaning(name).number();
  }

  private Meaning meaning(String name) {
    Meaning meaning = meanings.getOrDefault(name, INVALID);
    boolean reused = meaning.raw() != 0 && !name.equals(lastNameOfRaw.get(meaning.raw()));
    return reused ? INVALID : meaning;
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
    if (reply.output() instanceof Reply.Handle handle) {
      assign(name, number, handle.raw());
    }
  }

  void assign(String name, int number, int raw) {
    meanings.put(name, new Meaning(number, raw));
    lastNameOfRaw.put(raw, name);
  }

  /** The call with the target's values for its handles. */
  Invocation invocation(Line line) {
    return Invocation.of((Call) line.stimulus(), name -> meaning(name).raw());
  }
}
