package bindcheck.spec;

import java.util.Arrays;

/** Numbers in the order of their first occurrence, of which there are few. */
final class Occurrences {
  private int[] seen = new int[16];
  private int size;

  /** The place of a number among those seen, from 1; the last one where it is new. */
  int place(int number) {
    for (int i = 0; i < size; i++) {
      if (seen[i] == number) {
        return i + 1;
      }
    }
    if (size == seen.length) {
      seen = Arrays.copyOf(seen, 2 * size);
    }
    seen[size++] = number;
    return size;
  }

  /** All that were seen, in that order. */
  int[] all() {
    return Arrays.copyOf(seen, size);
  }
}
