package bindcheck.spec;

import bindcheck.tla.Terms;
import bindcheck.tla.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/** What Suites.tla says of one scene. */
public final class SceneSpec {
  private final SpecModule module;
  private final String name;

  /** What the scene says of itself in any state. */
  private final Value unopened;

  /** The scene of that name. */
  public SceneSpec(SpecModule module, String name) {
    this.module = module;
    this.name = name;
    this.unopened = module.evaluate("Unopened", Terms.string(name));
  }

  /** The names of the suites. */
  public static Set<String> suites(SpecModule module) {
    return Terms.texts(module.evaluate("SuiteNames"));
  }

  /** The names of the scenes of a suite, in their order. */
  public static List<String> ofSuite(SpecModule module, String suite) {
    Value scenes = module.evaluate("ScenesOf", Terms.string(suite));
    return Terms.elements(scenes).stream().map(Terms::text).toList();
  }

  /** How many readers there are beside the thread that never blocks. */
  public int readers() {
    return Terms.integer(Terms.field(unopened, "readers"));
  }

  /** The calls that are made first. */
  public List<Stimulus> setup() {
    return Terms.elements(Terms.field(unopened, "setup")).stream()
        .map(CallTerms::stimulus)
        .toList();
  }

  /** The calls that may be made in a quiescent configuration, in the same order in every run. */
  public List<Stimulus> stimuli(Automaton automaton, int configuration) {
    Value scene =
        module.evaluate(
            "Scene",
            Terms.string(name),
            automaton.kernel(configuration),
            Terms.record(automaton.calls(configuration)));
    return Terms.sorted(Terms.field(scene, "stimuli")).stream().map(CallTerms::stimulus).toList();
  }

  /** What releases a blocked call of the configuration, or null where none is blocked. */
  public Stimulus release(Automaton automaton, int configuration) {
    SortedMap<String, Value> calls = automaton.calls(configuration);
    if (calls.isEmpty()) {
      return null;
    }
    Map.Entry<String, Value> first = calls.entrySet().iterator().next();
    return CallTerms.stimulus(
        module.evaluate(
            "Release",
            automaton.kernel(configuration),
            Terms.string(first.getKey()),
            first.getValue()));
  }
}
