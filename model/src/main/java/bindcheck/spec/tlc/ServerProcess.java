package bindcheck.spec.tlc;

import bindcheck.spec.SpecFiles;
import java.net.InetAddress;
import tlc2.TLCGlobals;
import tlc2.tool.distributed.TLCServer;
import tlc2.util.FP64;

/** The server of TLC's distributed mode, in a process of its own; see {@link DistributedRun}. */
public final class ServerProcess {
  /** What TLC's line begins with when workers can come. */
  static final String READY = "TLC server at ";

  // TLC looks only so often whether all has been checked before it began to wait for that.
  private static final String INTERVAL_MS = "1000";

  private ServerProcess() {}

  /**
   * Serves the module and configuration named, at the address and port named, and exits when it has
   * been checked: TLC leaves threads behind.
   */
  public static void main(String[] args) {
    ChildProcess.endWithParent();
    System.setProperty(TLCServer.class.getName() + ".report", INTERVAL_MS);
    try (SpecFiles files = new SpecFiles()) {
      int port = Integer.parseInt(args[3]);
      OneAddress.listen(InetAddress.getByName(args[2]), port);
      TLCServer.Port = port;
      TLCGlobals.setNumWorkers(0);
      TLCGlobals.chkptDuration = 0;
      TLCGlobals.metaDir = files.folder().resolve("states") + "/";
      FP64.Init();
      ServedModel model = new ServedModel(args[0], args[1], files);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println(model.error())));
      new StateServer(model, files).modelCheck(); // exits by itself, as a rule
    } catch (Throwable failed) { // TLC throws errors too
      System.out.println("Error: " + failed);
    }
    System.exit(0);
  }
}
