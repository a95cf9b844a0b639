package bindcheck.proofs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Any variant, kernel and call: names for all that they are made of. */
final class State {
  static final List<String> RIGHTS =
      List.of(
          "DUPLICATE",
          "EXECUTE",
          "INSPECT",
          "READ",
          "SAME_RIGHTS",
          "SIGNAL",
          "TRANSFER",
          "WAIT",
          "WRITE");

  /** An option that the steps tell from none: it stands for all that they do not name. */
  static final String OTHER = "OTHER";

  static final List<String> OPTIONS =
      List.of("BIND_TO_INTERRUPT", OTHER, "TIMESTAMP_MONO", "UNBIND", "VIRTUAL", "WAKE_VECTOR");

  private static final Shape TEXT = Shape.Leaf.NUMBER;

  static final Shape.Rec OBJECT =
      Shape.record(
          "type",
          TEXT,
          "bindable",
          Shape.Leaf.TRUTH,
          "packets",
          new Shape.Seq(Shape.record("key", Shape.Leaf.NUMBER, "payload", Shape.Leaf.NUMBER)),
          "interrupts",
          new Shape.Seq(
              Shape.record(
                  "source",
                  Shape.Leaf.NUMBER,
                  "key",
                  Shape.Leaf.NUMBER,
                  "timestamp",
                  Shape.Leaf.NUMBER)),
          "state",
          TEXT,
          "count",
          Shape.Leaf.NUMBER,
          "asleep",
          Shape.Leaf.NUMBER,
          "woken",
          Shape.Leaf.NUMBER,
          "destroyed",
          Shape.Leaf.TRUTH,
          "binding",
          new Shape.Opt(Shape.record("port", Shape.Leaf.NUMBER, "key", Shape.Leaf.NUMBER)),
          "arm",
          TEXT,
          "remembered",
          new Shape.Seq(Shape.Leaf.NUMBER),
          "waiters",
          new Shape.Set(Shape.Leaf.NUMBER),
          "released",
          new Shape.Set(Shape.record("thread", Shape.Leaf.NUMBER, "timestamp", Shape.Leaf.NUMBER)),
          "stale",
          new Shape.Seq(Shape.Leaf.NUMBER),
          "signalled",
          Shape.Leaf.TRUTH);

  /** The fields that objects of each type have, but for the type. */
  static final Map<String, List<String>> FIELDS =
      Map.of(
          "port",
          List.of("bindable", "packets", "interrupts", "state", "count", "asleep", "woken"),
          "interrupt",
          List.of(
              "destroyed",
              "binding",
              "arm",
              "remembered",
              "waiters",
              "released",
              "stale",
              "asleep",
              "woken",
              "signalled"),
          "event",
          List.of());

  static final Shape.Rec KERNEL =
      Shape.record(
          "handles",
          new Shape.Fcn(
              Shape.record("object", Shape.Leaf.NUMBER, "rights", new Shape.Flags(RIGHTS))),
          "objects",
          new Shape.Fcn(OBJECT),
          "capacity",
          Shape.record("least", Shape.Leaf.NUMBER, "most", new Shape.Opt(Shape.Leaf.NUMBER)));

  private static final Shape FLAGS = new Shape.Flags(OPTIONS);

  /** Of calls that make an object from options alone. */
  private static final Shape.Rec MADE =
      Shape.record("options", FLAGS, "out", Shape.Leaf.NUMBER, "null", Shape.Leaf.TRUTH);

  /** Of a bind and of an unbind, which are one call in C. */
  private static final Shape.Rec BOUND =
      Shape.record(
          "inth",
          Shape.Leaf.NUMBER,
          "porth",
          Shape.Leaf.NUMBER,
          "key",
          Shape.Leaf.NUMBER,
          "options",
          FLAGS);

  private static final Map<String, Shape.Rec> ARGUMENTS =
      Map.ofEntries(
          Map.entry(
              "interrupt_create",
              Shape.record(
                  "src_obj",
                  Shape.Leaf.NUMBER,
                  "src_num",
                  Shape.Leaf.NUMBER,
                  "options",
                  FLAGS,
                  "out",
                  Shape.Leaf.NUMBER,
                  "null",
                  Shape.Leaf.TRUTH)),
          Map.entry("port_create", MADE),
          Map.entry("event_create", MADE),
          Map.entry("interrupt_bind", BOUND),
          Map.entry("interrupt_unbind", BOUND),
          Map.entry("interrupt_ack", Shape.record("inth", Shape.Leaf.NUMBER)),
          Map.entry(
              "interrupt_trigger",
              Shape.record(
                  "inth", Shape.Leaf.NUMBER, "options", FLAGS, "timestamp", Shape.Leaf.NUMBER)),
          Map.entry("interrupt_destroy", Shape.record("inth", Shape.Leaf.NUMBER)),
          Map.entry(
              "interrupt_wait", Shape.record("inth", Shape.Leaf.NUMBER, "null", Shape.Leaf.TRUTH)),
          Map.entry(
              "port_queue",
              Shape.record(
                  "porth",
                  Shape.Leaf.NUMBER,
                  "key",
                  Shape.Leaf.NUMBER,
                  "payload",
                  Shape.Leaf.NUMBER,
                  "null",
                  Shape.Leaf.TRUTH)),
          Map.entry(
              "port_wait",
              Shape.record("porth", Shape.Leaf.NUMBER, "deadline", TEXT, "null", Shape.Leaf.TRUTH)),
          Map.entry("handle_close", Shape.record("handle", Shape.Leaf.NUMBER)),
          Map.entry("handle_duplicate", tableArguments()),
          Map.entry("handle_replace", tableArguments()));

  private static Shape.Rec tableArguments() {
    return Shape.record(
        "handle",
        Shape.Leaf.NUMBER,
        "rights",
        new Shape.Flags(RIGHTS),
        "out",
        Shape.Leaf.NUMBER,
        "null",
        Shape.Leaf.TRUTH);
  }

  private State() {}

  static List<String> operations() {
    return ARGUMENTS.keySet().stream().sorted().toList();
  }

  /** A kernel of which nothing is known. */
  static Sym kernel() {
    Sym.Rec kernel = (Sym.Rec) KERNEL.any("k");
    for (Thunk field : kernel.fields().values()) {
      field.value();
    }
    return kernel;
  }

  /** Each choice with any of its alternatives, of which there is at least one. */
  static Sym variant(Map<String, List<String>> alternatives) {
    SortedMap<String, Thunk> choices = new TreeMap<>();
    alternatives.forEach(
        (choice, all) -> {
          Sym.Some open = (Sym.Some) new Shape.Flags(all).any(choice);
          Path.current()
              .assume(Term.or(open.elements().stream().map(Sym.Element::condition).toList()));
          choices.put(choice, Thunk.of(open));
        });
    return new Sym.Rec(choices);
  }

  /**
   * A call in progress. Where an error was found, by its lookups or in its arguments, any number
   * may be there, and the reply is one of them.
   */
  static Sym call(Case of) {
    SortedMap<String, Thunk> call = new TreeMap<>();
    call.put("op", Thunk.of(Sym.text(of.op())));
    call.put("at", Thunk.of(Sym.text(of.at())));
    SortedMap<String, Thunk> arguments =
        new TreeMap<>(((Sym.Rec) ARGUMENTS.get(of.op()).any("a")).fields());
    if (of.op().equals("interrupt_create")) {
      Sym.Some options = (Sym.Some) arguments.get("options").value();
      arguments.put("options", Thunk.of(withVirtual(options, of.isVirtual())));
    }
    call.put("args", Thunk.of(new Sym.Rec(arguments)));
    List<Thunk> resolved = new ArrayList<>();
    for (int i = 0; i < of.objects(); i++) {
      resolved.add(Thunk.of(Shape.Leaf.NUMBER.any("o")));
    }
    call.put("objects", Thunk.of(new Sym.Tup(resolved)));
    call.put(
        "faults", Thunk.of(new Sym.Tup(of.hasFault() ? List.of(Thunk.of(fault())) : List.of())));
    return new Sym.Rec(call);
  }

  /** What is no call, told as one: the removal of objects, or a kernel that has none. */
  static Sym call(String op, Map<String, Sym> with) {
    SortedMap<String, Thunk> call = new TreeMap<>();
    call.put("op", Thunk.of(Sym.text(op)));
    with.forEach((name, value) -> call.put(name, Thunk.of(value)));
    return new Sym.Rec(call);
  }

  /** The kernel that it leaves, told as the result of a step. */
  static Sym left(Sym kernel) {
    return result(kernel, new Sym.Rec(new TreeMap<>()));
  }

  /** What a step results in. */
  static Sym result(Sym kernel, Sym call) {
    SortedMap<String, Thunk> result = new TreeMap<>();
    result.put("kernel", Thunk.of(kernel));
    result.put("call", Thunk.of(call));
    return new Sym.Rec(result);
  }

  private static Sym withVirtual(Sym.Some options, boolean isVirtual) {
    Sym virtual = Sym.text("VIRTUAL");
    return new Sym.Some(
        options.elements().stream()
            .map(e -> e.value().equals(virtual) ? new Sym.Element(virtual, Term.of(isVirtual)) : e)
            .toList());
  }

  private static Sym fault() {
    SortedMap<String, Thunk> fault = new TreeMap<>();
    Sym status = TEXT.any("status");
    Path.current().assume(Term.not(Sym.equal(status, Sym.text("OK"))));
    fault.put("status", Thunk.of(status));
    fault.put("by", Thunk.of(Sets.of(List.of())));
    return new Sym.Rec(fault);
  }
}
