package bindcheck.spec;

import bindcheck.call.Verdict;
import bindcheck.check.SceneCheck;
import bindcheck.suite.Scene;
import bindcheck.suite.SceneSuite;
import bindcheck.target.Target;
import bindcheck.target.Targets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Stream;

/** What notices that the specification was changed, the quickest first: steps may have no end. */
final class Notices {
  private static final List<String> SCENES = List.of("deadlines", "interrupt", "errors");

  private static final long ENDLESS_MINUTES = 3;

  private Notices() {}

  /**
   * What notices the mutant first: an assumption, a kernel's scenario, a step of the reference. A
   * search that does not end is noticed by anyone who waits for it.
   */
  @SuppressWarnings("deprecation") // there is no other way to end what looks at nothing
  static Optional<String> quick(SpecMutant mutant) {
    CompletableFuture<Optional<String>> noticed = new CompletableFuture<>();
    Thread search = new Thread(() -> noticed.complete(first(mutant)), "mutant");
    // What ends a search otherwise is no merit of the mutant's.
    search.setUncaughtExceptionHandler((thread, end) -> noticed.completeExceptionally(end));
    search.setDaemon(true);
    search.start();
    try {
      return noticed.get(ENDLESS_MINUTES, TimeUnit.MINUTES);
    } catch (TimeoutException endless) {
      search.stop();
      return Optional.of("a search without end");
    } catch (InterruptedException | ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Optional<String> first(SpecMutant mutant) {
    try {
      return Stream.<Function<Map<String, String>, Optional<String>>>of(
              Notices::assumption, Notices::scenario, Notices::step)
          .map(notice -> notice.apply(mutant.files()))
          .flatMap(Optional::stream)
          .findFirst();
    } catch (RuntimeException e) {
      return Optional.of("an error of the evaluation");
    } catch (StackOverflowError endless) {
      return Optional.of("a step that does not end");
    }
  }

  private static Optional<String> assumption(Map<String, String> changed) {
    return SpecModule.load("Tests", changed).assumptionsHold()
        ? Optional.empty()
        : Optional.of("an assumption of Tests");
  }

  private static Optional<String> step(Map<String, String> changed) {
    SpecModule module = SpecModule.load("Evaluation", changed);
    try (Target target = Targets.open(Targets.DEFAULT)) {
      for (String name : SCENES) {
        SceneSuite part =
            SceneSuite.build(new Scene(module, name), new Semantics(module, "reference"));
        SceneCheck check = new SceneCheck(part, new Semantics(module, "doc"));
        if (check.run(target, 0, steps -> {}).verdict() != Verdict.PASS) {
          return Optional.of("a step of the reference in " + name);
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> scenario(Map<String, String> changed) {
    SortedMap<String, Semantics> kernels =
        Semantics.kernels(SpecModule.load("Evaluation", changed));
    return KernelsTest.scenarios().stream()
        .filter(scenario -> !KernelsTest.seen(scenario, kernels).equals(scenario.expected()))
        .map(scenario -> "a kernel's scenario: " + scenario.title())
        .findFirst();
  }
}
