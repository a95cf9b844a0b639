package bindcheck.check;

import bindcheck.call.Observation;
import bindcheck.call.Verdict;
import bindcheck.oracle.Allowed;
import bindcheck.oracle.Session;
import bindcheck.oracle.Values;
import bindcheck.oracle.Vocabulary;
import bindcheck.script.Line;
import bindcheck.spec.Stimulus;
import bindcheck.suite.BreadthFirstTree;
import bindcheck.suite.Course;
import bindcheck.suite.Dressing;
import bindcheck.suite.GraphWalk;
import bindcheck.suite.SceneSuite;
import bindcheck.suite.Walks;
import bindcheck.target.TargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/** Replays the walks of one scene on a target, and judges each step. */
final class Replay {
  /**
   * A failure, and where it was found.
   *
   * @param edge the edge that was last walked
   * @param later whether another step of the same walk had failed before
   * @param dressing what the walk was made with
   */
  record Found(Failure failure, int edge, boolean later, Dressing dressing) {}

  /** Where a walk left the graph, and how many edges there are to there. */
  private record Departing(int edge, int length, Dressing dressing, Allowed step) {}

  /** How many calls are made where a walk has left the graph. */
  private static final int STEPS_BEYOND = 12;

  private final SceneSuite part;
  private final Course course;
  private final Session session;
  private final Vocabulary vocabulary;
  private final int mostFailures;
  private final LongConsumer progress;
  private final Consumer<Failure> finding;
  private final Evidence evidence = new Evidence();
  private final List<Line> played = new ArrayList<>();
  private final List<Session.Step> seen = new ArrayList<>();
  private final List<Found> found = new ArrayList<>();
  private final Set<Integer> leaving = new HashSet<>();
  private final BreadthFirstTree tree;
  private boolean failedInThisWalk;
  private int lastEdge;
  private long steps;
  private long firstSteps;
  private int walksLeft;
  private Departing departing;
  private int walks;
  private Dressing dressing = Dressing.FRESH;
  private Values values;
  private GraphWalk walk;

  /**
   * Prepares a replay.
   *
   * @param mostFailures after how many failures it ends
   * @param progress is told the number of steps made so far, after each walk
   * @param finding is told each failure at once
   */
  Replay(
      SceneSuite part,
      Course course,
      Session session,
      Vocabulary vocabulary,
      int mostFailures,
      LongConsumer progress,
      Consumer<Failure> finding) {
    this.part = part;
    this.course = course;
    this.session = session;
    this.vocabulary = vocabulary;
    this.mostFailures = mostFailures;
    this.progress = progress;
    this.finding = finding;
    this.tree = BreadthFirstTree.of(part.graph().costs());
  }

  /** Makes the walks of all rounds, and gives the steps that went wrong. */
  List<Found> run(List<Walks> rounds) {
    for (Walks round : rounds) {
      dressing = round.dressing();
      makeAll(round.walks());
      firstSteps = firstSteps == 0 ? steps : firstSteps;
    }
    return found;
  }

  private void makeAll(List<int[]> walks) {
    for (int[] walk : walks) {
      int[] rest = walk;
      while (rest != null && !isOver()) {
        rest = walk(rest);
        progress.accept(steps);
        settleWalk();
      }
    }
  }

  private void settleWalk() {
    if (isOver()) {
      return;
    }
    if (failedInThisWalk) {
      session.abandon();
    } else {
      evidence.note(played, session.judge().policies());
    }
  }

  /** Enough has failed, or the target can no longer be asked. */
  private boolean isOver() {
    return found.size() >= mostFailures
        || found.stream().anyMatch(f -> f.failure().verdict() == Verdict.INCONCLUSIVE);
  }

  long steps() {
    return steps;
  }

  /** The steps of the first round. */
  long firstSteps() {
    return firstSteps;
  }

  int walksLeft() {
    return walksLeft;
  }

  /**
   * The departure that is nearest to an empty kernel; empty where there is none. To be asked for
   * when the walks are over, as {@link #direct}, which gives values to numbers anew.
   */
  Optional<Departure> departure() {
    return Optional.ofNullable(departing)
        .map(
            there ->
                new Departure(
                    direct(there.edge(), there.dressing()),
                    there.step().observation(),
                    there.step().by()));
  }

  private void depart(Allowed step) {
    int length = tree.pathThrough(lastEdge).length;
    if (!failedInThisWalk && (departing == null || length < departing.length())) {
      departing = new Departing(lastEdge, length, dressing, step);
    }
  }

  Evidence evidence() {
    return evidence;
  }

  /** The shortest way to the edge at which that was found, and the edge. */
  List<Line> direct(Found found) {
    return direct(found.edge(), found.dressing());
  }

  private List<Line> direct(int last, Dressing worn) {
    List<Line> lines = new ArrayList<>();
    Values ofItsOwn = worn.of(0, session.takesWholePackets());
    part.graph().scene().setup().forEach(s -> lines.add(dressed(s, ofItsOwn)));
    for (int edge : tree.pathThrough(last)) {
      lines.add(dressed(part.graph().edges().get(edge).stimulus(), ofItsOwn));
    }
    return lines;
  }

  /** A line for a script, in which nobody holds a kernel. */
  private Line dressed(Stimulus stimulus, Values ofItsOwn) {
    return vocabulary.line(vocabulary.dress(stimulus, ofItsOwn, new BitSet()));
  }

  /** Makes a walk; gives a further one where this has left the graph, else null. */
  private int[] walk(int[] edges) {
    played.clear();
    seen.clear();
    failedInThisWalk = false;
    values = dressing.of(walks++, session.takesWholePackets());
    try {
      session.reset();
      walk = new GraphWalk(part.graph(), vocabulary);
      return walkFrom(edges);
    } catch (TargetException e) {
      fail(new Failure(played, seen, e));
      return null;
    }
  }

  private int[] walkFrom(int[] edges) {
    for (Stimulus plain : part.graph().scene().setup()) {
      Stimulus stimulus = dress(plain);
      if (play(vocabulary.line(stimulus), seen -> false) == null) {
        return null;
      }
      walk.make(stimulus);
    }
    for (int i = 0; i < edges.length; i++) {
      lastEdge = edges[i];
      Stimulus stimulus = dress(walk.actual(part.graph().edges().get(lastEdge)));
      session.identify(course.identified().get(lastEdge));
      Allowed step = play(vocabulary.line(stimulus), seen -> walk.canFollow(stimulus, seen));
      if (step == null) {
        return null;
      }
      boolean asCovered = walk.follow(stimulus, step.observation());
      if (!asCovered) {
        walksLeft++;
        depart(step);
      }
      if (!asCovered && !walk.rejoin(stimulus, session.judge())) {
        leaving.add(lastEdge);
        if (!wander(stimulus)) {
          return null;
        }
        drain();
        return behind(edges, i);
      }
    }
    drain();
    return null;
  }

  /**
   * What a walk has left to do behind the edge at which it left the graph: the rest from the first
   * edge on that can be reached, as far as is known, without leaving; null where there is none. It
   * is shorter, or more edges are known to leave, so that this comes to an end.
   */
  private int[] behind(int[] edges, int left) {
    for (int i = left + 1; i < edges.length; i++) {
      int[] path = tree.pathTo(part.graph().edges().get(edges[i]).from());
      List<Integer> way = new ArrayList<>(Arrays.stream(path).boxed().toList());
      if (!leaving.contains(edges[i]) && Collections.disjoint(way, leaving)) {
        Arrays.stream(edges, i, edges.length).forEach(way::add);
        return way.stream().mapToInt(Integer::intValue).toArray();
      }
    }
    return null;
  }

  /**
   * Goes on where no graph leads, by what the scene can make of what the judge holds possible: what
   * the step that left has left behind shows there or nowhere. All kinds of call take turns, for
   * what shows in one of them only.
   *
   * @param left the step that left
   * @return false where the walk cannot go on
   */
  private boolean wander(Stimulus left) {
    SplittableRandom random = new SplittableRandom(lastEdge);
    Map<String, Integer> made = new HashMap<>(Map.of(left.op(), 1));
    for (int i = 0; i < STEPS_BEYOND; i++) {
      List<Stimulus> all = session.judge().ask(part.graph().scene()::stimuli);
      List<Stimulus> possible =
          all.stream()
              .filter(part.graph().scene()::isMade)
              .filter(session.judge()::canMake)
              .filter(session::canSay)
              .toList();
      if (possible.isEmpty()) {
        return true;
      }
      Stimulus next = inTurn(possible, made, random);
      if (play(session.line(dress(next)), seen -> false) == null) {
        return false;
      }
    }
    return true;
  }

  /** One of the kind that was made least often. */
  private static Stimulus inTurn(
      List<Stimulus> possible, Map<String, Integer> made, SplittableRandom random) {
    ToIntFunction<Stimulus> times = stimulus -> made.getOrDefault(stimulus.op(), 0);
    int least = possible.stream().mapToInt(times).min().orElseThrow();
    List<Stimulus> due = possible.stream().filter(each -> times.applyAsInt(each) == least).toList();
    Stimulus next = due.get(random.nextInt(due.size()));
    made.merge(next.op(), 1, Integer::sum);
    return next;
  }

  /**
   * Releases the blocked calls, so that no thread stays behind where this can be helped. It ends on
   * any target: after a release that is allowed fewer calls are blocked, or fewer handles are left
   * to close.
   */
  private void drain() {
    for (Stimulus release = release(); release != null; release = release()) {
      if (!session.canSay(release) || play(session.line(dress(release)), seen -> false) == null) {
        session.abandon();
        return;
      }
    }
  }

  private Stimulus release() {
    return session.judge().ask(part.graph().scene()::release);
  }

  private Stimulus dress(Stimulus stimulus) {
    return walk.dress(stimulus, values, session.values());
  }

  private void fail(Failure failure) {
    found.add(new Found(failure, lastEdge, failedInThisWalk, dressing));
    failedInThisWalk = true;
    finding.accept(failure);
  }

  /**
   * Makes one step.
   *
   * @param preferred what the walk would best go on from
   * @return what the walk goes on from, which is what was observed or, where that is not allowed,
   *     what is; null where the walk cannot go on
   */
  private Allowed play(Line line, Predicate<Observation> preferred) {
    played.add(line);
    steps++;
    Session.Step step = session.play(line);
    session.identify(false);
    seen.add(step);
    if (step.isAllowed()) {
      return new Allowed(step.observation(), step.by());
    }
    fail(new Failure(played, seen, null));
    Allowed instead =
        step.allowed().stream()
            .filter(allowed -> preferred.test(allowed.observation()))
            .findFirst()
            .orElse(step.nearest());
    boolean sameThreads = instead.observation().blocked().equals(step.observation().blocked());
    if (isOver() || !sameThreads) {
      return null;
    }
    session.goOnAs(instead);
    return instead;
  }
}
