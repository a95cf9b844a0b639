package bindcheck.spec;

import java.util.Arrays;

/**
 * A kernel, the call of each thread, and the policies that are still open; all by their numbers in
 * a {@link Semantics}. Immutable.
 */
final class Configuration {
  final int kernel;
  final int policies;
  private final int[] calls;
  private final int hash;

  Configuration(int kernel, int[] calls, int policies) {
    this.kernel = kernel;
    this.calls = calls;
    this.policies = policies;
    this.hash = hash(kernel, policies, calls);
  }

  private static int hash(int kernel, int policies, int[] calls) {
    int hash = Spread.of(kernel, policies);
    for (int call : calls) {
      hash = Spread.of(hash, call);
    }
    return hash;
  }

  int call(int thread) {
    return calls[thread];
  }

  int[] calls() {
    return calls.clone();
  }

  int threads() {
    return calls.length;
  }

  /** The same kernel and policies with one call replaced. */
  Configuration with(int thread, int call) {
    int[] changed = calls.clone();
    changed[thread] = call;
    return new Configuration(kernel, changed, policies);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Configuration c
        && kernel == c.kernel
        && policies == c.policies
        && Arrays.equals(calls, c.calls);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
