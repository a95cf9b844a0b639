package bindcheck.proofs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Assertions written down in SMT-LIB 2, where what occurs twice has a name. */
final class Script {
  private final StringBuilder text = new StringBuilder();
  private final Set<Term> declared = new HashSet<>();
  private final Map<Term, Integer> occurrences = new HashMap<>();
  private final Map<Term, String> named = new HashMap<>();

  private Script() {}

  /** The script that asserts all of these. */
  static String of(List<Term> assertions) {
    Script script = new Script();
    assertions.forEach(script::count);
    List<String> asserted = new ArrayList<>();
    for (Term assertion : assertions) {
      asserted.add("(assert " + script.write(assertion) + ")\n");
    }
    asserted.forEach(script.text::append);
    return script.text.toString();
  }

  private void count(Term term) {
    if (term.isName() && !term.isOpen && declared.add(term)) {
      text.append("(declare-const ").append(term.op).append(' ').append(term.sort).append(")\n");
    }
    if (occurrences.merge(term, 1, Integer::sum) == 1) {
      term.args.forEach(this::count);
    }
  }

  private String write(Term term) {
    if (term.args.isEmpty()) {
      return term.toString();
    }
    String name = named.get(term);
    if (name != null) {
      return name;
    }
    String written = plainly(term);
    if (term.isOpen || occurrences.get(term) == 1) {
      return written;
    }
    String given = "t" + named.size();
    named.put(term, given);
    text.append("(define-fun ").append(given).append(" () ").append(term.sort).append(' ');
    text.append(written).append(")\n");
    return given;
  }

  private String plainly(Term term) {
    StringBuilder written = new StringBuilder("(").append(term.op);
    if (term.isQuantifier()) {
      written.append(" (");
      term.args
          .subList(0, term.args.size() - 1)
          .forEach(v -> written.append('(').append(v.op).append(" Int)"));
      return written.append(") ").append(write(term.last())).append(')').toString();
    }
    term.args.forEach(part -> written.append(' ').append(write(part)));
    return written.append(')').toString();
  }
}
