package bindcheck.explain;

import bindcheck.call.Verdict;
import bindcheck.check.SceneResult;
import bindcheck.spec.Glossary;
import bindcheck.suite.Shard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a check came to.
 *
 * @param isExact whether it was observed, and not only taken for granted, that calls were blocked
 * @param missing the calls that the target has not: they and what needs them were left out
 * @param sum the grades of all steps
 * @param agreements each kernel, and how many of the steps it would have taken as well
 * @param failures those of one cause together
 * @param expectation the failures that were expected, if any were
 * @param ending what went wrong when the target was ended, if anything did
 */
public record Report(
    Subject subject,
    boolean isExact,
    List<String> missing,
    List<SceneResult> scenes,
    List<Requirement> requirements,
    Tally sum,
    SortedMap<String, Long> agreements,
    List<Explained> failures,
    Optional<Expectation> expectation,
    Optional<String> ending) {

  /**
   * What was checked, as the user gave it.
   *
   * @param judge the variant that judges
   * @param covered the variant whose states were walked
   * @param only what alone of the suite was walked, as it was named; all of it where this is empty
   * @param scenes the file that the scenes are from, where they are no part of the specification
   * @param shard the part of this that was walked, where others walk the rest
   */
  public record Subject(
      String target,
      String judge,
      String suite,
      String covered,
      long seed,
      List<String> only,
      Optional<String> scenes,
      Optional<Shard> shard) {
    /** Keeps a copy. */
    public Subject {
      only = List.copyOf(only);
    }

    /** All of a suite. */
    public Subject(String target, String judge, String suite, String covered, long seed) {
      this(target, judge, suite, covered, seed, List.of(), Optional.empty(), Optional.empty());
    }

    /** Whether it is all of a suite of the specification. */
    public boolean isWhole() {
      return only.isEmpty() && scenes.isEmpty() && shard.isEmpty();
    }

    /** The suite, and what of it was walked. */
    public String walked() {
      return suite
          + scenes.map(file -> ", the scenes of " + file).orElse("")
          + (only.isEmpty() ? "" : ", only " + String.join(" ", only))
          + shard.map(part -> ", " + part).orElse("");
    }
  }

  /**
   * One requirement.
   *
   * @param from the document, and the place in it
   */
  public record Requirement(String id, String from, String text, Tally tally) {}

  /** Keeps copies. */
  public Report {
    missing = List.copyOf(missing);
    scenes = List.copyOf(scenes);
    requirements = List.copyOf(requirements);
    failures = List.copyOf(failures);
  }

  /** Puts together what was graded and what was explained. */
  public static Report of(
      Glossary glossary,
      Subject subject,
      boolean isExact,
      List<String> missing,
      List<SceneResult> scenes,
      Grader grader,
      List<Explained> explained,
      Optional<Expectation> expectation,
      Optional<String> ending) {
    SortedMap<String, Tally> tallies = new TreeMap<>(grader.requirements());
    List<Explained> failures = Explainer.group(explained);
    for (Explained failure : failures) {
      if (!failure.prefix().isObserved() && failure.verdict() == Verdict.FAIL) {
        grader.sum().add(Grade.FAIL, failure.count());
      }
      if (failure.isConsequence()) {
        failure.broken().forEach(id -> tallies.get(id).add(Grade.AFTER_A_FAILURE, failure.count()));
      } else if (failure.verdict() == Verdict.FAIL) {
        failure.broken().forEach(id -> tallies.get(id).add(failure.grade(), failure.count()));
      }
    }
    List<Requirement> requirements = new ArrayList<>();
    tallies.forEach(
        (id, tally) ->
            requirements.add(new Requirement(id, glossary.from(id), glossary.text(id), tally)));
    return new Report(
        subject,
        isExact,
        missing,
        scenes,
        requirements,
        grader.sum(),
        grader.agreements(),
        failures,
        expectation,
        ending);
  }

  /**
   * What all scenes come to; where nothing could be tried, or the target did not end as it should,
   * that is no pass.
   */
  public Verdict verdict() {
    Verdict verdict = Verdict.of(scenes.stream().map(SceneResult::verdict).toList());
    boolean isPass = verdict != Verdict.FAIL && isAnythingTried() && ending.isEmpty();
    return isPass || verdict == Verdict.FAIL ? verdict : Verdict.INCONCLUSIVE;
  }

  /** Whether not all that can be tried was to be. */
  public boolean isPartial() {
    return !missing.isEmpty() || !subject.isWhole();
  }

  /** Whether there was a call that could be made, or the calls are all in other parts. */
  public boolean isAnythingTried() {
    return (scenes.isEmpty() && subject.shard().isPresent())
        || scenes.stream().anyMatch(scene -> scene.size().edges() > 0);
  }

  /** How many edges of each call were left out, at the states that were reached. */
  public SortedMap<String, Integer> leftOut() {
    SortedMap<String, Integer> sum = new TreeMap<>();
    scenes.forEach(
        scene -> scene.size().leftOut().forEach((call, n) -> sum.merge(call, n, Integer::sum)));
    return sum;
  }

  /** How many edges were left out in all. */
  public int allLeftOut() {
    return leftOut().values().stream().mapToInt(Integer::intValue).sum();
  }

  /**
   * How many edges of a call were left out, and why, where the target has the call: one line each.
   */
  public List<String> withoutRelease() {
    List<String> lines = new ArrayList<>();
    leftOut()
        .forEach(
            (call, n) -> {
              if (!missing.contains(call)) {
                lines.add(
                    "%d %s: a call that would block, and that nothing the target has would end"
                        .formatted(n, call));
              }
            });
    return lines;
  }

  /** The failures that are no consequence of another. */
  public List<Explained> ownFailures() {
    return failures.stream().filter(failure -> !failure.isConsequence()).toList();
  }

  /** How many steps went wrong as a consequence. */
  public int consequences() {
    return failures.stream().filter(Explained::isConsequence).mapToInt(Explained::count).sum();
  }

  /** Whether exactly those failures were found that were expected. */
  public boolean isAsExpected() {
    return expectation.map(expected -> expected.isMet(this)).orElse(false);
  }

  /** The requirements that were not met. */
  public List<Requirement> failing() {
    return requirements.stream()
        .filter(requirement -> requirement.tally().grade().isRejected())
        .toList();
  }

  /** How many requirements were exercised. */
  public long exercised() {
    return requirements.stream()
        .filter(requirement -> requirement.tally().grade() != Grade.NOT_EXERCISED)
        .count();
  }

  /** The exit code: the verdict's, but for failures that are exactly those expected. */
  public int exitCode() {
    if (expectation.isEmpty() || verdict() == Verdict.INCONCLUSIVE) {
      return verdict().exitCode();
    }
    return (isAsExpected() ? Verdict.PASS : Verdict.FAIL).exitCode();
  }
}
