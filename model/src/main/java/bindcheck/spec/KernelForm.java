package bindcheck.spec;

import java.util.List;

/**
 * A kernel in which 64-bit values and threads are numbered by their first occurrence, from 1, so
 * that kernels that differ in nothing else are one.
 *
 * @param kernel its number in a {@link Semantics}
 * @param numbers the live handles
 * @param referents what each of them refers to, numbered: equal for equal ones
 * @param leaving what is in each port, for those of which something is
 * @param isClean whether every object is reachable from a handle
 */
@SuppressWarnings("ArrayRecordComponent") // never compared: there is one object a kernel
public record KernelForm(
    int kernel, int[] numbers, int[] referents, List<Leaving> leaving, boolean isClean) {
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

  /** Whether the handle refers to the same here and there. */
  boolean isKept(int handle, KernelForm other) {
    int there = other.place(handle);
    return there >= 0 && referents[place(handle)] == other.referents[there];
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
