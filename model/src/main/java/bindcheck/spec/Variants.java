package bindcheck.spec;

import bindcheck.tla.Terms;
import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The variants that the specification gives names to. */
public final class Variants {
  /** The variant that the documents are. */
  public static final String DOC = "doc";

  /** The variant that the reference implementation is. */
  public static final String REFERENCE = "reference";

  private final SortedMap<String, Variant> variants = new TreeMap<>();

  /** What any variant may do, by choice. */
  private final SortedMap<String, SortedSet<String>> every;

  public Variants(SpecModule module) {
    every = every(module).alternatives();
    Terms.fields(module.evaluate("Variants"))
        .forEach((name, record) -> variants.put(name, Variant.read(name, record)));
  }

  /** What any variant may do: every other is what is left of it; see {@link Policies#of}. */
  public static Variant every(SpecModule module) {
    return Variant.read("", module.evaluate("Every"));
  }

  /** The names of all, sorted. */
  public Set<String> names() {
    return Collections.unmodifiableSet(variants.keySet());
  }

  /** The names of those that stand for one implementation, sorted: all but what is only said. */
  public SortedSet<String> implementations() {
    SortedSet<String> implementations = new TreeSet<>(variants.keySet());
    implementations.remove(DOC);
    return implementations;
  }

  /** The names of the kernels, sorted: each implementation but for the reference. */
  public SortedSet<String> kernels() {
    SortedSet<String> kernels = implementations();
    kernels.remove(REFERENCE);
    return kernels;
  }

  /** The names of the kernels that take an alternative. */
  public SortedSet<String> kernelsThatTake(Alternative alternative) {
    SortedSet<String> kernels = kernels();
    kernels.removeIf(name -> !variants.get(name).allows(alternative));
    return kernels;
  }

  /**
   * The variant of that name; or one that has other alternatives of some choices than the one that
   * is named first, as in {@code zircon-2021,C-coalesce=last}. A choice that is named several times
   * has several.
   *
   * @throws IllegalArgumentException if there is none; the message says what was expected
   */
  public Variant of(String text) {
    String[] parts = text.split(",", -1);
    Variant named = variants.get(known(variants.keySet(), "a variant", parts[0]));
    SortedMap<String, SortedSet<String>> others = new TreeMap<>();
    for (String part : Arrays.asList(parts).subList(1, parts.length)) {
      String[] sides = part.split("=", 2);
      SortedSet<String> all = every.get(known(every.keySet(), "a choice", sides[0]));
      String what = "an alternative of " + sides[0];
      String one = known(all, what, sides.length > 1 ? sides[1] : "");
      others.computeIfAbsent(sides[0], choice -> new TreeSet<>()).add(one);
    }
    return new Variant(text, named.with(others).alternatives());
  }

  /**
   * One that stands for one implementation; where it is not known which alternative it takes, with
   * the first. What is only said, and no implementation, is none.
   *
   * @throws IllegalArgumentException as {@link #of}
   */
  public Variant resolved(String text) {
    known(implementations(), "a resolved variant", text.split(",", -1)[0]);
    return of(text).resolved();
  }

  private static String known(Set<String> all, String what, String name) {
    if (!all.contains(name)) {
      throw new IllegalArgumentException(
          "expected " + what + " out of " + String.join(", ", all) + ", found '" + name + "'");
    }
    return name;
  }
}
