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
import java.util.stream.LongStream;

/**
 * Looks for a small case in which something does not hold, and tells it in the words of the
 * specification.
 */
final class Counterexample {
  /** The objects and handles that there may be, the packets of a queue, the threads that wait. */
  private static final int FEW = 2;

  private final Sym kernel;
  private final Expansion expansion = new Expansion(numbers(), Map.of());

  Counterexample(Sym kernel) {
    this.kernel = kernel;
  }

  /** A case in which all of these hold; nothing where no small one is found. */
  Optional<String> of(Solver solver, List<Term> conditions, Sym call, Sym result, int effort) {
    List<Term> small = new ArrayList<>();
    conditions.forEach(condition -> small.add(expansion.of(condition)));
    small.addAll(bounds());
    return solver.example(
        small,
        effort,
        value -> {
          String reply =
              result.field("call") instanceof Sym.Rec done && done.fields().containsKey("reply")
                  ? show(done.field("reply"), value)
                  : "the call goes on";
          return "in a kernel of "
              + kernel(kernel, value)
              + "\n  the call "
              + show(call, value)
              + "\n  answers "
              + reply
              + " and leaves "
              + kernel(result.field("kernel"), value);
        });
  }

  private static List<Term> numbers() {
    return LongStream.rangeClosed(0, FEW).mapToObj(Term::of).toList();
  }

  private List<Term> bounds() {
    List<Term> bounds = new ArrayList<>();
    Sym.Fcn objects = (Sym.Fcn) kernel.field("objects");
    bounds.add(few(objects.domain()));
    bounds.add(few(((Sym.Fcn) kernel.field("handles")).domain()));
    for (int o = 1; o <= FEW; o++) {
      Sym object = objects.at(Term.of(o));
      for (Thunk field : ((Sym.Rec) object).fields().values()) {
        if (field.value() instanceof Sym.Seq seq) {
          bounds.add(Term.equal(seq.from(), Term.of(0)));
          bounds.add(Term.atLeast(Term.of(FEW), seq.to()));
        }
      }
      bounds.add(few(((Sym.Many) object.field("waiters")).array()));
    }
    return bounds;
  }

  /** Nothing but the first few numbers is in the set. */
  private static Term few(Term array) {
    Term within = Term.everywhere(Term.FALSE);
    for (int i = 1; i <= FEW; i++) {
      within = Term.store(within, Term.of(i), Term.select(array, Term.of(i)));
    }
    return Term.equal(array, within);
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
