package bindcheck.spec;

import bindcheck.tla.Terms;
import bindcheck.tla.Value;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/**
 * The 64-bit values of configurations, which are numbers in the specification: any may be given
 * another number, but for 0, without a difference. So what is known of one configuration is known
 * of all that differ in nothing else. Which fields hold such numbers is the spec's to say.
 */
final class ValueForms {
  /**
   * A configuration with its values numbered from 1 as they are met.
   *
   * @param values of each value of the form, from 1, the number that it had before; null where all
   *     have the numbers that they had
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Form(Configuration configuration, int[] values) {
    /** The number that a value of the form had before; 0 is always 0. */
    long value(long number) {
      return number == 0 || values == null ? number : values[(int) number - 1];
    }
  }

  /** Renaming takes time for each value, and is worth it where kernels are met again. */
  private static final int MOST_VALUES = 100;

  private static final int[] NONE = {};

  private final Semantics semantics;
  private final ValueFields fields;
  private final Map<Integer, BitSet> liveInKernel = new HashMap<>();
  private final Map<Integer, int[]> valuesOfKernel = new HashMap<>();
  private final Map<Integer, int[]> valuesOfCall = new HashMap<>();
  private final Map<Integer, Integer> formOfKernel = new HashMap<>();

  /** By a kernel and what its values are to be. */
  private final Map<List<Integer>, Integer> kernels = new HashMap<>();

  ValueForms(Semantics semantics) {
    this.semantics = semantics;
    this.fields = new ValueFields(semantics.module());
  }

  /** The numbers that stand for values in a kernel, by its number; the reader's to leave alone. */
  BitSet live(int kernel) {
    return liveInKernel.computeIfAbsent(
        kernel,
        k -> {
          BitSet live = new BitSet();
          for (int value : ofKernel(k)) {
            live.set(value);
          }
          return live;
        });
  }

  /** The form of a configuration; itself where it holds so many values that none is like it. */
  Form of(Configuration configuration) {
    if (ofKernel(configuration.kernel).length > MOST_VALUES) {
      return new Form(configuration, null);
    }
    Map<Integer, Integer> numbers = new LinkedHashMap<>();
    number(ofKernel(configuration.kernel), numbers);
    int kernel =
        formOfKernel.computeIfAbsent(
            configuration.kernel,
            k -> semantics.kernel(renamed(semantics.kernel(k), numbers::get)));
    int[] calls = configuration.calls();
    for (int t = 0; t < calls.length; t++) {
      number(ofCall(calls[t]), numbers);
      calls[t] = renamed(calls[t], numbers::get);
    }
    return new Form(
        new Configuration(kernel, calls, configuration.policies),
        KernelForms.ints(numbers.keySet()));
  }

  /** Numbers the values on, from 1. */
  private static void number(int[] values, Map<Integer, Integer> numbers) {
    for (int value : values) {
      numbers.putIfAbsent(value, numbers.size() + 1);
    }
  }

  /** What a configuration is where the form's values have the numbers that they had before. */
  Configuration from(Form form, Configuration reached) {
    if (form.values() == null) {
      return reached;
    }
    int[] calls = reached.calls();
    for (int t = 0; t < calls.length; t++) {
      calls[t] = renamed(calls[t], number -> (int) form.value(number));
    }
    return new Configuration(kernel(form, reached.kernel), calls, reached.policies);
  }

  private int kernel(Form form, int reached) {
    List<Integer> key = new ArrayList<>(List.of(reached));
    for (int value : ofKernel(reached)) {
      key.add((int) form.value(value));
    }
    Integer known = kernels.get(key);
    if (known == null) {
      Value kernel = semantics.kernel(reached);
      known = semantics.kernel(renamed(kernel, number -> (int) form.value(number)));
      kernels.put(key, known);
    }
    return known;
  }

  private int renamed(int call, IntUnaryOperator numbers) {
    return ofCall(call).length == 0 ? call : semantics.call(renamed(semantics.call(call), numbers));
  }

  private Value renamed(Value term, IntUnaryOperator numbers) {
    return Terms.rebuildFields(
        term,
        (field, leaf) ->
            fields.hold(field, leaf)
                ? Terms.number(numbers.applyAsInt(Terms.integer(leaf)))
                : leaf);
  }

  private int[] ofKernel(int kernel) {
    return valuesOfKernel.computeIfAbsent(kernel, k -> in(semantics.kernel(k)));
  }

  private int[] ofCall(int call) {
    return call == semantics.idle()
        ? NONE
        : valuesOfCall.computeIfAbsent(call, c -> in(semantics.call(c)));
  }

  /** The numbers in the order in which they are met. */
  private int[] in(Value term) {
    Set<Integer> values = new LinkedHashSet<>();
    Terms.rebuildFields(
        term,
        (field, leaf) -> {
          if (fields.hold(field, leaf)) {
            values.add(Terms.integer(leaf));
          }
          return leaf;
        });
    return KernelForms.ints(values);
  }
}
