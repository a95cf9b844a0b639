package bindcheck.api;

import bindcheck.check.Failure;
import bindcheck.check.FirstFailure;
import bindcheck.explain.CauseSearch;
import bindcheck.oracle.Vocabulary;
import bindcheck.script.Line;
import bindcheck.script.Script;
import bindcheck.spec.Automaton;
import bindcheck.spec.Variants;
import java.util.Optional;

/** Plays scripts on an implementation. */
final class ScriptPlay {
  private final Specification specification;
  private final Implementation target;

  ScriptPlay(Specification specification, Implementation target) {
    this.specification = specification;
    this.target = target;
  }

  Optional<Rejection> of(Script script) {
    Automaton automaton = specification.automaton(Line.threads(script.lines()));
    Optional<Failure> failure =
        new FirstFailure(target.target(), automaton, Vocabulary.plain()).play(script.lines());
    if (failure.isPresent() && !failure.get().isObserved()) {
      target.reopen();
    }
    CauseSearch causes = specification.causes(Variants.DOC);
    return failure.map(found -> Rejection.of(found, causes, specification.glossary()));
  }
}
