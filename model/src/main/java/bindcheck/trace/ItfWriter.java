package bindcheck.trace;

import bindcheck.call.Call;
import bindcheck.file.WholeFile;
import bindcheck.script.Line;
import bindcheck.spec.Automaton;
import bindcheck.spec.Itf;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Writes the walks of a scene as state traces, in the Informal Trace Format of Apalache: one file a
 * walk. A state has the kernel and the calls in progress, by thread, at a quiescence; what led to
 * it stands in its {@code #meta}, for the format itself knows states only.
 */
public final class ItfWriter {
  /** What the {@link #META} of every such file says that it comes from. */
  static final String SOURCE = "bindcheck";

  static final String META = "#meta";

  private final Traces traces;
  private final Automaton automaton;

  /** Prepares to write these traces; what another variant allows is left out. */
  public ItfWriter(Traces traces) {
    this.traces = traces;
    this.automaton = traces.part().graph().automaton();
  }

  /** What the file of a walk is called. */
  public static String name(String scene, int walk) {
    return "%s.%05d.itf.json".formatted(scene, walk);
  }

  /**
   * Writes a file for each walk into the folder.
   *
   * @param progress is told how many steps have been written
   * @throws bindcheck.file.InputException if a file cannot be written
   */
  public void write(Path folder, LongConsumer progress) {
    long steps = 0;
    for (int walk = 1; walk <= traces.walks(); walk++) {
      ObjectNode trace = trace(walk);
      Path file = folder.resolve(name(traces.part().name(), walk));
      WholeFile.write(file, out -> out.write(trace + "\n"));
      steps += trace.get("states").size() - 1;
      progress.accept(steps);
    }
  }

  private ObjectNode trace(int walk) {
    ObjectNode trace = JsonNodeFactory.instance.objectNode();
    trace
        .putObject(META)
        .put("format", "ITF")
        .put("format-description", "https://apalache-mc.org/docs/adr/015adr-trace.html")
        .put("source", SOURCE)
        .put("scene", traces.part().name())
        .put("variant", traces.variant())
        .put("hash", traces.part().graph().hash())
        .put("walk", walk);
    trace.putArray("vars").add("kernel").add("calls");
    ArrayNode states = trace.putArray("states");
    states.add(state(0, automaton.empty()));
    List<ExpectedWalk.Step> steps = traces.steps(walk);
    for (int i = 0; i < steps.size(); i++) {
      ObjectNode state = state(i + 1, steps.get(i).configuration());
      describe((ObjectNode) state.get(META), steps.get(i));
      states.add(state);
    }
    return trace;
  }

  private static void describe(ObjectNode meta, ExpectedWalk.Step step) {
    Line line = step.line();
    meta.put("action", line.toString()).put("thread", line.thread());
    line.name().ifPresent(name -> meta.put("name", name));
    if (line.statement() instanceof Call call) {
      meta.set("call", JsonOut.of(call));
    } else {
      meta.set("expire", JsonOut.of(step.calls().get(line.thread())));
    }
    meta.put("observed", step.observation().toString());
  }

  private ObjectNode state(int index, int configuration) {
    ObjectNode state = JsonNodeFactory.instance.objectNode();
    state.putObject(META).put("index", index);
    Itf.addState(state, automaton, configuration);
    return state;
  }
}
