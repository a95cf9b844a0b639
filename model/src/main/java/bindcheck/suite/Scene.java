package bindcheck.suite;

import bindcheck.spec.Automaton;
import bindcheck.spec.SpecModule;
import bindcheck.spec.Stimulus;
import bindcheck.spec.Terms;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import tlc2.value.impl.Value;

/** What is tried, as Suites.tla says: the set-up, the stimuli of each state, and what drains it. */
public final class Scene {
  static final String MAIN = "main";
  private static final String READER = "reader";

  private final String name;
  private final SpecModule module;
  private final List<String> threads;
  private final Predicate<Stimulus> isMade;

  public Scene(SpecModule module, String name) {
    this(module, name, stimulus -> true);
  }

  /**
   * A scene in which only some stimuli are made, in the set-up as well.
   *
   * @param isMade which
   */
  public Scene(SpecModule module, String name, Predicate<Stimulus> isMade) {
    this.isMade = isMade;
    this.module = module;
    this.name = name;
    this.threads = new ArrayList<>(List.of(MAIN));
    int readers = Terms.integer(Terms.fields(module.evaluate("Readers")).get(name));
    for (int i = 1; i <= readers; i++) {
      threads.add("T" + i);
    }
  }

  /** The names of the suites. */
  public static Set<String> suites(SpecModule module) {
    return Terms.fields(module.evaluate("SuiteScenes")).keySet();
  }

  /** The names of the scenes of a suite, in their order. */
  public static List<String> ofSuite(SpecModule module, String suite) {
    Value scenes = Terms.fields(module.evaluate("SuiteScenes")).get(suite);
    return Terms.elements(scenes).stream().map(Terms::text).toList();
  }

  public String name() {
    return name;
  }

  /** The thread that never blocks, then the readers. */
  public List<String> threads() {
    return threads;
  }

  public List<Stimulus> setup() {
    return Terms.elements(module.evaluate("Setup", Terms.string(name))).stream()
        .map(Stimulus::of)
        .filter(isMade)
        .toList();
  }

  /** The automaton of this scene's threads, and its configuration after the set-up. */
  public int initial(Automaton automaton) {
    return automaton.idle(automaton.semantics().after(setup()));
  }

  /** Whether a stimulus of the scene is made. */
  public boolean isMade(Stimulus stimulus) {
    return isMade.test(stimulus);
  }

  /**
   * The stimuli that may be made in a quiescent configuration, those that are not made among them,
   * in an order that is the same in every run; of several idle readers the first makes the call.
   */
  public List<Stimulus> stimuli(Automaton automaton, int configuration) {
    Map<String, Value> calls = automaton.calls(configuration);
    String idle =
        threads.stream().skip(1).filter(t -> !calls.containsKey(t)).findFirst().orElse("");
    Value possible =
        module.evaluate(
            "Stimuli", Terms.string(name), automaton.kernel(configuration), Terms.record(calls));
    List<Stimulus> stimuli = new ArrayList<>();
    for (Value value : Terms.sorted(possible)) {
      Stimulus stimulus = Stimulus.of(value);
      if (!stimulus.thread().equals(READER)) {
        stimuli.add(stimulus);
      } else if (!idle.isEmpty()) {
        stimuli.add(stimulus.by(idle));
      }
    }
    stimuli.addAll(expirations(automaton, configuration));
    return stimuli;
  }

  private List<Stimulus> expirations(Automaton automaton, int configuration) {
    List<Stimulus> expirations = new ArrayList<>();
    Set<Value> seen = new HashSet<>(); // readers with equal calls are equal up to renaming
    automaton
        .calls(configuration)
        .forEach(
            (thread, call) -> {
              Stimulus expire = new Stimulus(thread, Stimulus.EXPIRE, Terms.tuple(List.of()));
              if (automaton.apply(configuration, expire) >= 0 && seen.add(call)) {
                expirations.add(expire);
              }
            });
    return expirations;
  }

  /** What releases a blocked call of the configuration, or null where none is blocked. */
  public Stimulus release(Automaton automaton, int configuration) {
    for (Map.Entry<String, Value> call : automaton.calls(configuration).entrySet()) {
      return Stimulus.of(
          module.evaluate(
              "Release",
              automaton.kernel(configuration),
              Terms.string(call.getKey()),
              call.getValue()));
    }
    return null;
  }

  /** What releases the blocked calls of the configuration, as long as one is blocked. */
  List<Stimulus> draining(Automaton automaton, int configuration) {
    List<Stimulus> releases = new ArrayList<>();
    int now = configuration;
    Stimulus release = release(automaton, now);
    while (release != null) {
      releases.add(release);
      now = automaton.settle(automaton.apply(now, release)).get(0).configuration();
      release = release(automaton, now);
    }
    return releases;
  }
}
