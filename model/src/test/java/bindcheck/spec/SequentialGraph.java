package bindcheck.spec;

import bindcheck.call.Reply;
import bindcheck.file.Packaged;
import bindcheck.tla.Terms;
import bindcheck.tla.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tlc2.tool.Action;
import tlc2.tool.StateVec;
import tlc2.tool.TLCState;
import tlc2.tool.impl.FastTool;
import tlc2.util.FP64;
import util.ToolIO;
import util.UniqueString;

/**
 * Every state that a scene comes to when its calls are made one after the other, as TLC enumerates
 * them, and what leads from each to others. It takes a Java machine of its own, as TLC loads one
 * specification.
 */
public final class SequentialGraph {
  /** The thread that makes the calls of "main". */
  public static final String MAIN = "M";

  private static final String MODULE = "Sequential";
  private static final UniqueString LABEL = UniqueString.uniqueStringOf("label");

  /**
   * A stimulus, and the replies of those who returned after it, by thread. All others that were in
   * a call are blocked.
   */
  public record Block(Stimulus stimulus, SortedMap<String, Reply> replies) {
    /** Who makes the call, or whose deadline passes. */
    public String thread() {
      return stimulus.thread();
    }
  }

  /** What may happen in a state, and where it leads. */
  public record Edge(Block block, int to) {}

  private final FastTool tool;
  private final Map<Value, Block> blocks = new HashMap<>();
  private final Map<Long, Integer> numbers = new HashMap<>();
  private final List<TLCState> states = new ArrayList<>();
  private final List<List<Edge>> edges = new ArrayList<>();

  /** Has TLC enumerate the whole of it. */
  public SequentialGraph(String scene, String variant) {
    FP64.Init();
    ToolIO.setMode(ToolIO.TOOL);
    String text = Packaged.text("/bindcheck/history/judge/" + MODULE + ".tla");
    Map<String, String> module =
        Map.of(MODULE + ".tla", text, MODULE + ".cfg", configuration(scene, variant));
    try (SpecFiles files = new SpecFiles(module)) {
      tool = new FastTool(files.folder().toString(), MODULE, MODULE, files);
    }
    number(tool.getInitStates().elementAt(0));
    for (int from = 0; from < states.size(); from++) {
      edges.add(leaving(states.get(from)));
      states.set(from, null); // its successors are known
    }
  }

  private static String configuration(String scene, String variant) {
    return """
        CONSTANTS
          Name = "%s"
          VariantName = "%s"
          MainThreads = {"M"}
          ReaderThreads <- SceneReaders
          Prologue <- ScenePrologue
          Alphabet <- SceneAlphabet
          Capacity <- RealCapacity
        INIT SequentialInit
        NEXT SequentialNext
        VIEW Unlabelled
        """
        .formatted(scene, variant);
  }

  private List<Edge> leaving(TLCState state) {
    List<Edge> leaving = new ArrayList<>();
    for (Action action : tool.getActions()) {
      StateVec next = tool.getNextStates(action, state);
      for (int i = 0; i < next.size(); i++) {
        TLCState to = next.elementAt(i);
        Value label = TlcEvaluator.fromTlc((tlc2.value.impl.Value) to.lookup(LABEL));
        leaving.add(new Edge(blocks.computeIfAbsent(label, SequentialGraph::block), number(to)));
      }
    }
    return leaving;
  }

  private int number(TLCState state) {
    Integer known = numbers.putIfAbsent(state.fingerPrint(), states.size());
    if (known == null) {
      states.add(state);
      return states.size() - 1;
    }
    return known;
  }

  private static Block block(Value label) {
    Stimulus made = CallTerms.stimulus(Terms.field(label, "stimulus"));
    SortedMap<String, Reply> replies = new TreeMap<>();
    Terms.fields(Terms.field(label, "replies"))
        .forEach((thread, reply) -> replies.put(thread, reply(made, reply)));
    return new Block(made.by(Terms.text(Terms.field(label, "thread"))), replies);
  }

  /** With the handle that was made, if one was: nobody is blocked in a call that makes one. */
  private static Reply reply(Stimulus made, Value reply) {
    Reply plain = CallTerms.reply(reply);
    boolean makes = !made.isExpire() && made.call().returnsHandle() && plain.isOk();
    return makes ? Reply.ok(new Reply.Handle(made.out())) : plain;
  }

  /** The stimuli of the set-up, which the first state has behind it. */
  public static List<Stimulus> setUp(String scene) {
    return new SceneSpec(SpecModule.load("Evaluation"), scene)
        .setup().stream().map(stimulus -> stimulus.by(MAIN)).toList();
  }

  /** How many states there are. */
  public int states() {
    return edges.size();
  }

  /** What may happen in a state; the first is 0. */
  public List<Edge> from(int state) {
    return edges.get(state);
  }
}
