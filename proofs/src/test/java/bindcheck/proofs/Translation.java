package bindcheck.proofs;

import bindcheck.tla.ParsedModule;
import bindcheck.tla.Terms;
import bindcheck.tla.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Compares what is proved of with what is: of a call in a kernel of which all is known, each step
 * that the program's own evaluator gives must be one of the ways of the terms that z3 is asked
 * about, and a way of which nothing is left open must be one of these steps.
 */
final class Translation {
  /** What came of a case: the differences, and how many steps were compared. */
  record Result(int steps, List<String> differences) {}

  /** More numbers than a scene has handles, objects, packets and values. */
  private static final int MANY = 12;

  /** All numbers that a quantifier may be about: threads are numbers as well. */
  private static final List<Term> NUMBERS =
      Stream.concat(
              LongStream.rangeClosed(0, MANY).mapToObj(Term::of),
              Sample.THREADS.stream().map(Texts::term))
          .toList();

  private static final int EFFORT = 1_000_000;

  private final Evaluator evaluator;
  private final Solver solver;
  private final SortedMap<String, List<String>> alternatives = Specification.alternatives();

  Translation(ParsedModule module, Solver solver) {
    this.evaluator = new Evaluator(module.definitions());
    this.solver = solver;
  }

  /** Compares the steps of samples of one case. */
  Result compare(Case of, List<Sample> samples) {
    List<Set<Integer>> met = new ArrayList<>();
    samples.forEach(sample -> met.add(new HashSet<>()));
    List<String> differences = new ArrayList<>();
    List<Expansion> known = new ArrayList<>(); // names are the same on all ways
    Path.each(
        solver,
        path -> {
          Way way = new Way(of, path);
          if (known.isEmpty()) {
            samples.forEach(sample -> known.add(new Expansion(NUMBERS, way.names(sample))));
          }
          for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.get(i);
            if (!way.follows(sample, known.get(i), met.get(i))) {
              differences.add("a step that is none: " + sample);
            }
          }
        });
    int steps = 0;
    for (int i = 0; i < samples.size(); i++) {
      List<Value> results = samples.get(i).results();
      steps += results.size();
      for (int n = 0; n < results.size(); n++) {
        if (!met.get(i).contains(n)) {
          differences.add("no way to " + results.get(n) + " of " + samples.get(i));
        }
      }
    }
    return new Result(steps, differences);
  }

  /** A way that the step of a call may go, in any kernel, by any thread, in any variant. */
  private final class Way {
    private final Path path;
    private final AnyStep any;
    private final Sym result;

    Way(Case of, Path path) {
      this.path = path;
      this.any = new AnyStep(evaluator, alternatives, of, path);
      this.result = any.result();
    }

    /**
     * Looks whether it is a step of the sample.
     *
     * @param known what the names stand for in the sample
     * @param met the results that are reached on some way; those of this one are added
     * @return false where it is one, and none that the sample has
     */
    boolean follows(Sample sample, Expansion known, Set<Integer> met) {
      List<Term> open = new ArrayList<>();
      for (Term condition : path.conditions()) {
        Term left = known.of(condition);
        if (left.isFalse()) {
          return true;
        }
        if (!left.isTrue()) {
          open.add(left);
        }
      }
      boolean found = !open.isEmpty();
      for (int i = 0; i < sample.results().size(); i++) {
        Term same = same(sample.results().get(i), known);
        found |= !same.isFalse();
        if (!same.isFalse() && !met.contains(i) && isPossible(open, same)) {
          met.add(i);
        }
      }
      return found;
    }

    private boolean isPossible(List<Term> open, Term same) {
      List<Term> all = new ArrayList<>(open);
      all.add(same);
      return Term.and(all).isTrue() || solver.example(all, EFFORT, value -> "").isPresent();
    }

    private Map<Term, Term> names(Sample sample) {
      Map<Term, Term> names = new HashMap<>();
      names.put(any.thread, Texts.term(Terms.text(sample.thread())));
      name(names, State.KERNEL, any.kernel, sample.kernel());
      Terms.fields(sample.variant())
          .forEach(
              (choice, taken) ->
                  name(
                      names,
                      new Shape.Flags(alternatives.get(choice)),
                      any.variant.field(choice),
                      taken));
      Terms.fields(Terms.field(sample.call(), "args"))
          .forEach(
              (name, value) -> {
                Sym argument = any.call.field("args").field(name);
                name(names, Shape.of(argument), argument, value);
              });
      List<Thunk> objects = ((Sym.Tup) any.call.field("objects")).elements();
      List<Value> lookedUp = Terms.elements(Terms.field(sample.call(), "objects"));
      for (int i = 0; i < lookedUp.size(); i++) {
        name(names, Shape.Leaf.NUMBER, objects.get(i).value(), lookedUp.get(i));
      }
      List<Value> faults = Terms.elements(Terms.field(sample.call(), "faults"));
      if (!faults.isEmpty()) {
        Sym fault = ((Sym.Tup) any.call.field("faults")).elements().get(0).value();
        name(names, Shape.Leaf.NUMBER, fault.field("status"), Terms.field(faults.get(0), "status"));
      }
      return names;
    }

    private void name(Map<Term, Term> names, Shape shape, Sym from, Value known) {
      List<Term> anything = shape.terms(from);
      List<Term> values = shape.terms(Known.of(known, shape));
      for (int i = 0; i < anything.size(); i++) {
        names.put(anything.get(i), values.get(i));
      }
    }

    /** Whether the way leads to a result; what an error rests on is no part of a state. */
    private Term same(Value wanted, Expansion known) {
      Value next = Terms.field(wanted, "call");
      Sym reached = result.field("call");
      List<Term> same = new ArrayList<>();
      same.add(equal(reached.field("at"), Terms.field(next, "at"), known));
      Value reply = Terms.optionalField(next, "reply");
      boolean isDone = ((Sym.Rec) reached).fields().containsKey("reply");
      if ((reply != null) != isDone) {
        return Term.FALSE;
      }
      if (isDone) {
        same.add(equal(reached.field("reply"), reply, known));
      } else {
        same.add(equal(reached.field("op"), Terms.field(next, "op"), known));
        same.add(equal(reached.field("args"), Terms.field(next, "args"), known));
        same.add(equal(reached.field("objects"), Terms.field(next, "objects"), known));
        same.add(known.of(statuses(reached.field("faults"), Terms.field(next, "faults"))));
      }
      if (Term.and(same).isFalse()) {
        return Term.FALSE;
      }
      same.addAll(sameKernel(result.field("kernel"), Terms.field(wanted, "kernel"), known));
      return Term.and(same);
    }

    private Term equal(Sym reached, Value wanted, Expansion known) {
      return known.of(Sym.equal(withoutEvidence(reached), withoutEvidence(Known.of(wanted))));
    }

    private Term statuses(Sym faults, Value wanted) {
      List<Thunk> some = ((Sym.Tup) faults).elements();
      List<Value> others = Terms.elements(wanted);
      if (some.size() != others.size()) {
        return Term.FALSE;
      }
      List<Term> same = new ArrayList<>();
      for (int i = 0; i < some.size(); i++) {
        same.add(
            Sym.equal(
                some.get(i).value().field("status"),
                Known.of(Terms.field(others.get(i), "status"))));
      }
      return Term.and(same);
    }

    private static Sym withoutEvidence(Sym value) {
      if (value instanceof Sym.Rec rec && rec.fields().containsKey("by")) {
        SortedMap<String, Thunk> fields = new TreeMap<>(rec.fields());
        fields.remove("by");
        return new Sym.Rec(fields);
      }
      return value;
    }

    private List<Term> sameKernel(Sym reached, Value wanted, Expansion known) {
      Sym.Rec other = (Sym.Rec) Known.of(wanted, State.KERNEL);
      List<Term> same = new ArrayList<>();
      same.add(known.of(Sym.equal(reached.field("capacity"), other.field("capacity"))));
      Sym.Fcn handles = (Sym.Fcn) reached.field("handles");
      Sym.Fcn objects = (Sym.Fcn) reached.field("objects");
      Sym.Fcn otherHandles = (Sym.Fcn) other.field("handles");
      Sym.Fcn otherObjects = (Sym.Fcn) other.field("objects");
      for (int n = 0; n <= MANY; n++) {
        Term at = Term.of(n);
        same.add(known.of(Term.equal(handles.has(at), otherHandles.has(at))));
        same.add(known.of(Term.equal(objects.has(at), otherObjects.has(at))));
        if (otherHandles.has(at).isTrue()) {
          same.add(known.of(Sym.equal(handles.at(at), otherHandles.at(at))));
        }
        if (otherObjects.has(at).isTrue()) {
          same.addAll(sameObject(objects.at(at), otherObjects.at(at), known));
        }
      }
      return same;
    }

    /** Objects have the fields of their type: the others are anything. */
    private List<Term> sameObject(Sym reached, Sym wanted, Expansion known) {
      List<Term> same = new ArrayList<>();
      same.add(known.of(Sym.equal(reached.field("type"), wanted.field("type"))));
      for (String field : State.FIELDS.get(Texts.of(wanted.field("type").term()))) {
        same.add(known.of(Sym.equal(reached.field(field), wanted.field(field))));
      }
      return same;
    }
  }
}
