package bindcheck.proofs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What a wrong step might do: one part of its result is anything of its kind.
 *
 * @param part which
 * @param change of the result of a step
 */
record Havoc(String part, UnaryOperator<Sym> change) {
  private static final Shape NUMBER = Shape.Leaf.NUMBER;

  private static final Shape PACKET =
      Shape.record("type", NUMBER, "key", NUMBER, "timestamp", NUMBER, "payload", NUMBER);

  /** One for each part: of the kernel, then of what becomes of the call where there is one. */
  static List<Havoc> ofEachPart(Way way) {
    List<Havoc> all = new ArrayList<>();
    for (String field : State.OBJECT.fields().keySet()) {
      all.add(ofKernel(field, "objects", old -> withAny(field, Sym.function(old, State.OBJECT))));
    }
    all.add(ofKernel("objects", "objects", old -> withAnyDomain(Sym.function(old, State.OBJECT))));
    all.add(ofKernel("handles", "handles", old -> State.KERNEL.fields().get("handles").any("any")));
    all.addAll(ofCall(way.call()));
    return all;
  }

  /** One for each thing that may become of the call, with any kernel at all. */
  static List<Havoc> ofAll(Way way) {
    Havoc kernel =
        new Havoc("all", old -> State.result(State.KERNEL.any("any"), old.field("call")));
    List<Havoc> all = new ArrayList<>(List.of(kernel));
    ofCall(way.call()).forEach(call -> all.add(new Havoc("all", old -> kernel.of(call.of(old)))));
    return all;
  }

  /** The result that is left of one of a step. */
  Sym of(Sym result) {
    return change.apply(result);
  }

  private static Havoc ofKernel(String part, String field, UnaryOperator<Sym> change) {
    return new Havoc(
        part,
        old -> {
          SortedMap<String, Thunk> kernel = new TreeMap<>(((Sym.Rec) old.field("kernel")).fields());
          kernel.put(field, Thunk.of(change.apply(kernel.get(field).value())));
          return State.result(new Sym.Rec(kernel), old.field("call"));
        });
  }

  private static Sym withAny(String field, Sym.Fcn objects) {
    List<Term> values = new ArrayList<>(objects.values());
    int place = 0;
    for (Map.Entry<String, Shape> each : State.OBJECT.fields().entrySet()) {
      for (String sort : each.getValue().sorts()) {
        if (each.getKey().equals(field)) {
          values.set(place, Term.fresh("any", Term.arrayOf(sort)));
        }
        place++;
      }
    }
    return new Sym.Fcn(objects.domain(), values, objects.value());
  }

  private static Sym withAnyDomain(Sym.Fcn objects) {
    return new Sym.Fcn(Term.fresh("any", objects.domain().sort), objects.values(), objects.value());
  }

  /** It goes on with any objects, is to tell any object, or answers anything. */
  private static List<Havoc> ofCall(Sym call) {
    if (!((Sym.Rec) call).fields().containsKey("at")) {
      return List.of();
    }
    int objects = ((Sym.Tup) call.field("objects")).elements().size();
    Sym.Rec goesOn = with((Sym.Rec) call, "objects", anyNumbers(objects));
    Sym.Rec tells = with(with((Sym.Rec) call, "at", Sym.text("closing")), "objects", anyNumbers(1));
    return List.of(
        becomes("objects of the call", goesOn),
        becomes("closing", tells),
        becomes("status", done(Shape.record("status", NUMBER))),
        becomes("packet", done(Shape.record("status", NUMBER, "packet", PACKET))));
  }

  private static Havoc becomes(String part, Sym call) {
    return new Havoc(part, old -> State.result(old.field("kernel"), call));
  }

  private static Sym.Rec with(Sym.Rec call, String field, Sym value) {
    SortedMap<String, Thunk> fields = new TreeMap<>(call.fields());
    fields.put(field, Thunk.of(value));
    return new Sym.Rec(fields);
  }

  private static Sym anyNumbers(int many) {
    return new Sym.Tup(Stream.generate(() -> Thunk.of(NUMBER.any("any"))).limit(many).toList());
  }

  private static Sym done(Shape reply) {
    return with(
        new Sym.Rec(new TreeMap<>(Map.of("at", Thunk.of(Sym.text("done"))))),
        "reply",
        reply.any("any"));
  }
}
