package bindcheck.spec;

import bindcheck.tla.Terms;
import bindcheck.tla.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** What Suites.tla says of one scene, or a module of a user's. */
public final class SceneSpec {
  private final SpecModule module;
  private final String name;

  /** A user's scene, which is looked at wherever it is evaluated; none where it is packaged. */
  private final Optional<OwnScene> own;

  private final Optional<SceneForm> form;

  /** What the scene says of itself in any state. */
  private final Value unopened;

  /** The scene of that name. */
  public SceneSpec(SpecModule module, String name) {
    this.module = module;
    this.name = name;
    this.own = module.scenes().stream().filter(scene -> scene.name().equals(name)).findFirst();
    this.form = own.map(SceneForm::new);
    this.unopened =
        own.map(scene -> scene.unopened(module))
            .orElseGet(() -> module.evaluate("Unopened", Terms.string(name)));
  }

  /** The names of the suites. */
  public static Set<String> suites(SpecModule module) {
    return Terms.texts(module.evaluate("SuiteNames"));
  }

  /**
   * The names of the scenes of a suite, in their order; where a user has given scenes, of theirs
   * those that belong to it.
   */
  public static List<String> ofSuite(SpecModule module, String suite) {
    if (!module.scenes().isEmpty()) {
      return module.scenes().stream()
          .filter(scene -> scene.isIn(suite, module))
          .map(OwnScene::name)
          .toList();
    }
    return texts(module.evaluate("ScenesOf", Terms.string(suite)));
  }

  /** The names of the scenes that are packaged, in their order. */
  static List<String> packaged(SpecModule module) {
    return texts(module.evaluate("SceneNames"));
  }

  private static List<String> texts(Value sequence) {
    return Terms.elements(sequence).stream().map(Terms::text).toList();
  }

  /** How many readers there are beside the thread that never blocks. */
  public int readers() {
    return Terms.integer(Terms.field(unopened, "readers"));
  }

  /** How many edges the graph of the scene may have. */
  public int mostEdges() {
    return own.map(OwnScene::mostEdges).orElse(Integer.MAX_VALUE);
  }

  /** The calls that are made first. */
  public List<Stimulus> setup() {
    return Terms.elements(Terms.field(unopened, "setup")).stream()
        .map(CallTerms::stimulus)
        .toList();
  }

  /**
   * The kernel after those calls of the set-up that are made.
   *
   * @throws RuntimeException as {@link #wrong} if they block, or number a handle as another
   */
  public int opened(Semantics semantics, List<Stimulus> made) {
    if (own.isEmpty()) {
      return semantics.after(made);
    }
    int kernel = semantics.emptyKernel();
    for (int i = 0; i < made.size(); i++) {
      form.get().requireFree(made.get(i), semantics.kernel(kernel));
      try {
        kernel = semantics.after(made.subList(0, i + 1));
      } catch (SpecException blocked) {
        throw wrong("expected a set-up that does not block, found " + made.get(i));
      }
    }
    return kernel;
  }

  /** The calls that may be made in a quiescent configuration, in the same order in every run. */
  public List<Stimulus> stimuli(Automaton automaton, int configuration) {
    Value kernel = automaton.kernel(configuration);
    Value stimuli =
        Terms.field(in(kernel, Terms.record(automaton.calls(configuration))), "stimuli");
    form.ifPresent(of -> of.requireStimuli(stimuli));
    List<Stimulus> calls = Terms.sorted(stimuli).stream().map(CallTerms::stimulus).toList();
    form.ifPresent(of -> calls.forEach(call -> of.requireFree(call, kernel)));
    return calls;
  }

  private Value in(Value kernel, Value calls) {
    return own.map(scene -> scene.in(module, kernel, calls))
        .orElseGet(() -> module.evaluate("Scene", Terms.string(name), kernel, calls));
  }

  /** What releases a blocked call of the configuration, or null where none is blocked. */
  public Stimulus release(Automaton automaton, int configuration) {
    SortedMap<String, Value> calls = automaton.calls(configuration);
    if (calls.isEmpty()) {
      return null;
    }
    Map.Entry<String, Value> first = calls.entrySet().iterator().next();
    try {
      return CallTerms.stimulus(
          module.evaluate(
              "Release",
              automaton.kernel(configuration),
              Terms.string(first.getKey()),
              first.getValue()));
    } catch (SpecException none) {
      throw wrong(
          "expected a handle left that releases %s from %s, found none"
              .formatted(first.getKey(), Terms.text(Terms.field(first.getValue(), "op"))));
    }
  }

  /** What is to be thrown where the scene is not as it should be: for a user's, of their file. */
  public RuntimeException wrong(String why) {
    return own.<RuntimeException>map(scene -> scene.wrong(why))
        .orElseGet(() -> new IllegalStateException("scene " + name + ": " + why));
  }
}
