package bindcheck.litmus.monitor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Depth first through all decisions: an execution repeats the decisions of the one before up to the
 * last that has something left, decides otherwise there, and ends where it comes to a state that
 * was seen before.
 */
final class Search implements Chooser {
  /** One decision, and what has been tried. */
  private static final class Node {
    private final List<Choice> options;
    private int next;

    Node(List<Choice> options) {
      this.options = options;
    }

    private Choice choice() {
      return options.get(next);
    }
  }

  private final Supplier<Scenario> scenarios;
  private final Lanes lanes;
  private final Sites sites;
  private final long most;
  private final Consumer<Execution> ends;
  private final Guards guards = new Guards();
  private final List<Node> path = new ArrayList<>();
  private final Set<Long> seen = new HashSet<>();
  private Optional<String> unseen = Optional.empty();
  private boolean compares = true;
  private boolean cut;
  private boolean diverged;
  private int depth;
  private long schedules;
  private Execution last;

  /**
   * Runs nothing yet.
   *
   * @param most how many executions there may be
   * @param ends is told of each state in which nothing needs to happen any more
   */
  Search(
      Supplier<Scenario> scenarios, Lanes lanes, Sites sites, long most, Consumer<Execution> ends) {
    this.scenarios = scenarios;
    this.lanes = lanes;
    this.sites = sites;
    this.most = most;
    this.ends = ends;
  }

  /** Goes on from states that were seen before, too. */
  Search comparingNoStates() {
    compares = false;
    return this;
  }

  /**
   * Runs executions, until there are no others, or too many, or until one fails.
   *
   * @param restarts is told when what has been seen so far is to be forgotten, because there are
   *     more points than it took into account
   * @throws TimeoutException if a thread gets stuck
   */
  void run(Runnable restarts) throws TimeoutException {
    do {
      depth = 0;
      Scenario scenario = scenarios.get();
      last = new Execution(scenario, lanes.atLeast(scenario.names().size()), this, sites, guards);
      lanes.run(last);
      schedules++;
      cut |= last.isTooLong();
      if (last.hasChangedGuards()) {
        path.clear();
        seen.clear();
        restarts.run();
      } else {
        advance();
      }
    } while (schedules < most && mayGoOn());
  }

  private boolean mayGoOn() {
    return last.hasChangedGuards() || (!path.isEmpty() && last.thrown() == null && !diverged);
  }

  private void advance() {
    while (!path.isEmpty()) {
      Node node = path.get(path.size() - 1);
      node.next++;
      if (node.next < node.options.size()) {
        return;
      }
      path.remove(path.size() - 1);
    }
  }

  @Override
  public Choice choose(Execution execution, List<Choice> options, Choice stays) {
    if (depth < path.size()) {
      Node node = path.get(depth++);
      if (!node.options.equals(options)) {
        diverged = true;
        return null;
      }
      return node.choice();
    }
    if (isSeen(execution, options)) {
      return null;
    }
    if (options.stream().allMatch(Choice::isOptional)) {
      ends.accept(execution);
    }
    path.add(new Node(List.copyOf(options)));
    depth++;
    return options.get(0);
  }

  /** Whether this has been decided before. */
  private boolean isSeen(Execution execution, List<Choice> options) {
    if (!compares || options.get(0).kind() == Choice.Kind.NOTIFY) {
      return false;
    }
    long state = execution.state();
    unseen = unseen.or(execution::unseen);
    return unseen.isEmpty() && !seen.add(state);
  }

  @Override
  public void ended(Execution execution) {
    ends.accept(execution);
  }

  @Override
  public boolean isPoint(int site, int events) {
    return guards.isPoint(site);
  }

  @Override
  public boolean insists(int events) {
    return false;
  }

  /** Whether there is no other execution. */
  boolean isExhausted() {
    return path.isEmpty() && !cut && !diverged && !last.hasChangedGuards() && last.thrown() == null;
  }

  /** Why there may be other executions. */
  String incompleteness() {
    if (diverged) {
      return "the same schedule does not lead to the same state";
    }
    if (schedules < most) {
      return "a schedule is too long to be followed to its end";
    }
    String why = "the bound of " + most + " schedules was reached";
    return unseen.map(type -> why + "; states cannot be compared with a " + type).orElse(why);
  }

  long schedules() {
    return schedules;
  }

  /** How many states there were, at which there was something to decide. */
  long states() {
    return seen.size();
  }

  /** How many places in the code use what is not guarded. */
  int points() {
    return guards.size();
  }

  /** The last execution. */
  Execution last() {
    return last;
  }
}
