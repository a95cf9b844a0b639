package bindcheck.litmus.jpf;

import bindcheck.litmus.Program;
import java.util.Map;

/** Runs a program under every interleaving. */
interface Explorer {

  /** What is behind it: name and version. */
  String version();

  /**
   * Explores a program, or its canary twin, in which threads throw where they are known to come.
   *
   * <p>A crash of the explorer is a part of what it gives, never an exception.
   *
   * @param canaries of a twin: by thread, after how many calls it throws; else empty
   */
  Exploration explore(Program program, Map<String, Integer> canaries);
}
