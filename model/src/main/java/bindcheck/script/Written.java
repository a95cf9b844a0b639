package bindcheck.script;

import java.util.List;

/**
 * An argument as it is written.
 *
 * @param name of one that is given by its name; else empty
 * @param isList whether it is {@code [A, B]}, a list; else its words are joined by {@code |}
 */
record Written(String name, boolean isList, List<String> words) {
  boolean isNamed() {
    return !name.isEmpty();
  }

  boolean is(String word) {
    return !isNamed() && !isList && words.equals(List.of(word));
  }

  /** Its first word. */
  String word() {
    return words.get(0);
  }

  /** The first element of a list; the argument itself, if it is none. */
  Written first() {
    return isList ? new Written(name, false, words.subList(0, 1)) : this;
  }

  /** As it was written, but for spaces. */
  @Override
  public String toString() {
    String text = String.join(isList ? ", " : "|", words);
    return (isNamed() ? name + "=" : "") + (isList ? "[" + text + "]" : text);
  }
}
