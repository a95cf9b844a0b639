package bindcheck.target.process;

import bindcheck.call.Op;
import bindcheck.target.ReferenceTarget;
import java.io.IOException;
import java.util.EnumSet;

/** The reference implementation as a program of its own, which cannot tell who is blocked. */
final class ServedReference {
  private ServedReference() {}

  public static void main(String[] args) throws IOException {
    EnumSet<Feature> features = EnumSet.of(Feature.EXPIRE, Feature.ABANDON);
    new Server("reference", ReferenceTarget::new, EnumSet.allOf(Op.class), features)
        .serve(System.in, System.out);
  }
}
