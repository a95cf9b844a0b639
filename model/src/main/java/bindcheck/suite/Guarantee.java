package bindcheck.suite;

/**
 * What it proves to pass a complete suite.
 *
 * @param states how many states of the scene a tester can tell apart
 * @param extraStates how many more the implementation may have
 */
public record Guarantee(int states, int extraStates) {
  @Override
  public String toString() {
    return "guarantee: an implementation that differs in this scene and has at most "
        + (states + extraStates)
        + " states there would have failed";
  }
}
