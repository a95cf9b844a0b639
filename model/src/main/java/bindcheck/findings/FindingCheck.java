package bindcheck.findings;

import bindcheck.call.Verdict;
import bindcheck.check.Failure;
import bindcheck.check.ScriptCheck;
import bindcheck.litmus.Findings;
import bindcheck.litmus.Outcome;
import bindcheck.litmus.stress.StressEngine;
import bindcheck.oracle.Allowed;
import bindcheck.script.Line;
import bindcheck.script.Script;
import bindcheck.spec.Glossary;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.spec.Variants;
import bindcheck.target.Target;
import bindcheck.variants.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Plays what demonstrates findings on a target, and says which variants and readings allow what it
 * does; a reading leaves everything else as open as the document does. A script is played once, as
 * far as any alternative of any choice allows what is observed; a program many times. Used by one
 * thread.
 */
public final class FindingCheck implements AutoCloseable {
  private final Allowance allowance;
  private final String judge;
  private final Semantics everything;
  private final Supplier<Target> open;
  private final long runs;
  private Target target;
  private StressEngine engine;

  /**
   * Prepares to play.
   *
   * @param judge the variant that gives the verdicts
   * @param open opens the target: once for scripts, and once for programs, when there are any
   * @param runs how often a program is run
   */
  public FindingCheck(SpecModule module, String judge, Supplier<Target> open, long runs) {
    this.allowance = new Allowance(module);
    this.judge = judge;
    this.everything = everything(module);
    this.open = open;
    this.runs = runs;
  }

  /** Every alternative of every choice. */
  private static Semantics everything(SpecModule module) {
    SortedMap<String, SortedSet<String>> all = new TreeMap<>();
    new Glossary(module)
        .alternatives()
        .forEach(one -> all.computeIfAbsent(one.choice(), c -> new TreeSet<>()).add(one.name()));
    return new Semantics(module, Variants.every(module).with(all));
  }

  /** Plays one. */
  public Followed check(Finding finding) {
    return finding.demonstration() instanceof Demonstration.Calls calls
        ? check(finding, calls.script())
        : check(finding, (Demonstration.Race) finding.demonstration());
  }

  /** What is said of one that is not played. */
  public static Followed leftOut(Finding finding, String reason) {
    return notObserved(finding, Verdict.SKIPPED, List.of(), reason);
  }

  private static Followed notObserved(
      Finding finding, Verdict verdict, List<String> seen, String reason) {
    return new Followed(finding, verdict, List.of(), false, List.of(), seen, reason);
  }

  private Followed check(Finding finding, Script script) {
    if (target == null) {
      target = open.get();
    }
    Recording recording = new Recording(target);
    ScriptCheck.Result played = new ScriptCheck(recording, everything).run(script);
    Optional<Failure> crash = played.failure().filter(failure -> !failure.isObserved());
    if (crash.isPresent() || !played.open().isEmpty()) {
      String why =
          crash.map(failure -> at(failure) + "the target " + failure.observed()).orElse("");
      return notObserved(
          finding,
          crash.map(Failure::verdict).orElse(Verdict.INCONCLUSIVE),
          List.of(),
          played.open() + why);
    }
    ScriptCheck.Result judged = judged(recording, script, judge);
    return followed(
        finding,
        judged.verdict(),
        variant -> judged(recording, script, variant).verdict() == Verdict.PASS,
        List.of(recording.last().toString()),
        judged.failure().map(this::refusal).orElse(judged.open()));
  }

  private ScriptCheck.Result judged(Recording recording, Script script, String variant) {
    return new ScriptCheck(recording.replayed(), allowance.semantics(variant)).run(script);
  }

  private static String at(Failure failure) {
    return failure.last().map(line -> "line " + line.number() + ": ").orElse("");
  }

  private String refusal(Failure failure) {
    Set<String> allowed = new TreeSet<>();
    for (Allowed one : failure.step().allowed()) {
      allowed.add(one.observation().toString());
    }
    Line line = failure.last().orElseThrow();
    return "line %d, %s: observed %s, %s allows %s"
        .formatted(line.number(), line, failure.observed(), judge, String.join(" or ", allowed));
  }

  private Followed check(Finding finding, Demonstration.Race race) {
    if (engine == null) {
      engine = new StressEngine(open.get(), runs);
    }
    Findings met = engine.run(race.program());
    List<String> outcomes = met.outcomes().keySet().stream().map(Outcome::toString).toList();
    List<String> refused = new ArrayList<>(outcomes);
    allowance.outcomes(race, judge).forEach(outcome -> refused.remove(outcome.toString()));
    boolean isOpen = met.verdict() != Verdict.PASS && refused.isEmpty();
    if (isOpen) {
      Verdict verdict = met.verdict() == Verdict.FAIL ? Verdict.FAIL : Verdict.INCONCLUSIVE;
      return notObserved(finding, verdict, outcomes, met.reason());
    }
    return followed(
        finding,
        refused.isEmpty() ? Verdict.PASS : Verdict.FAIL,
        variant -> allowance.outcomes(race, variant).containsAll(met.outcomes().keySet()),
        outcomes,
        refused.isEmpty()
            ? ""
            : "ended in %s, which %s does not allow".formatted(refused.get(0), judge));
  }

  private Followed followed(
      Finding finding,
      Verdict verdict,
      Predicate<String> agrees,
      List<String> seen,
      String reason) {
    List<String> variants = allowance.variants().stream().filter(agrees).toList();
    List<String> readings = new ArrayList<>();
    for (Reading reading : finding.readings()) {
      if (reading.variant(Variants.DOC).filter(agrees).isPresent()) {
        readings.add(reading.name());
      }
    }
    boolean isEvery = variants.equals(allowance.variants());
    return new Followed(finding, verdict, variants, isEvery, readings, seen, reason);
  }

  /** Whether what counts as blocked was seen to be, of all that was played. */
  public boolean isExact() {
    return (target == null || target.isExact()) && (engine == null || engine.isExact());
  }

  @Override
  public void close() {
    try {
      if (engine != null) {
        engine.close();
      }
    } finally {
      if (target != null) {
        target.close();
      }
    }
  }
}
