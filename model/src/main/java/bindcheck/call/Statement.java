package bindcheck.call;

/** What a script does to a target: a call is made, or the deadline of one in progress passes. */
public sealed interface Statement permits Call, Statement.Expire {

  /** Lets the finite deadline of the call that the thread has in progress pass. */
  record Expire(String thread) implements Statement {
    public Expire {
      Identifiers.requireThread(thread);
    }

    @Override
    public String toString() {
      return EXPIRE + "(" + thread + ")";
    }
  }

  /** The word for it in a script. */
  String EXPIRE = "expire";
}
