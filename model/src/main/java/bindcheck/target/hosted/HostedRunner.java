package bindcheck.target.hosted;

import bindcheck.file.JsonFields;
import bindcheck.file.Malformed;
import bindcheck.target.Ends;
import bindcheck.target.Plan;
import bindcheck.target.Runner;

/** Runs plans in the machine of a target, whose threads make their calls by themselves there. */
final class HostedRunner implements Runner {
  private final HostedTarget target;
  private boolean exact = true;

  HostedRunner(HostedTarget target) {
    this.target = target;
  }

  @Override
  public Ends run(Plan plan) {
    target.revive();
    JsonFields answer = target.ask(Host.RUN, Forms.of(plan));
    try {
      exact = answer.truth(Host.EXACT);
      return Forms.ends(answer);
    } catch (Malformed bad) {
      throw target.nonsense(bad);
    }
  }

  @Override
  public boolean isExact() {
    return exact;
  }

  @Override
  public void close() {
    target.close();
  }
}
