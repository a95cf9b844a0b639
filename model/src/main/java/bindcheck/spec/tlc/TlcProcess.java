package bindcheck.spec.tlc;

import bindcheck.spec.SpecFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tlc2.TLC;
import util.ToolIO;

/** TLC in a process of its own, on the packaged modules; see {@link ModelRun}. */
public final class TlcProcess {
  private TlcProcess() {}

  /**
   * Runs TLC on the module (packaged, or given to this process), configuration and mode named, and
   * exits: TLC leaves a thread behind.
   */
  public static void main(String[] args) {
    try (SpecFiles files = new SpecFiles(ChildProcess.given())) {
      ToolIO.setUserDir(files.folder().toString());
      TLC tlc = new TLC();
      if (tlc.handleParameters(parameters(files.folder(), args[0], args[1], args[2]))) {
        tlc.setResolver(files);
        tlc.process();
      }
    }
    System.exit(0);
  }

  private static String[] parameters(Path folder, String module, String name, String mode) {
    List<String> parameters = new ArrayList<>();
    // That every call in progress is blocked is no error.
    parameters.add("-deadlock");
    parameters.addAll(List.of("-workers", "1", "-difftrace"));
    parameters.addAll(List.of("-metadir", folder.resolve("states").toString()));
    if (mode.equals(Model.Mode.LIVENESS.toString())) {
      parameters.addAll(List.of("-lncheck", "final"));
    }
    parameters.addAll(List.of("-config", name + ".cfg", module));
    return parameters.toArray(new String[0]);
  }
}
