package bindcheck.spec.tlc;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.rmi.NotBoundException;
import java.rmi.RemoteException;
import java.rmi.registry.LocateRegistry;
import java.rmi.registry.Registry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tlc2.tool.distributed.InternRMI;
import tlc2.tool.distributed.TLCApp;
import tlc2.tool.distributed.TLCServer;
import tlc2.tool.distributed.TLCServerRMI;
import tlc2.tool.distributed.TLCWorker;
import tlc2.tool.distributed.fp.IFPSetManager;
import tlc2.util.FP64;
import util.ToolIO;
import util.UniqueString;

/** Workers of TLC's distributed mode, in a process of their own; see {@link WorkerRun}. */
public final class WorkerProcess {
  private static final int INTERVAL_MS = 200;

  private WorkerProcess() {}

  /**
   * Works for the server at the host and port named, which calls back at the address named, with a
   * thread a processor. Ends with the server; the exit code says whether all was checked then.
   */
  public static void main(String[] args) throws InterruptedException {
    ChildProcess.endWithParent();
    ToolIO.out = new PrintStream(OutputStream.nullOutputStream());
    boolean isChecked = false;
    try {
      OneAddress.listen(InetAddress.getByName(args[2]), 0);
      TLCServerRMI server = server(LocateRegistry.getRegistry(args[0], Integer.parseInt(args[1])));
      List<Worker> workers = workers(server, args[2]);
      String model = server.getConfigFileName();
      System.out.println("takes part in " + model + ", threads: " + workers.size());
      awaitEnd(server);
      isChecked = workers.get(0).isDismissed;
      System.out.println(isChecked ? model + " is checked" : "the server is gone");
    } catch (Throwable failed) { // TLC throws errors too
      System.out.println("cannot take part: " + failed);
    }
    System.exit(isChecked ? 0 : 1);
  }

  /** It is there as soon as the initial states are. */
  private static TLCServerRMI server(Registry registry)
      throws RemoteException, InterruptedException {
    while (true) {
      try {
        return (TLCServerRMI) registry.lookup(TLCServer.SERVER_WORKER_NAME);
      } catch (NotBoundException isNotReady) {
        TimeUnit.MILLISECONDS.sleep(INTERVAL_MS);
      }
    }
  }

  private static List<Worker> workers(TLCServerRMI server, String own) throws IOException {
    FP64.Init(server.getIrredPolyForFP());
    UniqueString.setSource((InternRMI) server); // before there is any
    EveryStep steps =
        new EveryStep(
            new TLCApp(
                server.getSpecFileName(),
                server.getConfigFileName(),
                server.getCheckDeadlock(),
                new ServedFiles(server)));
    List<Worker> workers = new ArrayList<>();
    for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
      workers.add(new Worker(i, steps, server.getFPSetManager(), own));
      server.registerWorker(workers.get(i));
    }
    return workers;
  }

  /** A server that has ended, or does not serve any more, does not answer. */
  private static void awaitEnd(TLCServerRMI server) throws InterruptedException {
    try {
      while (true) {
        server.isDone();
        TimeUnit.MILLISECONDS.sleep(INTERVAL_MS);
      }
    } catch (RemoteException isGone) {
      return;
    }
  }

  private static final class Worker extends TLCWorker {
    private static final long serialVersionUID = 1L;

    private volatile boolean isDismissed;

    Worker(int number, EveryStep steps, IFPSetManager states, String own) throws RemoteException {
      super(number, steps, states, own);
    }

    /** TLC would end before it has answered. */
    @Override
    public void exit() {
      isDismissed = true;
    }
  }
}
