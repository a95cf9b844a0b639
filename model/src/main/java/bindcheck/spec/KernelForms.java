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

  private final Semantics semantics;
  private final ValueFields valueFields;
  private final Set<String> threadFields;
  private final Set<Op> keeping;
  private final Map<Integer, Renamed> renamed = new HashMap<>();
  private final Map<Integer, KernelForm> forms = new HashMap<>();
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

  private Renamed rename(Value kernel) {
    List<Integer> values = new ArrayList<>();
    List<Integer> threads = new ArrayList<>();
    Value canonical =
        Terms.rebuildFields(
            kernel,
            (field, leaf) -> {
              if (valueFields.hold(field, leaf)) {
                return Terms.number(place(leaf, values));
              }
              return isThread(field, leaf)
                  ? Terms.string(Integer.toString(place(leaf, threads)))
                  : leaf;
            });
    return new Renamed(form(canonical), ints(values), ints(threads));
  }

  /** The place of a number among those seen, from 1. */
  private static int place(Value leaf, List<Integer> seen) {
    Integer number = number(leaf);
    if (!seen.contains(number)) {
      seen.add(number);
    }
    return seen.indexOf(number) + 1;
  }

  private boolean isThread(String field, Value leaf) {
    return threadFields.contains(field) && Terms.isString(leaf);
  }

  private static Integer number(Value leaf) {
    return Terms.isString(leaf) ? Integer.valueOf(Terms.text(leaf)) : Terms.integer(leaf);
  }

  private KernelForm form(Value canonical) {
    return forms.computeIfAbsent(
        semantics.kernel(canonical),
        kernel -> {
          SortedMap<Integer, Integer> handles = new TreeMap<>();
          Terms.entries(Terms.field(canonical, "handles"))
              .forEach((key, value) -> handles.put(Terms.integer(key), referents.number(value)));
          return new KernelForm(
              kernel,
              ints(handles.keySet()),
              ints(handles.values()),
              leaving(canonical),
              semantics.collect(kernel, new int[0]) == kernel);
        });
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
