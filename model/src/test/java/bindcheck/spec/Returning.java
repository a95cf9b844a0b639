package bindcheck.spec;

import bindcheck.call.Reply;

/** The one move that {@link Automaton#moves} leaves out: a thread sees the reply of its call. */
public final class Returning {
  private Returning() {}

  /** Whether the thread's call is done. */
  public static boolean isDone(Automaton automaton, int number, String thread) {
    int call = automaton.configuration(number).call(automaton.threads().indexOf(thread));
    return call != automaton.semantics().idle() && automaton.semantics().isDone(call);
  }

  /** The configuration once the thread, whose call is done, has returned. */
  public static int returned(Automaton automaton, int number, String thread) {
    Configuration c = automaton.configuration(number);
    int[] calls = c.calls();
    calls[automaton.threads().indexOf(thread)] = automaton.semantics().idle();
    int kernel = automaton.semantics().collect(c.kernel, calls);
    return automaton.number(new Configuration(kernel, calls, c.policies));
  }

  /** The reply of the thread's call, which is done, in the specification's numbers. */
  public static Reply reply(Automaton automaton, int number, String thread) {
    int call = automaton.configuration(number).call(automaton.threads().indexOf(thread));
    return automaton.semantics().reply(call);
  }
}
