package bindcheck.junit;

import bindcheck.script.Script;
import net.jqwik.api.Arbitrary;

/**
 * Arbitrary scripts, for the properties of jqwik: calls on interrupts and ports, those that may
 * block by three threads of their own. Most are made right; a few have a handle of another object,
 * none, a null pointer or odd options. They shrink to fewer calls, and to plainer ones.
 *
 * <pre>{@code
 * @Property
 * void doesWhatIsAllowed(@ForAll Script script) {
 *   assertEquals(Optional.empty(), Bindcheck.play(kernel, script));
 * }
 * }</pre>
 */
public final class Scripts {
  private static final int MOST_CALLS = 16;
  private static final int READERS = 3;

  private Scripts() {}

  /** Of 1 to 16 calls, and those that make the handles which they need. */
  public static Arbitrary<Script> scripts() {
    return scripts(MOST_CALLS);
  }

  /**
   * Of 1 to so many calls, and those that make the handles which they need.
   *
   * @param mostCalls at least 1
   */
  public static Arbitrary<Script> scripts(int mostCalls) {
    return Draw.any(READERS)
        .list()
        .ofMinSize(1)
        .ofMaxSize(mostCalls)
        .map(ScriptBuilder::script)
        // Of so many parts there are too many edges to try.
        .withoutEdgeCases();
  }
}
