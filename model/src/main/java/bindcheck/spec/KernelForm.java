package bindcheck.spec;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * A kernel in which 64-bit values and threads are numbered by their first occurrence, from 1, so
 * that kernels that differ in nothing else are one. There is one object a form.
 */
public final class KernelForm {
  /** A number that no handle has. */
  public static final int NO_HANDLE = 1_000_000;

  /** No handles. */
  static final int[] NONE = {};

  /**
   * The live handles; there is one object for equal ones.
   *
   * @param numbers in ascending order
   * @param referents what each of them refers to, numbered: equal for equal ones
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Handles(int[] numbers, int[] referents) {}

  private final int kernel;
  private final int outline;
  private final Handles handles;
  private final boolean isClean;
  private final Supplier<List<Leaving>> inPorts;
  private List<Leaving> leaving;

  KernelForm(
      int kernel, int outline, Handles handles, boolean isClean, Supplier<List<Leaving>> inPorts) {
    this.kernel = kernel;
    this.outline = outline;
    this.handles = handles;
    this.isClean = isClean;
    this.inPorts = inPorts;
  }

  /** Its number in a {@link Semantics}. */
  public int kernel() {
    return kernel;
  }

  /** The number of the kernel of whose objects only the types are left. */
  int outline() {
    return outline;
  }

  /** The live handles, in ascending order. */
  public int[] numbers() {
    return handles.numbers();
  }

  /** Whether every object is reachable from a handle. */
  public boolean isClean() {
    return isClean;
  }

  /** What is in each port, for those of which something is. */
  public List<Leaving> leaving() {
    if (leaving == null) {
      leaving = inPorts.get();
    }
    return leaving;
  }

  /** The place of a live handle in {@link #numbers}; negative where it is none. */
  public int place(int handle) {
    int[] numbers = handles.numbers();
    for (int i = 0; i < numbers.length; i++) {
      if (numbers[i] == handle) {
        return i;
      }
    }
    return -1;
  }

  /** The handle that the other has and this has not; 0 where there is none. */
  int made(KernelForm after) {
    if (!handles.equals(after.handles)) {
      for (int handle : after.numbers()) {
        if (place(handle) < 0) {
          return handle;
        }
      }
    }
    return 0;
  }

  /** The handles that the other has not, or that refer to something else there. */
  int[] lost(KernelForm after) {
    if (handles.equals(after.handles)) {
      return NONE;
    }
    return Arrays.stream(numbers()).filter(handle -> !isKept(handle, after)).toArray();
  }

  private boolean isKept(int handle, KernelForm after) {
    int there = after.place(handle);
    return there >= 0 && handles.referents()[place(handle)] == after.handles.referents()[there];
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
