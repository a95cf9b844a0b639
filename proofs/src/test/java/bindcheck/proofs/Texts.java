package bindcheck.proofs;

import java.util.ArrayList;
import java.util.List;

/** Strings of the specification as numbers: they are only ever compared. */
final class Texts {
  /** So that a text is told from a small number where terms are read. */
  private static final int FIRST = 1_000_000;

  private static final List<String> ALL = new ArrayList<>();

  private Texts() {}

  static Term term(String text) {
    if (!ALL.contains(text)) {
      ALL.add(text);
    }
    return Term.of(FIRST + ALL.indexOf(text));
  }

  /** The string that a number stands for. */
  static String of(Term number) {
    return ALL.get(Integer.parseInt(number.op) - FIRST);
  }

  static boolean isText(Term number) {
    return number.isNumber()
        && Long.parseLong(number.op) >= FIRST
        && Long.parseLong(number.op) < FIRST + ALL.size();
  }
}
