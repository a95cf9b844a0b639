package bindcheck.explain;

import bindcheck.call.Call;
import bindcheck.check.Failure;
import bindcheck.check.FailureGroup;
import bindcheck.check.Timing;
import bindcheck.oracle.Allowed;
import bindcheck.oracle.Vocabulary;
import bindcheck.script.Line;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.spec.Variants;
import bindcheck.suite.SceneSuite;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/** Says why steps were rejected, and puts together those with the same cause. */
public final class Explainer {
  private final CauseSearch causes;
  private final SortedMap<String, Semantics> kernels;
  private final Semantics every;

  /**
   * Prepares to explain.
   *
   * @param judge the variant that rejected
   * @param kernels each kernel by its name
   */
  public Explainer(SpecModule module, Semantics judge, SortedMap<String, Semantics> kernels) {
    this.kernels = kernels;
    this.every = new Semantics(module, Variants.every(module));
    this.causes = new CauseSearch(module, judge);
  }

  /** Of which others that look the same this failure says all: those of its cause. */
  public Predicate<Failure> alike(Failure shown, Vocabulary vocabulary) {
    return causes.ofOneCause(shown, vocabulary);
  }

  /** The rejections of one scene, those of one cause together, consequences last. */
  public List<Explained> explain(
      SceneSuite part, Vocabulary vocabulary, List<FailureGroup> rejections) {
    if (rejections.isEmpty()) {
      return List.of();
    }
    Guards guards = new Guards(part, every);
    List<Explained> all = new ArrayList<>();
    for (FailureGroup rejection : rejections) {
      all.add(explain(part.name(), shown -> guard(guards, shown), vocabulary, rejection));
    }
    return group(all);
  }

  /**
   * The rejection of a script that is of no scene, so that its guard is not known.
   *
   * @param where what the report calls the script
   * @param timing whether it rests on a settle time
   */
  public Explained explain(String where, Vocabulary vocabulary, Failure failure, Timing timing) {
    FailureGroup alone = new FailureGroup(failure, null, 1, false, timing);
    return explain(where, shown -> "", vocabulary, alone);
  }

  /** One for each cause: the first that is no consequence, and has the shortest script. */
  public static List<Explained> group(List<Explained> all) {
    Map<String, Explained> groups = new LinkedHashMap<>();
    for (Explained one : all) {
      groups.merge(one.isConsequence() + one.group(), one, Explainer::together);
    }
    return List.copyOf(groups.values());
  }

  private static Explained together(Explained a, Explained b) {
    return b.shown().lines().size() < a.shown().lines().size() ? b.with(a) : a.with(b);
  }

  private Explained explain(
      String scene,
      Function<Failure, String> guard,
      Vocabulary vocabulary,
      FailureGroup rejection) {
    Failure shown = rejection.shown();
    // A consequence comes after a step that no judge accepts: nothing can be played to its end.
    Optional<CauseSearch.Found> found =
        rejection.isConsequence() ? Optional.empty() : causes.of(shown, vocabulary);
    List<Allowed> allowed = causes.allowed(shown, vocabulary);
    return new Explained(
        scene,
        rejection.verdict(),
        rejection.count(),
        rejection.isConsequence(),
        rejection.failure(),
        shown,
        allowed,
        broken(shown, allowed, found),
        guard.apply(shown),
        rejection.isConsequence() ? new TreeSet<>() : causes.agreeing(shown, vocabulary, kernels),
        found.map(CauseSearch.Found::cause),
        rejection.timing(),
        List.of());
  }

  /** Where nothing was observed, all that what is allowed rests on. */
  private SortedSet<String> broken(
      Failure shown, List<Allowed> allowed, Optional<CauseSearch.Found> found) {
    SortedSet<String> broken = new TreeSet<>();
    if (shown.isObserved()) {
      broken.addAll(causes.broken(shown));
    } else {
      allowed.forEach(one -> broken.addAll(one.requirements()));
    }
    SortedSet<String> rest = new TreeSet<>(broken);
    found.ifPresent(f -> rest.removeAll(f.by()));
    return rest.isEmpty() ? broken : rest;
  }

  private static String guard(Guards guards, Failure shown) {
    if (!shown.isObserved()) {
      return "";
    }
    Line line = shown.last().orElseThrow();
    String observed = Guards.kind(shown.step().observation().replies(), line.thread());
    String allowed = Guards.kind(shown.step().nearest().observation().replies(), line.thread());
    if (observed.equals(allowed) || !(line.statement() instanceof Call)) {
      return "";
    }
    String op = shown.operation();
    if (!guards.isKnown(op, observed)) {
      return op + Guards.does(observed) + " nowhere in this scene";
    }
    SortedSet<String> ids = guards.of(op, observed);
    return ids.isEmpty()
        ? ""
        : op
            + Guards.does(observed)
            + " only where "
            + String.join(" or ", ids)
            + " applies, and "
            + (ids.size() == 1 ? "it does not" : "none of them does")
            + " here";
  }
}
