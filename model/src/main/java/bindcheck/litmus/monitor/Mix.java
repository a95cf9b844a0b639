package bindcheck.litmus.monitor;

/** Hashes of 64 bits. */
final class Mix {
  private Mix() {}

  /** The hash of a sequence, with one more number at its end. */
  static long of(long hash, long next) {
    long z = (hash ^ (next * 0x9E3779B97F4A7C15L)) + 0x632BE59BD9B4E019L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  static long of(String text) {
    long hash = text.length();
    for (int i = 0; i < text.length(); i++) {
      hash = of(hash, text.charAt(i));
    }
    return hash;
  }
}
