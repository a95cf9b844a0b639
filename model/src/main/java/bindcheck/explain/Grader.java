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
 * Explainer} to say. What is allowed behind it, in the same walk, is allowed of a kernel that the
 * target may not have been in.
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
      private boolean hasFailed;

      @Override
      public void begins() {
        hasFailed = false;
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
        SortedSet<String> by = before.wouldRestOn(stimulus, seen);
        boolean asKernels =
            agree(watching, before, stimulus, seen) || (kernels.isEmpty() && by != null);
        Grade grade =
            hasFailed && by != null ? Grade.AFTER_A_FAILURE : Grade.of(by != null, asKernels);
        hasFailed |= by == null;
        count(grade, by, isIdentified);
      }
    };
  }

  /** Notes which kernels would have made the step as well; whether any would. */
  private boolean agree(
      SortedMap<String, KernelAgreement> watching,
      Judge before,
      Stimulus stimulus,
      Observation seen) {
    boolean any = false;
    for (Map.Entry<String, KernelAgreement> kernel : watching.entrySet()) {
      if (kernel.getValue().agrees(before, stimulus, seen)) {
        agreements.merge(kernel.getKey(), 1L, Long::sum);
        any = true;
      }
    }
    return any;
  }

  private void count(Grade grade, SortedSet<String> by, boolean isIdentified) {
    sum.add(grade, 1);
    if (by == null) {
      return;
    }
    for (String id : by) {
      boolean counts = isIdentified || !id.equals(CHANGES_NOTHING);
      if (counts && requirements.containsKey(id)) {
        requirements.get(id).add(grade, 1);
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
