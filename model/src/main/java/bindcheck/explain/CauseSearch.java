package bindcheck.explain;

import bindcheck.call.Call;
import bindcheck.call.Op;
import bindcheck.check.Failure;
import bindcheck.history.judge.Contradiction;
import bindcheck.history.judge.Rejection;
import bindcheck.oracle.Allowed;
import bindcheck.oracle.CrossCheck;
import bindcheck.oracle.Judge;
import bindcheck.oracle.Session;
import bindcheck.oracle.StubTarget;
import bindcheck.oracle.Vocabulary;
import bindcheck.script.Line;
import bindcheck.spec.Alternative;
import bindcheck.spec.Automaton;
import bindcheck.spec.Glossary;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.spec.Variant;
import bindcheck.spec.Variants;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Looks for the cause of a rejection: shows what was observed once more to judges that differ from
 * the one that rejected it in one alternative of one choice.
 */
public final class CauseSearch {
  private final SpecModule module;
  private final Glossary glossary;
  private final Broken broken;
  private final Semantics judge;
  private final Semantics every;
  private final Map<Alternative, Semantics> widened = new HashMap<>();

  /** Prepares to look for causes of what the variant rejects. */
  public CauseSearch(SpecModule module, Semantics judge) {
    this.module = module;
    this.judge = judge;
    this.glossary = new Glossary(module);
    this.broken = new Broken(glossary);
    this.every = new Semantics(module, Variants.every(module));
  }

  /**
   * A cause, and what the observation would rest on.
   *
   * @param by the ids that it rests on once the choice is changed
   */
  record Found(Cause cause, SortedSet<String> by) {}

  /** The requirements that the event breaks; none where nothing is known to be allowed there. */
  SortedSet<String> broken(Rejection rejection) {
    return rejection.allowed().stream()
        .findFirst()
        .map(nearest -> broken.of(rejection.seen(), nearest, rejection.calls()))
        .orElseGet(TreeSet::new);
  }

  /** The requirements that the last step breaks, which was observed. */
  public SortedSet<String> broken(Failure failure) {
    Map<String, Op> calls = new HashMap<>();
    for (Line line : failure.lines()) {
      if (line.statement() instanceof Call call) {
        calls.put(line.thread(), call.op());
      }
    }
    return broken.of(failure.step().observation(), failure.step().nearest(), calls);
  }

  /** The cause, if the change of one choice suffices. */
  Optional<Found> of(Failure failure, Vocabulary vocabulary) {
    if (!failure.isObserved()) {
      return Optional.empty();
    }
    return unkept(failure, vocabulary).or(() -> forbidden(failure, vocabulary));
  }

  /**
   * Which other failures have the cause of this one, as far as the change of one choice tells; or
   * none, as this one.
   */
  Predicate<Failure> ofOneCause(Failure failure, Vocabulary vocabulary) {
    Optional<Cause> cause = of(failure, vocabulary).map(Found::cause);
    if (cause.isPresent() && !cause.get().isUnkept()) {
      Semantics wider = widened(cause.get().alternative());
      return other -> lastStep(other, wider, vocabulary) != null;
    }
    return other -> cause.equals(of(other, vocabulary).map(Found::cause));
  }

  private Optional<Found> forbidden(Failure failure, Vocabulary vocabulary) {
    for (Alternative taken : forbidden()) {
      SortedSet<String> by = lastStep(failure, widened(taken), vocabulary);
      if (by != null) {
        return Optional.of(new Found(cause(taken), by));
      }
    }
    return Optional.empty();
  }

  /**
   * The cause of what a history shows, if the change of one choice suffices: before all others one
   * that explains what came after as well, then a policy that was not kept to.
   *
   * @param part what comes into question must explain this, too
   */
  public Optional<Cause> of(Contradiction contradiction, Contradiction part) {
    List<Alternative> possible =
        forbidden().stream()
            .filter(taken -> isAllowedWith(taken, part))
            .filter(taken -> isAllowedWith(taken, contradiction))
            .toList();
    return possible.stream()
        .filter(taken -> isWhollyAllowedWith(taken, contradiction))
        .findFirst()
        .map(this::cause)
        .or(() -> unkept(contradiction))
        .or(() -> possible.stream().findFirst().map(this::cause));
  }

  private Optional<Cause> unkept(Contradiction contradiction) {
    Variant variant = judge.variant();
    return contradiction
        .unkept(every, variant, variant.alternatives().keySet())
        .map(
            unkept -> {
              SortedSet<String> others = new TreeSet<>(variant.of(unkept.choice()));
              others.removeAll(unkept.kept());
              return unkept(unkept.choice(), String.join("\" or \"", others), unkept.kept());
            });
  }

  private boolean isWhollyAllowedWith(Alternative taken, Contradiction contradiction) {
    return contradiction.isWhollyAllowedBy(every, judge.variant().widened(taken), taken.choice());
  }

  private boolean isAllowedWith(Alternative taken, Contradiction contradiction) {
    return contradiction.isAllowedBy(every, judge.variant().widened(taken), taken.choice());
  }

  /**
   * A part that has the same cause, as small as could be found.
   *
   * @param part a small part to begin with, if it has that cause; else all of it
   */
  public Contradiction shrunk(Contradiction part, Optional<Cause> cause) {
    Contradiction start = hasCause(part, cause) ? part : part.whole();
    return start.shrunk(smaller -> hasCause(smaller, cause));
  }

  private boolean hasCause(Contradiction part, Optional<Cause> cause) {
    if (cause.isEmpty()) {
      return true;
    }
    return cause.get().isUnkept()
        ? unkept(part).equals(cause)
        : isAllowedWith(cause.get().alternative(), part);
  }

  /** The alternatives that the judge does not allow, those that only kernels take included. */
  private List<Alternative> forbidden() {
    return glossary.alternatives().filter(one -> !judge.variant().allows(one)).toList();
  }

  private Semantics widened(Alternative taken) {
    return widened.computeIfAbsent(
        taken, more -> new Semantics(module, judge.variant().widened(more)));
  }

  private Cause cause(Alternative taken) {
    return new Cause(
        taken.choice(),
        glossary.question(taken.choice()),
        taken.name(),
        new TreeSet<>(),
        new Variants(module).kernelsThatTake(taken));
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
              SortedMap<String, SortedSet<String>> kept = before.openPolicies();
              Alternative.among(by).stream()
                  .filter(taken -> kept.containsKey(taken.choice()))
                  .filter(taken -> !kept.get(taken.choice()).contains(taken.name()))
                  .map(taken -> unkept(taken.choice(), taken.name(), kept.get(taken.choice())))
                  .forEach(cause -> found.add(new Found(cause, by)));
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

  private Cause unkept(String choice, String taken, SortedSet<String> kept) {
    return new Cause(choice, glossary.question(choice), taken, kept, new TreeSet<>());
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
    return new Automaton(variant, Line.threads(failure.lines()));
  }
}
