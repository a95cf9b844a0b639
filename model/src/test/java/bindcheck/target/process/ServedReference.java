package bindcheck.target.process;

import bindcheck.call.Call;
import bindcheck.call.Op;
import bindcheck.call.Reply;
import bindcheck.target.Dispatch;
import bindcheck.target.ReferenceTarget;
import java.io.IOException;
import java.util.Collection;
import java.util.EnumSet;

/** The reference implementation as a program of its own, which cannot tell who is blocked. */
final class ServedReference implements Server.Kernel {
  private final ReferenceTarget reference = new ReferenceTarget();

  public static void main(String[] args) throws IOException {
    EnumSet<Feature> features = EnumSet.of(Feature.EXPIRE, Feature.ABANDON);
    new Server("reference", ServedReference::new, EnumSet.allOf(Op.class), features)
        .serve(System.in, System.out);
  }

  @Override
  public Reply make(Call call) {
    return Dispatch.make(call, reference);
  }

  @Override
  public void expire(Thread thread) {
    reference.expire(thread);
  }

  @Override
  public boolean areBlocked(Collection<Thread> threads) {
    throw new UnsupportedOperationException("that is not among its features");
  }
}
