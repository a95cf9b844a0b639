package bindcheck.suite;

import bindcheck.file.Sha256;
import bindcheck.spec.Symmetry;

/**
 * The hash of a graph over printed canonical forms: equal hashes mean that the same suite was
 * built, on whatever machine.
 */
final class GraphHash {
  private GraphHash() {}

  /** The first 16 hex digits of a SHA-256. */
  static String of(SceneGraph graph) {
    Sha256 hash = new Sha256();
    Symmetry symmetry = graph.symmetry();
    for (int node = 0; node < graph.nodes(); node++) {
      hash.addLine(symmetry.print(graph.configuration(node)));
    }
    for (SceneGraph.Edge edge : graph.edges()) {
      hash.addLine(edge.from() + " " + edge.stimulus() + " " + edge.to());
    }
    return hash.shortHex();
  }
}
