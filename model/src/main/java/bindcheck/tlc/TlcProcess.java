package bindcheck.tlc;

import bindcheck.spec.SpecFiles;
import java.nio.file.Path;
import tlc2.TLC;
import util.ToolIO;

/** TLC in a process of its own, on the packaged modules; see {@link ModelRun}. */
public final class TlcProcess {
  private TlcProcess() {}

  /** Runs TLC on the module and configuration named, and exits: TLC leaves a thread behind. */
  public static void main(String[] args) {
    try (SpecFiles files = new SpecFiles()) {
      ToolIO.setUserDir(files.folder().toString());
      Path states = files.folder().resolve("states");
      TLC tlc = new TLC();
      boolean understood =
          tlc.handleParameters(
              new String[] {
                "-deadlock",
                "-workers",
                "1",
                "-metadir",
                states.toString(),
                "-config",
                args[1] + ".cfg",
                args[0]
              });
      if (understood) {
        tlc.setResolver(files);
        tlc.process();
      }
    }
    System.exit(0);
  }
}
