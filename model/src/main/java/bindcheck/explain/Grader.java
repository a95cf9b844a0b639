package bindcheck.explain;

import bindcheck.call.Observation;
import bindcheck.oracle.Judge;
import bindcheck.oracle.Session;
import bindcheck.oracle.Vocabulary;
import bindcheck.spec.Automaton;
import bindcheck.spec.Glossary;
import bindcheck.spec.Semantics;
import bindcheck.spec.Stimulus;
import bindcheck.suite.Scene;
import java.util.BitSet;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Grades steps as they are made, in sum and for each requirement that they rest on: each is judged
 * by every kernel as well. What a step that is rejected should have rested on is for the {@link
 * Explainer} to say.
 */
public final class Grader {
  /** That shows only in what follows a step. */
  private static final String CHANGES_NOTHING = "R-failure-changes-nothing";

  private final SortedMap<String, Semantics> kernels;
  private final SortedMap<String, Tally> requirements = new TreeMap<>();
  private final SortedMap<String, Long> agreements = new TreeMap<>();
  private final Tally sum = new Tally();

  /**
   * Begins with no steps.
   *
   * @param kernels each kernel by its name; where there are none, what is allowed passes
   */
  public Grader(Glossary glossary, SortedMap<String, Semantics> kernels) {
    this.kernels = kernels;
    kernels.keySet().forEach(name -> agreements.put(name, 0L));
    glossary.requirements().forEach(id -> requirements.put(id, new Tally()));
  }

  /** Who is to see the steps that are made in a scene. */
  public Session.Listener in(Scene scene, Vocabulary vocabulary) {
    SortedMap<String, KernelAgreement> watching = new TreeMap<>();
    kernels.forEach(
        (name, kernel) ->
            watching.put(
                name, new KernelAgreement(new Automaton(kernel, scene.threads()), vocabulary)));
    return new Session.Listener() {
      private boolean isIdentified;

      @Override
      public void begins() {
        watching.values().forEach(KernelAgreement::begins);
      }

      @Override
      public BitSet values() {
        BitSet live = new BitSet();
        watching.values().forEach(kernel -> live.or(kernel.values()));
        return live;
      }

      @Override
      public void isIdentified(boolean nextOne) {
        isIdentified = nextOne;
      }

      @Override
      public void sees(Judge before, Stimulus stimulus, Observation seen) {
        grade(watching, before, stimulus, seen, isIdentified);
      }
    };
  }

  private void grade(
      SortedMap<String, KernelAgreement> watching,
      Judge before,
      Stimulus stimulus,
      Observation seen,
      boolean isIdentified) {
    int agree = 0;
    for (Map.Entry<String, KernelAgreement> kernel : watching.entrySet()) {
      if (kernel.getValue().agrees(before, stimulus, seen)) {
        agreements.merge(kernel.getKey(), 1L, Long::sum);
        agree++;
      }
    }
    SortedSet<String> by = before.wouldRestOn(stimulus, seen);
    boolean asKernels = kernels.isEmpty() ? by != null : agree > 0;
    Grade grade = Grade.of(by != null, asKernels);
    sum.add(grade, 1);
    if (by != null) {
      for (String id : by) {
        boolean counts = isIdentified || !id.equals(CHANGES_NOTHING);
        if (counts && requirements.containsKey(id)) {
          requirements.get(id).add(grade, 1);
        }
      }
    }
  }

  /** All steps. */
  public Tally sum() {
    return sum;
  }

  /** Each requirement with its steps. */
  public SortedMap<String, Tally> requirements() {
    return Collections.unmodifiableSortedMap(requirements);
  }

  /** Each kernel with the number of steps that it would have taken as well. */
  public SortedMap<String, Long> agreements() {
    return Collections.unmodifiableSortedMap(agreements);
  }
}
