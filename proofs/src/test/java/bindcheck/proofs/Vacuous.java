package bindcheck.proofs;

import java.util.Optional;
import java.util.Set;

/** Why no step of a case could break a property. */
enum Vacuous {
  NO_SUCH_CALL("of a call that has found a resource, of which no kernel has one"),
  NOTHING_BEGUN("of a kernel without objects, and of calls in progress"),
  OF_OTHERS("of a property that is about other calls alone");

  private final String told;

  Vacuous(String told) {
    this.told = told;
  }

  /** The reason; empty where a step could. */
  static Optional<Vacuous> why(Case of, String property) {
    if (of.equals(Case.IMPOSSIBLE)) {
      return Optional.of(NO_SUCH_CALL);
    }
    if (of.equals(Case.EMPTY)) {
      return property.equals("InvClosing") ? Optional.of(NOTHING_BEGUN) : Optional.empty();
    }
    return isAbout(property, of) ? Optional.empty() : Optional.of(OF_OTHERS);
  }

  private static boolean isAbout(String property, Case of) {
    return switch (property) {
      case "StepRemovesItsOwn" -> removes(of);
      case "StepTakesFirst", "StepKeepsPackets" -> !removes(of);
      case "StepTellsAlone" -> !of.at().equals("closing");
      case "StepWaitersAnswer" -> of.at().equals("waiting");
      case "StepReads" -> of.op().equals("port_wait") && !of.at().equals("entry");
      case "StepTriggerDelivers" ->
          of.op().equals("interrupt_trigger") && of.at().equals("effect") && !of.hasFault();
      default -> true;
    };
  }

  private static boolean removes(Case of) {
    return of.at().equals("closing")
        || (of.at().equals("effect")
            && Set.of("interrupt_destroy", "interrupt_unbind").contains(of.op()));
  }

  @Override
  public String toString() {
    return told;
  }
}
