package bindcheck.check;

import bindcheck.oracle.Vocabulary;
import bindcheck.script.Line;
import bindcheck.spec.Automaton;
import bindcheck.target.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Puts the failures of one scene together that are alike, each group with a short script. */
final class Grouping {
  private final Target target;
  private final Replay replay;
  private final Automaton automaton;
  private final Vocabulary vocabulary;
  private final Function<Failure, Predicate<Failure>> alike;
  private final Map<Integer, Optional<Failure>> direct = new HashMap<>();

  /**
   * Prepares to group.
   *
   * @param alike of which others that look the same a failure that is shown says all
   */
  Grouping(
      Target target,
      Automaton automaton,
      Vocabulary vocabulary,
      Replay replay,
      Function<Failure, Predicate<Failure>> alike) {
    this.target = target;
    this.replay = replay;
    this.automaton = automaton;
    this.vocabulary = vocabulary;
    this.alike = alike;
  }

  /** The groups, in the order in which the first of each was found. */
  List<FailureGroup> of(List<Replay.Found> found) {
    Map<String, List<Replay.Found>> looks = new LinkedHashMap<>();
    found.stream()
        .sorted(Comparator.comparing(Replay.Found::later))
        .forEach(
            f -> looks.computeIfAbsent(f.failure().signature(), s -> new ArrayList<>()).add(f));
    List<FailureGroup> groups = new ArrayList<>();
    looks.values().forEach(look -> groups.addAll(split(look)));
    return groups;
  }

  /** Those that look the same, apart where they are not alike. */
  private List<FailureGroup> split(List<Replay.Found> look) {
    List<FailureGroup> groups = new ArrayList<>();
    List<Replay.Found> rest = look;
    while (!rest.isEmpty()) {
      Replay.Found first = rest.get(0);
      Failure shortest = reproduce(first);
      boolean isConsequence = first.later() && shortest == null;
      Failure played = shortest != null ? shortest : first.failure();
      boolean isTimed = !isConsequence && Timing.concerns(played, target);
      Failure again = isTimed ? withTime(first, shortest) : null;
      Timing timing = isTimed ? Timing.again(again != null) : Timing.NONE;
      Failure reproduced = again != null ? again : shortest;
      Failure shown = reproduced != null ? reproduced : first.failure();
      List<Replay.Found> others =
          isConsequence || !shown.isObserved()
              ? List.of()
              : others(rest.subList(1, rest.size()), alike.apply(shown));
      groups.add(
          new FailureGroup(
              first.failure(), reproduced, rest.size() - others.size(), isConsequence, timing));
      rest = others;
    }
    return groups;
  }

  /**
   * The same failure where calls had far more time to return; null where it does not come about.
   */
  private Failure withTime(Replay.Found first, Failure shortest) {
    return Timing.withMore(
        target,
        () -> {
          Failure again = shortest == null ? null : reproduction(first).play(shortest.lines());
          return again != null ? again : reproduction(first).play(first.failure().lines());
        });
  }

  /** Those that are failures of their own, and not alike. */
  private List<Replay.Found> others(List<Replay.Found> rest, Predicate<Failure> alike) {
    return rest.stream()
        .filter(found -> own(found).filter(failure -> !alike.test(failure)).isPresent())
        .toList();
  }

  /** The failure, if it comes about by itself as well. */
  private Optional<Failure> own(Replay.Found found) {
    return found.later() ? direct(found) : Optional.of(found.failure());
  }

  /** The same failure on the shortest way to its edge, from a fresh kernel; empty if it is none. */
  private Optional<Failure> direct(Replay.Found found) {
    return direct
        .computeIfAbsent(
            found.edge(),
            edge -> Optional.ofNullable(reproduction(found).play(replay.direct(found))))
        .filter(own -> own.signature().equals(found.failure().signature()));
  }

  private Reproduction reproduction(Replay.Found found) {
    return new Reproduction(target, automaton, vocabulary, found.failure());
  }

  /**
   * A short script that fails as well. After an earlier failure in the same walk, only one that
   * fails in the same way, from a fresh kernel, shows that this is a failure of its own.
   */
  private Failure reproduce(Replay.Found found) {
    target.abandon();
    Reproduction reproduction = reproduction(found);
    List<Line> direct = replay.direct(found);
    if (found.later()) {
      Failure own = reproduction.shortest(List.of(direct));
      boolean same = own != null && own.signature().equals(found.failure().signature());
      return same ? own : null;
    }
    List<Line> walk = found.failure().lines();
    Failure shortest = reproduction.shortest(List.of(direct, walk));
    return shortest != null
        ? shortest
        : reproduction.shortest(List.of(replay.evidence().before(walk)));
  }
}
