package bindcheck.spec;

import bindcheck.call.Op;
import bindcheck.tla.Terms;
import bindcheck.tla.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Brings kernels into their {@link KernelForm}; which fields may be renamed is the spec's to say.
 */
public final class KernelForms {
  /**
   * A form and how it came about.
   *
   * @param values of each value of the form, from 1, the number that it had before
   * @param threads likewise
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Renamed(KernelForm form, int[] values, int[] threads) {}

  /**
   * A part of a kernel by itself.
   *
   * @param number of the part with its values and threads numbered by their first occurrence in it
   * @param values what each of its values is, from 1
   * @param threads likewise
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Part(int number, int[] values, int[] threads) {}

  private static final String HANDLES = "handles";
  private static final String OBJECTS = "objects";
  private static final String TYPE = "type";
  private static final Value NO_OBJECTS = Terms.tuple(List.of());

  private final Semantics semantics;
  private final ValueFields valueFields;
  private final Set<String> threadFields;
  private final Set<Op> keeping;
  private final Map<Integer, Renamed> renamed = new HashMap<>();
  private final Map<Value, Part> parts = new HashMap<>();
  private final Interner<Value> alone = new Interner<>();
  private final Map<Numbers, KernelForm> forms = new HashMap<>();
  private final Map<List<Value>, Integer> outlines = new HashMap<>();
  private final Map<Value, KernelForm.Handles> handles = new HashMap<>();
  private final Map<Integer, Integer> blanks = new HashMap<>();
  private final Interner<Value> referents = new Interner<>();

  KernelForms(Semantics semantics) {
    this.semantics = semantics;
    this.valueFields = new ValueFields(semantics.module());
    this.threadFields = Terms.texts(semantics.module().evaluate("ThreadFields"));
    this.keeping =
        Terms.texts(semantics.module().evaluate("Keeping")).stream()
            .map(name -> Op.named(name).orElseThrow())
            .collect(Collectors.toUnmodifiableSet());
  }

  /** The form of a kernel, given by its number. */
  public Renamed of(int kernel) {
    Renamed known = renamed.get(kernel);
    if (known == null) {
      known = rename(semantics.kernel(kernel));
      renamed.put(kernel, known);
    }
    return known;
  }

  /**
   * Kernels share most of what they are made of, so that each part is looked at once; two have one
   * form if their parts have, and if they have the same values and threads in common.
   */
  private Renamed rename(Value kernel) {
    Occurrences values = new Occurrences();
    Occurrences threads = new Occurrences();
    IntStream.Builder key = IntStream.builder();
    add(part(Terms.with(kernel, OBJECTS, NO_OBJECTS)), values, threads, key);
    Terms.forEach(
        Terms.field(kernel, OBJECTS),
        (number, object) -> {
          key.add(Terms.integer(number));
          add(part(object), values, threads, key);
        });
    KernelForm form =
        forms.computeIfAbsent(new Numbers(key.build().toArray()), parts -> form(kernel));
    return new Renamed(form, values.all(), threads.all());
  }

  private static void add(
      Part part, Occurrences values, Occurrences threads, IntStream.Builder key) {
    key.add(part.number());
    for (int value : part.values()) {
      key.add(values.place(value));
    }
    for (int thread : part.threads()) {
      key.add(threads.place(thread));
    }
  }

  private Part part(Value value) {
    Part known = parts.get(value);
    if (known == null) {
      Occurrences values = new Occurrences();
      Occurrences threads = new Occurrences();
      int number = alone.number(renamed(value, values, threads));
      known = new Part(number, values.all(), threads.all());
      parts.put(value, known);
    }
    return known;
  }

  /** The value with what may be renamed numbered by its first occurrence. */
  private Value renamed(Value value, Occurrences values, Occurrences threads) {
    return Terms.rebuildFields(
        value,
        (field, leaf) -> {
          if (valueFields.hold(field, leaf)) {
            return Terms.number(values.place(Terms.integer(leaf)));
          }
          return isThread(field, leaf)
              ? Terms.string(Integer.toString(threads.place(Integer.parseInt(Terms.text(leaf)))))
              : leaf;
        });
  }

  private boolean isThread(String field, Value leaf) {
    return threadFields.contains(field) && Terms.isString(leaf);
  }

  private KernelForm form(Value kernel) {
    Value canonical = renamed(kernel, new Occurrences(), new Occurrences());
    int number = semantics.kernel(canonical);
    return new KernelForm(
        number,
        outline(canonical),
        handles.computeIfAbsent(Terms.field(canonical, HANDLES), this::handles),
        semantics.collect(number, new int[0]) == number,
        () -> leaving(canonical));
  }

  /** The number of the kernel of whose objects only the types are left. */
  private int outline(Value kernel) {
    List<Value> key = new ArrayList<>(List.of(Terms.with(kernel, OBJECTS, NO_OBJECTS)));
    Terms.forEach(
        Terms.field(kernel, OBJECTS),
        (number, object) -> {
          key.add(number);
          key.add(Terms.field(object, TYPE));
        });
    return outlines.computeIfAbsent(key, parts -> semantics.kernel(newOutline(kernel)));
  }

  private static Value newOutline(Value kernel) {
    List<Value> numbers = new ArrayList<>();
    List<Value> types = new ArrayList<>();
    Terms.forEach(
        Terms.field(kernel, OBJECTS),
        (number, object) -> {
          numbers.add(number);
          types.add(Terms.record(Map.of(TYPE, Terms.field(object, TYPE))));
        });
    return Terms.with(kernel, OBJECTS, Terms.function(numbers, types));
  }

  private KernelForm.Handles handles(Value live) {
    SortedMap<Integer, Integer> sorted = new TreeMap<>();
    Terms.entries(live)
        .forEach((key, value) -> sorted.put(Terms.integer(key), referents.number(value)));
    return new KernelForm.Handles(ints(sorted.keySet()), ints(sorted.values()));
  }

  /** The kinds of calls that let no packet leave a port but to a reader. */
  public Set<Op> keeping() {
    return keeping;
  }

  private List<Leaving> leaving(Value canonical) {
    return Terms.elements(semantics.evaluate("Leaving", canonical)).stream()
        .map(KernelForms::port)
        .filter(port -> port.size() > 0)
        .toList();
  }

  private static Leaving port(Value port) {
    List<Value> packets = new ArrayList<>(Terms.elements(Terms.field(port, "interrupts")));
    int interrupts = packets.size();
    packets.addAll(Terms.elements(Terms.field(port, "packets")));
    return new Leaving(
        numbers(Terms.elements(Terms.field(port, "handles"))),
        numbers(packets.stream().map(packet -> Terms.elements(packet).get(0)).toList()),
        numbers(packets.stream().map(packet -> Terms.elements(packet).get(1)).toList()),
        interrupts);
  }

  private static int[] numbers(List<Value> values) {
    return values.stream().mapToInt(Terms::integer).toArray();
  }

  static int[] ints(Collection<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The call with the numbers of its arguments set to 0: the history knows what they are. */
  int blank(int call) {
    return blanks.computeIfAbsent(call, this::blankAnew);
  }

  private int blankAnew(int call) {
    Value value = semantics.call(call);
    SortedMap<String, Value> fields = Terms.fields(value);
    fields.computeIfPresent(
        "args",
        (name, args) -> Terms.rebuild(args, leaf -> Terms.isNumber(leaf) ? Terms.number(0) : leaf));
    Value blank = Terms.record(fields);
    Terms.rebuildFields(
        blank,
        (field, leaf) -> {
          if (valueFields.hold(field, leaf)) {
            throw new SpecException("a call in progress keeps a value: " + Terms.print(value));
          }
          return leaf;
        });
    return semantics.call(blank);
  }
}
