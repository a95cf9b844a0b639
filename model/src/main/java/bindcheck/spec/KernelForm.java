package bindcheck.spec;

import java.util.SortedMap;
import tlc2.value.impl.Value;

/**
 * A kernel in which 64-bit values and threads are numbered by their first occurrence, from 1, so
 * that kernels that differ in nothing else are one.
 *
 * @param kernel its number in a {@link bindcheck.spec.Semantics}
 * @param values how many values occur
 * @param threads how many threads occur
 * @param handles the live handles with what they refer to
 * @param numbers the keys of {@code handles}
 * @param isClean whether every object is reachable from a handle
 */
@SuppressWarnings("ArrayRecordComponent") // never compared: there is one object a kernel
public record KernelForm(
    int kernel,
    int values,
    int threads,
    SortedMap<Integer, Value> handles,
    int[] numbers,
    boolean isClean) {
  /** A number that no handle has. */
  public static final int NO_HANDLE = 1_000_000;

  /** The place of a live handle in {@link #numbers}; negative where it is none. */
  public int place(int handle) {
    for (int i = 0; i < numbers.length; i++) {
      if (numbers[i] == handle) {
        return i;
      }
    }
    return -1;
  }

  /** The least number that no handle has. */
  int free() {
    int free = 1;
    while (place(free) >= 0) {
      free++;
    }
    return free;
  }
}
