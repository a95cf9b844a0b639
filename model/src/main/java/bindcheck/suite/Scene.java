package bindcheck.suite;

import bindcheck.spec.Automaton;
import bindcheck.spec.SceneSpec;
import bindcheck.spec.SpecModule;
import bindcheck.spec.Stimulus;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What is tried, as Suites.tla says, or a module of a user's: the set-up and the stimuli of each
 * state; and what drains it.
 */
public final class Scene {
  static final String MAIN = "main";
  private static final String READER = "reader";

  /** More calls than that do not end. */
  private static final int MOST_RELEASES = 10_000;

  private final String name;
  private final SceneSpec spec;
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
    this.name = name;
    this.spec = new SceneSpec(module, name);
    this.threads = new ArrayList<>(List.of(MAIN));
    for (int i = 1; i <= spec.readers(); i++) {
      threads.add("T" + i);
    }
  }

  /** The names of the suites. */
  public static Set<String> suites(SpecModule module) {
    return SceneSpec.suites(module);
  }

  /** The names of the scenes of a suite, in their order. */
  public static List<String> ofSuite(SpecModule module, String suite) {
    return SceneSpec.ofSuite(module, suite);
  }

  public String name() {
    return name;
  }

  /** The thread that never blocks, then the readers. */
  public List<String> threads() {
    return threads;
  }

  /** The calls that are made first. */
  public List<Stimulus> setup() {
    return spec.setup().stream().filter(isMade).toList();
  }

  /** The automaton of this scene's threads, and its configuration after the set-up. */
  public int initial(Automaton automaton) {
    return automaton.idle(spec.opened(automaton.semantics(), setup()));
  }

  /** How many edges the graph of the scene may have. */
  int mostEdges() {
    return spec.mostEdges();
  }

  /** What is to be thrown where the scene is not as it should be. */
  RuntimeException wrong(String why) {
    return spec.wrong(why);
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
    String idle =
        threads.stream()
            .skip(1)
            .filter(thread -> automaton.isIdle(configuration, thread))
            .findFirst()
            .orElse("");
    List<Stimulus> stimuli = new ArrayList<>();
    for (Stimulus stimulus : spec.stimuli(automaton, configuration)) {
      if (!stimulus.thread().equals(READER)) {
        stimuli.add(stimulus);
      } else if (!idle.isEmpty()) {
        stimuli.add(stimulus.by(idle));
      }
    }
    stimuli.addAll(expirations(automaton, configuration));
    return stimuli;
  }

  private static List<Stimulus> expirations(Automaton automaton, int configuration) {
    List<Stimulus> expirations = new ArrayList<>();
    Set<Integer> seen = new HashSet<>(); // readers with equal calls are equal up to renaming
    for (String thread : automaton.busyThreads(configuration)) {
      Stimulus expire = Stimulus.expire(thread);
      if (automaton.apply(configuration, expire) >= 0
          && seen.add(automaton.call(configuration, thread))) {
        expirations.add(expire);
      }
    }
    return expirations;
  }

  /** What releases a blocked call of the configuration, or null where none is blocked. */
  public Stimulus release(Automaton automaton, int configuration) {
    return spec.release(automaton, configuration);
  }

  /** What releases the blocked calls of the configuration, as long as one is blocked. */
  List<Stimulus> draining(Automaton automaton, int configuration) {
    List<Stimulus> releases = new ArrayList<>();
    int now = configuration;
    Stimulus release = release(automaton, now);
    while (release != null) {
      releases.add(release);
      if (releases.size() > MOST_RELEASES) {
        throw wrong(
            "expected calls that can be released, found that these still block: "
                + automaton.busyThreads(now));
      }
      now = automaton.settle(automaton.apply(now, release)).get(0).configuration();
      release = release(automaton, now);
    }
    return releases;
  }
}
