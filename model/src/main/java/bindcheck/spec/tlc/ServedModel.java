package bindcheck.spec.tlc;

import bindcheck.spec.SpecFiles;
import java.io.IOException;
import tlc2.tool.TLCState;
import tlc2.tool.TLCStateInfo;
import tlc2.tool.WorkerException;
import tlc2.tool.distributed.TLCApp;
import tlc2.tool.fp.FPSetConfiguration;

/**
 * A model as the server has it. Where a worker finds an error, TLC's server prints how it comes to
 * it, and not what it is; this keeps what it is.
 */
final class ServedModel extends TLCApp {
  private String error = "";

  ServedModel(String module, String name, SpecFiles files) throws IOException {
    super(module, name, false, null, new FPSetConfiguration(), files);
    if (!tool.livenessIsTrue()) { // which TLC would pass over
      throw new IllegalArgumentException("what must come is checked in one process only");
    }
  }

  /** TLC asks for this to print the last step of a counterexample. */
  @Override
  public TLCStateInfo getState(TLCState to, TLCState from) {
    try {
      checkState(from, to);
    } catch (WorkerException violated) {
      error = violated.getMessage();
    }
    return super.getState(to, from);
  }

  /** Which property was violated, in TLC's words; else empty. */
  String error() {
    return error;
  }

  /** Those that TLC counts as generated, repetitions included. */
  int initialStates() {
    return tool.getInitStates().size();
  }
}
