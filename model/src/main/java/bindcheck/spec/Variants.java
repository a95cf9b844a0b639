package bindcheck.spec;

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

  public Variants(SpecModule module) {
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

  /** That implementation; where it is not known which alternative it takes, with the first. */
  public Variant resolved(String name) {
    return of(name).resolved();
  }

  /** The variant of that name. */
  public Variant of(String name) {
    Variant variant = variants.get(name);
    if (variant == null) {
      throw new IllegalArgumentException("unknown variant '" + name + "', known are " + names());
    }
    return variant;
  }
}
