package bindcheck.litmus.monitor;

import java.util.List;

/** Decides as a schedule says, and lets the running thread go on where it says nothing. */
final class Replay implements Chooser {
  private final List<Schedule.Step> steps;
  private int next;

  Replay(Schedule schedule) {
    this.steps = schedule.steps();
  }

  @Override
  public Choice choose(Execution execution, List<Choice> options, Choice stays) {
    if (next < steps.size()) {
      Choice planned = steps.get(next).choice();
      if (execution.events() == steps.get(next).events() && options.contains(planned)) {
        next++;
        return planned;
      }
    } else if (options.stream().allMatch(Choice::isOptional)) {
      return null;
    }
    return stays != null ? stays : options.get(0);
  }

  @Override
  public void ended(Execution execution) {
    // The execution is looked at when it is over.
  }

  @Override
  public boolean isPoint(int site, int events) {
    return insists(events);
  }

  @Override
  public boolean insists(int events) {
    return next < steps.size() && steps.get(next).events() == events;
  }

  /** Whether all that the schedule says was done. */
  boolean isDone() {
    return next == steps.size();
  }
}
