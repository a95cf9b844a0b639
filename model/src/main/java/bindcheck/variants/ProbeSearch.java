package bindcheck.variants;

import bindcheck.oracle.Vocabulary;
import bindcheck.spec.Alternative;
import bindcheck.spec.Automaton;
import bindcheck.spec.SpecModule;
import bindcheck.spec.Variant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.WeakHashMap;
import java.util.function.Predicate;

/**
 * Which script to play next, to tell the alternatives of a choice apart. It follows from what is
 * known so far alone, and is remembered as long as the specification is: targets that answer alike
 * are asked alike.
 */
final class ProbeSearch {
  /**
   * What the next script follows from.
   *
   * @param resolved one alternative a choice: what was found, else what the reference takes
   * @param known of each choice, the alternatives that agree with what was observed
   * @param open the same, of policies alone
   * @param played the scripts that were played already
   * @param patient whether it may have thousands of calls
   */
  record Question(
      String choice,
      Variant resolved,
      SortedMap<String, SortedSet<String>> known,
      SortedMap<String, SortedSet<String>> open,
      Set<Probe> played,
      boolean patient) {

    /** Few are asked with as many played: comparing these is left to those. */
    @Override
    public int hashCode() {
      return Objects.hash(choice, known, played.size());
    }
  }

  private static final Map<SpecModule, Map<Question, Optional<Probe>>> ANSWERED =
      Collections.synchronizedMap(new WeakHashMap<>());

  private static final int DEEP = 12;

  /** How many probes of a scene are looked at for one that tells for certain. */
  private static final int MOST_REFUSED = 100;

  private final Automaton every;
  private final ProductSearch search;
  private final Map<Question, Optional<Probe>> answered;

  ProbeSearch(SpecModule module, Automaton every, Vocabulary vocabulary) {
    this.every = every;
    this.search = new ProductSearch(new SubsetAutomaton(every, vocabulary));
    this.answered = ANSWERED.computeIfAbsent(module, m -> new HashMap<>());
  }

  /** A probe that tells what the variant takes from another alternative; empty where none does. */
  Optional<Probe> next(Question question) {
    Optional<Probe> known = answered.get(question);
    if (known == null) {
      known = search(question);
      answered.put(question, known);
    }
    return known;
  }

  private Optional<Probe> search(Question question) {
    Alternative mine =
        new Alternative(question.choice(), question.resolved().of(question.choice()).first());
    return question.known().get(question.choice()).stream()
        .map(other -> new Alternative(question.choice(), other))
        .filter(other -> !other.equals(mine))
        .map(other -> search(question, mine, other))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** A probe that tells two alternatives apart whatever is open besides, else one that may. */
  private Optional<Probe> search(Question question, Alternative mine, Alternative other) {
    int one = view(question, mine);
    int two = view(question, other);
    Predicate<Probe> isNew = probe -> !question.played().contains(probe);
    Predicate<Probe> isDecisive =
        excludes(one, viewOfOpen(question, other)).and(excludes(two, viewOfOpen(question, mine)));
    Optional<Probe> probe = shortest(Probes.SCENES, one, two, isNew.and(isDecisive), MOST_REFUSED);
    if (probe.isEmpty()) {
      probe = shortest(Probes.SCENES, one, two, isNew, Integer.MAX_VALUE);
    }
    if (probe.isEmpty() && question.patient()) {
      probe = shortest(Probes.LONG_SCENES, one, two, isNew, Integer.MAX_VALUE);
    }
    return probe;
  }

  /** Whether nothing that is seen in the one view is seen in the other. */
  private Predicate<Probe> excludes(int view, int excluded) {
    SubsetAutomaton subsets = search.subsets();
    return probe -> {
      SubsetAutomaton.After seen = probe.in(subsets, subsets.empty(view));
      SubsetAutomaton.After possible = probe.in(subsets, subsets.empty(excluded));
      return seen != null && possible != null && Collections.disjoint(seen.seen(), possible.seen());
    };
  }

  private Optional<Probe> shortest(
      List<String> scenes, int one, int other, Predicate<Probe> accepted, int mostRefused) {
    int depth = scenes.equals(Probes.LONG_SCENES) ? Integer.MAX_VALUE : DEEP;
    return scenes.stream()
        .map(scene -> search.shortest(scene, one, other, depth, false, accepted, mostRefused))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** One alternative of a choice, and of every other one all that may still be. */
  private int viewOfOpen(Question question, Alternative taken) {
    Variant all = every.semantics().variant();
    return every.semantics().policies().of(all.with(question.open()).taking(taken));
  }

  private int view(Question question, Alternative taken) {
    return every.semantics().policies().of(question.resolved().taking(taken));
  }
}
