package bindcheck.proofs;

import bindcheck.file.Packaged;
import java.util.List;
import java.util.Map;

/**
 * The specification with a few words changed, and what it then breaks.
 *
 * @param property of Induction.tla, that some step of the case no longer keeps
 */
record Mutant(String property, Case of, String module, String old, String changed) {
  static List<Mutant> all() {
    return List.of(
        of(
            "InvArm",
            effect("interrupt_trigger"),
            "Interrupts",
            "!.arm = \"sent\"",
            "!.arm = \"?\""),
        of(
            "InvBoundToPort",
            new Case("interrupt_bind", "effect", 2, false),
            "Binding",
            "IN  PlainPort(plain)",
            "IN  <<>>"),
        of(
            "InvNobodyWaitsOnBound",
            new Case("interrupt_bind", "effect", 2, false),
            "Binding",
            "FaultIf(Found(o, i.waiters # {})",
            "FaultIf(Found(o, FALSE)"),
        of(
            "InvDestroyedIsSilent",
            effect("interrupt_destroy"),
            "Interrupts",
            "!.destroyed = TRUE, !.remembered = <<>>",
            "!.destroyed = TRUE"),
        of(
            "InvQueuedIsOfLiveBinding",
            effect("interrupt_destroy"),
            "Interrupts",
            "IF Bound(i) THEN RemovePackets(k, PortOf(i), o) ELSE k",
            "k"),
        of(
            "InvHandlesLead",
            new Case("event_create", "effect", 0, false),
            "Kernel",
            "[object |-> o, rights",
            "[object |-> o + 1, rights"),
        of(
            "InvObjectsHaveTypes",
            new Case("event_create", "effect", 0, false),
            "Handles",
            "[type |-> \"event\"]",
            "[type |-> \"?\"]"),
        of(
            "InvLengths",
            effect("interrupt_ack"),
            "Triggers",
            "CASE i.remembered # <<>>  -> AckPending",
            "CASE i.remembered = <<>>  -> AckPending"),
        of(
            "CountOnePacketAnAck",
            effect("interrupt_trigger"),
            "Interrupts",
            "!.arm = \"sent\", !.stale",
            "!.stale"),
        of(
            "StepFits",
            new Case("interrupt_ack", "entry", 0, false),
            "Handles",
            "Append(@, f.object)",
            "Append(@, n)"),
        of(
            "InvClosing",
            new Case("handle_close", "effect", 0, false),
            "Handles",
            "IF Unreferenced(rest, o) /\\ k.objects[o].type # \"event\"",
            "IF k.objects[o].type # \"event\""),
        of(
            "InvAliveIsKnown",
            new Case("handle_close", "effect", 0, false),
            "Handles",
            "IF Unreferenced(rest, o) /\\ k.objects[o].type # \"event\"",
            "IF FALSE"),
        of(
            "StepTellsAlone",
            new Case("handle_close", "effect", 0, false),
            "Handles",
            "ELSE IF h \\notin DOMAIN k.handles THEN {Reply(k, \"BAD_HANDLE\", {\"R-close-bad",
            "ELSE IF FALSE THEN {Reply(k, \"BAD_HANDLE\", {\"R-close-bad"),
        of(
            "StepRemovesItsOwn",
            effect("interrupt_destroy"),
            "Ports",
            "packet.source # o",
            "packet.key # k.objects[o].binding[1].key"),
        of("CollectKeepsHeld", Case.COLLECT, "Kernel", "k.handles} \\union held", "k.handles}"),
        of(
            "CollectKeepsReached",
            Case.COLLECT,
            "Kernel",
            "ELSE AtRest(v, k.objects[o])]",
            "ELSE AtRest(v, [k.objects[o] EXCEPT !.type = \"event\"])]"),
        of(
            "StepObjectsStay",
            new Case("handle_close", "closing", 1, false),
            "Ports",
            "[k EXCEPT !.objects[p].state = a,",
            "[k EXCEPT !.objects[p].state = a, !.objects[p].type = \"event\","),
        of(
            "StepBindingStays",
            new Case("interrupt_bind", "effect", 2, false),
            "Binding",
            "FaultIf(Found(o, Bound(i)), \"ALREADY",
            "FaultIf(Found(o, FALSE), \"ALREADY"),
        of(
            "StepDestroyedForEver",
            new Case("interrupt_wait", "waiting", 1, false),
            "Waiting",
            "[i EXCEPT !.waiters = @ \\ {t}]),",
            "[i EXCEPT !.waiters = @ \\ {t}, !.destroyed = FALSE]),"),
        of(
            "StepRightsNeverGrow",
            new Case("handle_duplicate", "effect", 0, false),
            "Handles",
            "\\o FaultIf(wanted.more \\/ c.args.null",
            "\\o FaultIf(c.args.null"),
        of(
            "StepSends",
            effect("interrupt_trigger"),
            "Interrupts",
            "timestamp |-> timestamp]),",
            "timestamp |-> 0]),"),
        of(
            "StepTakesFirst",
            new Case("port_wait", "waiting", 1, false),
            "Ports",
            "!.interrupts = Tail(@)]",
            "!.interrupts = <<>>]"),
        of(
            "StepKeepsPackets",
            new Case("port_wait", "waiting", 1, false),
            "Ports",
            "!.interrupts = Tail(@)]",
            "!.interrupts = Append(Tail(@), Head(@))]"),
        of(
            "StepReads",
            new Case("port_wait", "waiting", 1, false),
            "Ports",
            "IF port.interrupts # <<>>",
            "IF port.packets = <<>>"),
        of(
            "StepUserPackets",
            effect("port_queue"),
            "Ports",
            "payload |-> args.payload",
            "payload |-> args.key"),
        of(
            "StepAckArms",
            effect("interrupt_trigger"),
            "Triggers",
            "!.remembered = r.pending]), \"OK\"",
            "!.remembered = r.pending, !.arm = \"armed\"]), \"OK\""),
        of(
            "StepWaitersAnswer",
            new Case("interrupt_wait", "waiting", 1, false),
            "Waiting",
            "THEN {Reply(SetObject(k, o, [i EXCEPT !.waiters = @ \\ {t}]),\n"
                + "                    \"CANCELED\",",
            "THEN {Result(SetObject(k, o, [i EXCEPT !.waiters = @ \\ {t}]), c,"),
        of(
            "StepTriggerDelivers",
            effect("interrupt_trigger"),
            "Triggers",
            "{IF a = \"lost\"",
            "{IF a # \"lost\""));
  }

  private static Case effect(String op) {
    return new Case(op, "effect", 1, false);
  }

  private static Mutant of(String property, Case of, String module, String old, String changed) {
    return new Mutant(property, of, module, old, changed);
  }

  /** The file that is changed, with its text. */
  Map<String, String> files() {
    String file = module + ".tla";
    String text = Packaged.text("/spec/" + file);
    int place = text.indexOf(old);
    if (place < 0) {
      throw new IllegalStateException("not in " + file + ": " + old);
    }
    return Map.of(file, text.substring(0, place) + changed + text.substring(place + old.length()));
  }

  @Override
  public String toString() {
    return property + " of " + of + " by " + module + ": " + changed;
  }
}
