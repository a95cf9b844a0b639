package bindcheck.bench;

import bindcheck.file.Packaged;
import bindcheck.spec.tlc.ModelResult;
import bindcheck.spec.tlc.TextRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A scene's graph as TLC walks it by itself: the quiescent states, up to a renaming of its readers.
 */
public final class TlcGraph {
  private static final String MODULE = "Quiescent";

  private TlcGraph() {}

  /**
   * Has TLC walk the whole of it.
   *
   * @param readers how many threads there are beside main
   * @return {@code N nodes, M edges}; or why it did not come to its end
   */
  public static String of(String scene, int readers, String variant, Duration time) {
    String configuration =
        """
        CONSTANTS
          Name = "%s"
          VariantName = "%s"
          T1 = T1
          T2 = T2
          T3 = T3
          MainThreads = {"main"}
          ReaderThreads <- SceneReaders
          Prologue <- ScenePrologue
          Alphabet <- SceneAlphabet
          Capacity <- RealCapacity
        SPECIFICATION QuiescentSpec
        %s
        """
            .formatted(scene, variant, readers > 1 ? "SYMMETRY Renamings" : "");
    String text = Packaged.text("/bench/" + MODULE + ".tla");
    List<String> printed = new ArrayList<>();
    String failure = TextRun.of(MODULE, text, configuration, time, printed::add);
    return failure.isEmpty() ? graph(ModelResult.parse(printed, List.of())) : failure;
  }

  /** TLC generates the initial state and every transition. */
  private static String graph(ModelResult result) {
    return result.holds()
        ? result.distinct() + " nodes, " + (result.generated() - 1) + " edges"
        : result.outcome();
  }
}
