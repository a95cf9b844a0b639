package bindcheck.spec;

import bindcheck.suite.Scene;
import bindcheck.tla.Terms;
import bindcheck.tla.Value;
import java.util.List;
import java.util.Random;

/**
 * Asks both evaluators, this program's and TLC's, and says how often they differed. A process of
 * its own, as TLC loads one specification a Java machine.
 */
public final class EvaluatorComparison {
  private static final int MOST_SHOWN = 5;

  private final SpecModule module = SpecModule.load("Evaluation");
  private final TlcEvaluator tlc = new TlcEvaluator("Evaluation");
  private final long seed;
  private final int calls;
  private int answers;
  private int differences;

  private EvaluatorComparison(long seed, int calls) {
    this.seed = seed;
    this.calls = calls;
  }

  /**
   * Compares the assumptions of {@link LanguageTest}, where there is no argument, else every
   * constant, and steps along random walks through every scene.
   *
   * @param args a seed, and how many calls are made in each scene
   */
  public static void main(String[] args) {
    System.out.println(
        args.length == 0
            ? LanguageTest.heldByTlc() + " hold"
            : new EvaluatorComparison(Long.parseLong(args[0]), Integer.parseInt(args[1])).run());
    System.exit(0);
  }

  private String run() {
    module
        .parsed()
        .operators()
        .forEach(
            (name, of) -> {
              if (module.parsed().definitions().get(of).parameters().isEmpty()) {
                agree(name);
              }
            });
    for (String suite : SceneSpec.suites(module)) {
      for (String scene : SceneSpec.ofSuite(module, suite)) {
        for (String variant : List.of("doc", "zircon-2018", "zircon-2025")) {
          walk(new Scene(module, scene), variant);
        }
      }
    }
    return answers + " answers, " + differences + " differ";
  }

  private void walk(Scene scene, String variant) {
    Automaton automaton = new Automaton(new Semantics(module, variant), scene.threads());
    Random random = new Random(seed + scene.name().hashCode());
    int now = scene.initial(automaton);
    for (int i = 0; i < calls; i++) {
      agree(
          "Scene",
          Terms.string(scene.name()),
          automaton.kernel(now),
          Terms.record(automaton.calls(now)));
      List<Stimulus> stimuli = scene.stimuli(automaton, now);
      if (stimuli.isEmpty()) {
        return;
      }
      now = automaton.apply(now, stimuli.get(random.nextInt(stimuli.size())));
      now = settle(automaton, now, variant, random);
    }
  }

  /** Calls go on, one step after the other, as it comes, until they are at rest. */
  private int settle(Automaton automaton, int from, String variant, Random random) {
    int now = from;
    List<Automaton.Move> moves = automaton.moves(now);
    while (!moves.isEmpty()) {
      agreeOnSteps(automaton, now, variant);
      now = moves.get(random.nextInt(moves.size())).to();
      moves = automaton.moves(now);
    }
    agreeOnSteps(automaton, now, variant);
    for (String thread : automaton.busyThreads(now)) {
      now = automaton.reply(now, thread) == null ? now : automaton.returned(now, thread);
    }
    return now;
  }

  private void agreeOnSteps(Automaton automaton, int now, String variant) {
    Value record = new Variants(module).of(variant).toRecord();
    Value kernel = automaton.kernel(now);
    automaton
        .calls(now)
        .forEach(
            (thread, call) -> {
              agree("Steps", record, kernel, Terms.string(thread), call);
              agree("Held", call);
              agree("Expirable", call);
            });
    agree("Collect", record, kernel, Terms.set(List.of()));
    agree("Leaving", kernel);
  }

  private void agree(String operator, Value... arguments) {
    Value theirs = tlc.evaluate(operator, arguments);
    Value ours = module.evaluate(operator, arguments);
    answers++;
    if (!ours.equals(theirs) && differences++ < MOST_SHOWN) {
      System.out.println(operator + " of " + List.of(arguments) + ": " + ours + ", not " + theirs);
    }
  }
}
