package bindcheck.spec.tlc;

import bindcheck.spec.SpecFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.rmi.NotBoundException;
import java.rmi.RemoteException;
import java.util.concurrent.atomic.AtomicLong;
import tlc2.tool.distributed.TLCServer;

/** TLC's server, which gives workers the text of the specification too, and counts as TLC does. */
final class StateServer extends TLCServer {
  private static final long serialVersionUID = 1L;

  private final transient SpecFiles files;
  private final AtomicLong generated;

  StateServer(ServedModel model, SpecFiles files) throws IOException, NotBoundException {
    super(model);
    this.files = files;
    generated = new AtomicLong(model.initialStates());
  }

  @Override
  public void modelCheck() throws IOException, InterruptedException, NotBoundException {
    super.modelCheck();
  }

  /** It is told one less than a worker has generated; TLC itself would add all distinct states. */
  @Override
  public void addStatesGeneratedDelta(long delta) {
    generated.addAndGet(delta + 1);
  }

  @Override
  public long getStatesGenerated() {
    return generated.get();
  }

  @Override
  public byte[] getFile(String name) throws RemoteException {
    try {
      return Files.readAllBytes(files.resolve(name, false).toPath());
    } catch (IOException e) {
      throw new RemoteException("no file " + name, e);
    }
  }
}
