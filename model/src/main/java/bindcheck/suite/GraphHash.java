package bindcheck.suite;

import bindcheck.spec.Symmetry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The hash of a graph over printed canonical forms: equal hashes mean that the same suite was
 * built, on whatever machine.
 */
final class GraphHash {
  private static final int BYTES = 8;

  private GraphHash() {}

  /** The first 16 hex digits of a SHA-256. */
  static String of(SceneGraph graph) {
    MessageDigest digest = sha256();
    Symmetry symmetry = graph.symmetry();
    for (int node = 0; node < graph.nodes(); node++) {
      add(digest, symmetry.print(graph.configuration(node)));
    }
    for (SceneGraph.Edge edge : graph.edges()) {
      add(digest, edge.from() + " " + edge.stimulus() + " " + edge.to());
    }
    return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
  }

  private static void add(MessageDigest digest, String line) {
    digest.update(line.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
