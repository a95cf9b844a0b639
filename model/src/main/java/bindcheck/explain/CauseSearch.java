package bindcheck.explain;

import bindcheck.check.Failure;
import bindcheck.history.judge.Contradiction;
import bindcheck.oracle.Allowed;
import bindcheck.oracle.CrossCheck;
import bindcheck.oracle.Judge;
import bindcheck.oracle.Session;
import bindcheck.oracle.StubTarget;
import bindcheck.oracle.Vocabulary;
import bindcheck.script.Line;
import bindcheck.spec.Automaton;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.spec.Terms;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Looks for the cause of a rejection: shows what was observed once more to judges that differ from
 * the one that rejected it in one alternative of one choice.
 */
public final class CauseSearch {
  /** Every alternative of every choice, those that only kernels take included. */
  private final SortedMap<String, SortedSet<String>> alternatives = new TreeMap<>();

  private final SortedMap<String, String> questions = new TreeMap<>();
  private final SpecModule module;
  private final Semantics judge;
  private final Semantics every;

  /** What the judge allows of each choice. */
  private final SortedMap<String, SortedSet<String>> allowed;

  private final Map<String, Semantics> widened = new TreeMap<>();

  /** Prepares to look for causes of what the variant rejects. */
  public CauseSearch(SpecModule module, Semantics judge) {
    this.module = module;
    this.judge = judge;
    this.allowed = Semantics.alternatives(judge.variant());
    this.every = Semantics.every(module);
    Terms.fields(module.evaluate("Choice"))
        .forEach(
            (choice, definition) -> {
              SortedSet<String> all = Terms.texts(Terms.field(definition, "doc"));
              all.addAll(Terms.texts(Terms.field(definition, "quirks")));
              alternatives.put(choice, all);
              questions.put(choice, Terms.text(Terms.field(definition, "question")));
            });
  }

  /**
   * A cause, and what the observation would rest on.
   *
   * @param by the ids that it rests on once the choice is changed
   */
  record Found(Cause cause, SortedSet<String> by) {}

  /** The cause, if the change of one choice suffices. */
  Optional<Found> of(Failure failure, Vocabulary vocabulary) {
    if (!failure.isObserved()) {
      return Optional.empty();
    }
    Optional<Found> unkept = unkept(failure, vocabulary);
    return unkept.isPresent() ? unkept : forbidden(failure, vocabulary);
  }

  private Optional<Found> forbidden(Failure failure, Vocabulary vocabulary) {
    for (String choice : alternatives.keySet()) {
      for (String taken : forbidden(choice)) {
        SortedSet<String> by = lastStep(failure, widened(choice, taken), vocabulary);
        if (by != null) {
          return Optional.of(new Found(cause(choice, taken), by));
        }
      }
    }
    return Optional.empty();
  }

  /** The cause of what a history shows, if the change of one choice suffices. */
  public Optional<Cause> of(Contradiction contradiction) {
    Optional<Contradiction.Unkept> unkept = contradiction.unkept(every, allowed, allowed.keySet());
    if (unkept.isPresent()) {
      String choice = unkept.get().choice();
      SortedSet<String> others = new TreeSet<>(allowed.get(choice));
      others.removeAll(unkept.get().kept());
      return Optional.of(unkept(choice, String.join("\" or \"", others), unkept.get().kept()));
    }
    for (String choice : alternatives.keySet()) {
      for (String taken : forbidden(choice)) {
        if (isAllowedWith(choice, taken, contradiction)) {
          return Optional.of(cause(choice, taken));
        }
      }
    }
    return Optional.empty();
  }

  private boolean isAllowedWith(String choice, String taken, Contradiction contradiction) {
    return contradiction.isAllowedBy(every, with(choice, taken), choice);
  }

  /** A part of it that has the same cause, as small as could be found. */
  public Contradiction shrunk(Contradiction contradiction, Optional<Cause> cause) {
    return contradiction.shrunk(
        part -> {
          if (cause.isEmpty()) {
            return true;
          }
          return cause.get().isUnkept()
              ? of(part).equals(cause)
              : isAllowedWith(cause.get().choice(), cause.get().taken(), part);
        });
  }

  private SortedSet<String> forbidden(String choice) {
    SortedSet<String> others = new TreeSet<>(alternatives.get(choice));
    others.removeAll(allowed.get(choice));
    return others;
  }

  /** What the judge allows, and one alternative more. */
  private SortedMap<String, SortedSet<String>> with(String choice, String taken) {
    SortedMap<String, SortedSet<String>> variant = new TreeMap<>(allowed);
    SortedSet<String> more = new TreeSet<>(allowed.get(choice));
    more.add(taken);
    variant.put(choice, more);
    return variant;
  }

  private Semantics widened(String choice, String taken) {
    return widened.computeIfAbsent(
        choice + "=" + taken,
        other -> new Semantics(module, Semantics.variant(with(choice, taken))));
  }

  private Cause cause(String choice, String taken) {
    SortedSet<String> kernels = new TreeSet<>();
    Terms.fields(module.evaluate("Variants"))
        .forEach(
            (name, variant) -> {
              if (name.startsWith("zircon")
                  && Terms.texts(Terms.fields(variant).get(choice)).contains(taken)) {
                kernels.add(name);
              }
            });
    return new Cause(choice, questions.get(choice), taken, new TreeSet<>(), kernels);
  }

  /** A policy that was kept to up to the last step, but not there. */
  private Optional<Found> unkept(Failure failure, Vocabulary vocabulary) {
    CrossCheck open = new CrossCheck(automaton(failure, judge), vocabulary);
    List<Found> found = new ArrayList<>();
    replay(
        failure,
        judge,
        vocabulary,
        (before, stimulus, seen) -> {
          if (before.wouldRestOn(stimulus, seen) == null) {
            SortedSet<String> by = open.of(before, stimulus, seen);
            if (by != null) {
              before.openPolicies().forEach((choice, kept) -> note(found, choice, kept, by));
            }
          }
        });
    return found.stream().findFirst();
  }

  /** The kernels that do what was observed at the last line. */
  SortedSet<String> agreeing(
      Failure failure, Vocabulary vocabulary, SortedMap<String, Semantics> kernels) {
    SortedSet<String> agreeing = new TreeSet<>();
    kernels.forEach(
        (name, kernel) -> {
          KernelAgreement agreement = new KernelAgreement(automaton(failure, kernel), vocabulary);
          replay(
              failure,
              judge,
              vocabulary,
              (before, stimulus, seen) -> {
                boolean agrees = agreement.agrees(before, stimulus, seen);
                if (agrees && before.wouldRestOn(stimulus, seen) == null) {
                  agreeing.add(name);
                }
              });
        });
    return agreeing;
  }

  private void note(List<Found> found, String choice, Set<String> kept, SortedSet<String> by) {
    by.stream()
        .filter(id -> id.startsWith(choice + "="))
        .map(id -> id.substring(choice.length() + 1))
        .filter(taken -> !kept.contains(taken))
        .findFirst()
        .ifPresent(taken -> found.add(new Found(unkept(choice, taken, kept), by)));
  }

  private Cause unkept(String choice, String taken, Set<String> kept) {
    return new Cause(choice, questions.get(choice), taken, new TreeSet<>(kept), new TreeSet<>());
  }

  /** The ids that the last observation rests on in this variant; null where it is not allowed. */
  private static SortedSet<String> lastStep(
      Failure failure, Semantics variant, Vocabulary vocabulary) {
    List<SortedSet<String>> by = new ArrayList<>();
    replay(
        failure,
        variant,
        vocabulary,
        (before, stimulus, seen) -> by.add(before.wouldRestOn(stimulus, seen)));
    return by.contains(null) ? null : by.get(by.size() - 1);
  }

  /** What would have been allowed at the last line, whether or not anything was observed there. */
  List<Allowed> allowed(Failure failure, Vocabulary vocabulary) {
    if (failure.isObserved()) {
      return failure.step().allowed();
    }
    Session session = replay(failure, judge, vocabulary, (before, stimulus, seen) -> {});
    boolean none = failure.lines().size() <= failure.steps().size();
    return none ? List.of() : session.allowed(failure.lines().get(failure.steps().size()));
  }

  /** A session in which all that was observed is shown once more to a judge of that variant. */
  private static Session replay(
      Failure failure, Semantics variant, Vocabulary vocabulary, Session.Listener listener) {
    StubTarget stub = new StubTarget();
    Judge judge = new Judge(automaton(failure, variant), vocabulary);
    Session session = new Session(stub, judge, vocabulary, listener);
    session.reset();
    for (Session.Step step : failure.steps()) {
      stub.show(step.observation());
      session.play(step.line());
    }
    return session;
  }

  private static Automaton automaton(Failure failure, Semantics variant) {
    Set<String> threads = new LinkedHashSet<>(List.of(Line.MAIN));
    failure.lines().forEach(line -> threads.add(line.thread()));
    return new Automaton(variant, List.copyOf(threads));
  }
}
