package bindcheck.target.hosted;

import bindcheck.target.perturb.Perturbation;
import bindcheck.target.perturb.Schedule;

/** Holds up threads in the machine of a target. */
final class HostedPerturbation implements Perturbation {
  private final HostedTarget target;

  HostedPerturbation(HostedTarget target) {
    this.target = target;
  }

  @Override
  public void begin(Schedule schedule) {
    if (!target.isDead()) {
      target.ask(Host.HOLD_UP, Forms.of(schedule));
    }
  }

  @Override
  public void end() {
    if (!target.isDead()) {
      target.ask(Host.LET_GO, Forms.object());
    }
  }
}
