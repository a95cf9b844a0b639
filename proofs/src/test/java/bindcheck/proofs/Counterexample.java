package bindcheck.proofs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Looks for a small case in which something does not hold, and tells it in the words of the
 * specification.
 */
final class Counterexample {
  private static final int FEW = 2;

  private final Way way;

  Counterexample(Way way) {
    this.way = way;
  }

  /** A case of what is known, in which it does not hold; nothing where no small one is found. */
  Optional<String> of(Solver solver, Term goal, int effort) {
    Small small = new Small(way, FEW);
    List<Term> conditions = new ArrayList<>(small.known());
    conditions.add(small.of(Term.not(goal)));
    return solver.example(conditions, effort, this::told);
  }

  private String told(UnaryOperator<Term> value) {
    String reply =
        way.result().field("call") instanceof Sym.Rec done && done.fields().containsKey("reply")
            ? show(done.field("reply"), value)
            : "the call goes on";
    return "in a kernel of "
        + kernel(way.kernel(), value)
        + "\n  the call "
        + show(way.call(), value)
        + "\n  answers "
        + reply
        + " and leaves "
        + kernel(way.result().field("kernel"), value);
  }

  private static String kernel(Sym kernel, UnaryOperator<Term> value) {
    List<String> parts = new ArrayList<>();
    for (String name : List.of("handles", "objects")) {
      Sym.Fcn all = (Sym.Fcn) kernel.field(name);
      for (int i = 1; i <= FEW + 1; i++) {
        if (value.apply(all.has(Term.of(i))).isTrue()) {
          parts.add(
              name.substring(0, name.length() - 1)
                  + " "
                  + i
                  + ": "
                  + show(all.at(Term.of(i)), value));
        }
      }
    }
    return parts.isEmpty()
        ? "nothing"
        : parts.stream().collect(Collectors.joining("\n    ", "\n    ", ""));
  }

  private static String show(Sym of, UnaryOperator<Term> value) {
    if (of instanceof Sym.Leaf leaf) {
      Term known = value.apply(leaf.term());
      return Texts.isText(known) ? '"' + Texts.of(known) + '"' : known.op;
    }
    if (of instanceof Sym.Rec rec) {
      Map<String, Thunk> fields = new TreeMap<>(rec.fields());
      if (fields.containsKey("type")) {
        fields.keySet().removeAll(notOf(rec.field("type"), value));
      }
      return fields.entrySet().stream()
          .map(field -> field.getKey() + " |-> " + show(field.getValue().value(), value))
          .collect(Collectors.joining(", ", "[", "]"));
    }
    if (of instanceof Sym.Opt opt) {
      return value.apply(opt.isThere()).isTrue()
          ? "<<" + show(opt.element(), value) + ">>"
          : "<<>>";
    }
    if (of instanceof Sym.Some some) {
      return some.elements().stream()
          .filter(each -> value.apply(each.condition()).isTrue())
          .map(each -> show(each.value(), value))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (of instanceof Sym.Tup tuple) {
      return tuple.elements().stream()
          .map(each -> show(each.value(), value))
          .collect(Collectors.joining(", ", "<<", ">>"));
    }
    if (of instanceof Sym.Seq seq) {
      List<String> elements = new ArrayList<>();
      long from = Long.parseLong(value.apply(seq.from()).op);
      long to = Long.parseLong(value.apply(seq.to()).op);
      for (long i = from; i < to; i++) {
        elements.add(show(seq.at(Term.of(i)), value));
      }
      return elements.stream().collect(Collectors.joining(", ", "<<", ">>"));
    }
    if (of instanceof Sym.Many many && many.element() instanceof Shape.Leaf) {
      List<String> elements = new ArrayList<>();
      for (int i = 1; i <= FEW; i++) {
        if (value.apply(Sym.contains(many, Sym.number(i))).isTrue()) {
          elements.add("T" + i);
        }
      }
      return elements.stream().collect(Collectors.joining(", ", "{", "}"));
    }
    return "...";
  }

  private static Set<String> notOf(Sym type, UnaryOperator<Term> value) {
    Set<String> others = new HashSet<>(State.OBJECT.fields().keySet());
    others.remove("type");
    Term known = value.apply(type.term());
    if (Texts.isText(known)) {
      others.removeAll(State.FIELDS.getOrDefault(Texts.of(known), List.of()));
    }
    return others;
  }
}
