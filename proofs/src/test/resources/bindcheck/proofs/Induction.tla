------------------------------ MODULE Induction ------------------------------
(***************************************************************************)
(* What holds of every kernel, however many objects, handles, threads,     *)
(* packets and values there are: invariants of a kernel k ("Inv", and      *)
(* "Count" where it counts); what a step of a call c may do to it, where r *)
(* is what the step results in ("Step"); and what is left of it where the  *)
(* objects are removed that nobody knows ("Collect"), where held are those *)
(* that calls in progress know.  What has such a name is proved, and that  *)
(* a call c of a thread t has a step to take where it is so ("Live"); what *)
(* the others say is used by these.                                        *)
(*                                                                         *)
(* g is what has come to pass beside a kernel:                             *)
(*   sent, acked  since an interrupt was bound, its packets, and its acks  *)
(*                that were answered OK                                    *)
(*   closing      the objects that a call in progress is to tell next that *)
(*                it has closed their last handle                          *)
(*   left         the interrupts that lived on when they were told so      *)
(*                ("C-stale-destroy": "ignored")                           *)
(***************************************************************************)
EXTENDS Evaluation

OfType(k, type) == {o \in DOMAIN k.objects : k.objects[o].type = type}
IsA(k, o, type) == o \in DOMAIN k.objects /\ k.objects[o].type = type

(***************************************************************************)
(* Invariants                                                              *)
(***************************************************************************)
InvHandlesLead(k) ==
  \A h \in DOMAIN k.handles :
    h # InvalidHandle /\ k.handles[h].object \in DOMAIN k.objects

InvLengths(k) ==
  /\ \A o \in OfType(k, "interrupt") :
       Len(k.objects[o].remembered) >= 0 /\ Len(k.objects[o].stale) >= 0
  /\ \A p \in OfType(k, "port") :
       Len(k.objects[p].interrupts) >= 0 /\ Len(k.objects[p].packets) >= 0

InvObjectsHaveTypes(k) ==
  \A o \in DOMAIN k.objects :
    o # NoObject /\ k.objects[o].type \in {"interrupt", "port", "event"}

InvArm(k) ==
  \A o \in OfType(k, "interrupt") : k.objects[o].arm \in {"armed", "sent", "early"}

(* R-bind-single-port R-bind-port-option *)
InvBoundToPort(k) ==
  \A o \in OfType(k, "interrupt") :
    Bound(k.objects[o]) =>
      LET p == PortOf(k.objects[o])
      IN  IsA(k, p, "port") /\ k.objects[p].bindable

(* R-bind-waiting *)
InvNobodyWaitsOnBound(k) ==
  \A o \in OfType(k, "interrupt") : k.objects[o].waiters # {} => ~Bound(k.objects[o])

(* R-destroy *)
InvDestroyedIsSilent(k) ==
  \A o \in OfType(k, "interrupt") :
    k.objects[o].destroyed => k.objects[o].remembered = <<>>

(* Who is to be told has no handle.                                         *)
InvClosing(k, g) == \A o \in g.closing : o \in DOMAIN k.objects /\ Unreferenced(k, o)

(* R-close-last *)
InvAliveIsKnown(k, g) ==
  \A o \in OfType(k, "interrupt") :
    k.objects[o].destroyed \/ o \in g.closing \/ o \in g.left \/ ~Unreferenced(k, o)

(* Whatever is queued is of an interrupt that lives, is bound there, and    *)
(* has that key; but for one that was left, of which a call that has come   *)
(* too late may still queue one.                                            *)
(* R-destroy-unread R-packet-key R-bind-single-port *)
InvQueuedIsOfLiveBinding(k, g) ==
  \A p \in OfType(k, "port") : \A n \in DOMAIN k.objects[p].interrupts :
    LET packet == k.objects[p].interrupts[n]
        i      == k.objects[packet.source]
    IN  \/ packet.source \in g.left
        \/ /\ IsA(k, packet.source, "interrupt")
           /\ ~i.destroyed
           /\ i.binding = <<[port |-> p, key |-> packet.key]>>

(***************************************************************************)
(* A call in progress                                                      *)
(***************************************************************************)
(* What a call has looked up is there, and of the type that it asked for.   *)
Fits(k, c) ==
  LET lookups == Lookups(c)
  IN  \A n \in DOMAIN c.objects :
        IF c.at = "closing"
          THEN IsA(k, c.objects[n], "port") \/ IsA(k, c.objects[n], "interrupt")
        ELSE IF c.objects[n] = NoObject THEN c.faults # <<>>
        ELSE IsA(k, c.objects[n], lookups[n].type)

(* Who makes a handle gives it a number that no other has.                  *)
Possible(k, c) ==
  "out" \in DOMAIN c.args => c.args.out # InvalidHandle /\ c.args.out \notin DOMAIN k.handles

(* Who closes the last handle of an object is the one who tells it.         *)
Tells(c, g) == c.at = "closing" => c.objects[1] \in g.closing
StepTellsAlone(k, c, r, g) ==
  (r.call.at = "closing" /\ c.at # "closing") => r.call.objects[1] \notin g.closing

StepFits(k, c, r) == r.call.at = "done" \/ Fits(r.kernel, r.call)

(* Nothing that another call has looked up goes away.                       *)
StepObjectsStay(k, c, r) ==
  \A o \in DOMAIN k.objects :
    o \in DOMAIN r.kernel.objects /\ r.kernel.objects[o].type = k.objects[o].type

(***************************************************************************)
(* Steps                                                                   *)
(***************************************************************************)
(* R-bind-once R-bind-single-port R-bind-already-bound *)
StepBindingStays(k, c, r) ==
  \A o \in OfType(k, "interrupt") :
    LET i == k.objects[o]
        j == r.kernel.objects[o]
    IN  Bound(i) => \/ j.binding = i.binding
                    \/ j.binding = <<>> /\ (j.destroyed \/ c.op = "interrupt_unbind")

(* R-destroy *)
StepDestroyedForEver(k, c, r) ==
  \A o \in OfType(k, "interrupt") :
    k.objects[o].destroyed => r.kernel.objects[o].destroyed

(* R-duplicate R-replace *)
StepRightsNeverGrow(k, c, r) ==
  \A h \in DOMAIN r.kernel.handles :
    LET made == r.kernel.handles[h]
    IN  IF h \in DOMAIN k.handles THEN made = k.handles[h]
        ELSE made.object \in DOMAIN k.objects =>
               \E g \in DOMAIN k.handles :
                  /\ k.handles[g].object = made.object
                  /\ made.rights \subseteq k.handles[g].rights

(***************************************************************************)
(* What becomes of the packets of interrupts in a port                     *)
(***************************************************************************)
Sends(c) == c.at = "effect" /\ c.op \in {"interrupt_trigger", "interrupt_ack", "interrupt_bind"}
Removes(c) ==
  c.at = "closing" \/ (c.at = "effect" /\ c.op \in {"interrupt_destroy", "interrupt_unbind"})
Reads(c, r) ==
  c.op = "port_wait" /\ c.at # "entry" /\ r.call.at = "done" /\ r.call.reply.status \in {"OK", "INVALID_ARGS"}

(* One packet at the end, of the interrupt that the call is about, with the *)
(* key of its binding and the time of its trigger; it is not armed then.    *)
(* R-packet-delivered R-packet-key R-packet-timestamp R-rearm-needed        *)
(* R-rearm-pending R-fifo                                                   *)
StepSends(k, c, r) ==
  \A p \in OfType(k, "port") :
    LET before == k.objects[p].interrupts
        after  == r.kernel.objects[p].interrupts
        o      == c.objects[1]
        i      == k.objects[o]
        j      == r.kernel.objects[o]
        times  == IF c.op = "interrupt_trigger" THEN c.args.timestamp ELSE Head(i.remembered)
    IN  Len(after) > Len(before) =>
          /\ Sends(c)
          /\ ~i.destroyed /\ Bound(j) /\ PortOf(j) = p
          /\ after = Append(before, [source |-> o, key |-> j.binding[1].key, timestamp |-> times])
          /\ j.arm = "sent"
          /\ IF c.op = "interrupt_trigger"
               THEN i.arm = "armed" /\ j.remembered = i.remembered
               ELSE i.remembered # <<>> /\ j.remembered = Tail(i.remembered)

(* The first goes to the reader, or those of one interrupt go.              *)
(* R-fifo R-destroy-unread *)
StepTakesFirst(k, c, r) ==
  \A p \in OfType(k, "port") :
    LET before == k.objects[p].interrupts
        after  == r.kernel.objects[p].interrupts
    IN  Len(after) < Len(before) =>
          Removes(c) \/ (Reads(c, r) /\ p = c.objects[1] /\ after = Tail(before))

(* What goes is of the interrupt that the call is about, and is in its      *)
(* port; the others stay, in the order in which they came.                  *)
(* R-destroy-unread R-fifo *)
StepRemovesItsOwn(k, c, r) ==
  Removes(c) =>
    LET o             == c.objects[1]
        i             == k.objects[o]
        Other(packet) == packet.source # o
        others        == SelectSeq(k.objects[PortOf(i)].interrupts, Other)
    IN  \A p \in OfType(k, "port") :
          LET after == r.kernel.objects[p].interrupts
          IN  \/ after = k.objects[p].interrupts
              \/ IsA(k, o, "interrupt") /\ Bound(i) /\ p = PortOf(i) /\ after = others

(* R-dedicated-queue *)
StepKeepsPackets(k, c, r) ==
  \A p \in OfType(k, "port") :
    LET before == k.objects[p].interrupts
        after  == r.kernel.objects[p].interrupts
    IN  Len(after) = Len(before) => Removes(c) \/ after = before

(* What a reader gets is the first packet, and it gets it once; a packet of *)
(* a user comes only where there is none of an interrupt.                   *)
(* R-port-wait-interrupt R-port-wait-user R-priority R-fifo *)
StepReads(k, c, r) ==
  (Reads(c, r) /\ "packet" \in DOMAIN r.call.reply) =>
    LET p     == c.objects[1]
        port  == k.objects[p]
        then  == r.kernel.objects[p]
        given == r.call.reply.packet
    IN  IF given.type = "INTERRUPT"
          THEN /\ port.interrupts # <<>>
               /\ given.key = Head(port.interrupts).key
               /\ given.timestamp = Head(port.interrupts).timestamp
               /\ then.interrupts = Tail(port.interrupts)
               /\ then.packets = port.packets
          ELSE /\ port.interrupts = <<>> /\ port.packets # <<>>
               /\ given.key = Head(port.packets).key
               /\ given.payload = Head(port.packets).payload
               /\ then.packets = Tail(port.packets)
               /\ then.interrupts = port.interrupts

(* R-port-queue R-fifo *)
StepUserPackets(k, c, r) ==
  \A p \in OfType(k, "port") :
    LET before == k.objects[p].packets
        after  == r.kernel.objects[p].packets
    IN  \/ after = before
        \/ c.op = "port_queue" /\ c.at = "effect" /\ p = c.objects[1]
             /\ after = Append(before, [key |-> c.args.key, payload |-> c.args.payload])
        \/ Reads(c, r) /\ p = c.objects[1] /\ after = Tail(before)
        \/ c.at = "closing" /\ p = c.objects[1] /\ after = <<>>

(* A bound interrupt that is not armed is armed by its ack alone.           *)
(* R-rearm R-rearm-needed *)
StepAckArms(k, c, r) ==
  \A o \in OfType(k, "interrupt") :
    LET i == k.objects[o]
        j == r.kernel.objects[o]
    IN  (Bound(i) /\ Bound(j) /\ i.arm # "armed" /\ j.arm = "armed" /\ ~j.destroyed) =>
          c.op = "interrupt_ack" /\ c.at = "effect" /\ o = c.objects[1]

(* Where the kernel loses no trigger of an armed interrupt.                 *)
(* R-packet-delivered *)
StepTriggerDelivers(v, k, c, r) ==
  (/\ c.op = "interrupt_trigger" /\ c.at = "effect" /\ c.faults = <<>>
   /\ "lost" \notin v["C-trigger-unread"]) =>
    LET o == c.objects[1]
        i == k.objects[o]
    IN  (Bound(i) /\ ~i.destroyed /\ i.arm = "armed") =>
          /\ r.call.at = "done" /\ r.call.reply.status = "OK"
          /\ Len(r.kernel.objects[PortOf(i)].interrupts) = Len(k.objects[PortOf(i)].interrupts) + 1

(* Who waits answers with its next step.                                    *)
StepWaitersAnswer(k, c, r) == c.at = "waiting" => r.call.at = "done"

(***************************************************************************)
(* Who has a step to take: what a call waits for has come                  *)
(***************************************************************************)
(* R-packet-wakes-reader; who gives no place for a packet, which a kernel   *)
(* notices only early, does not wait.                                       *)
LivePacketIsThere(v, k, t, c) ==
  /\ c.op = "port_wait" /\ c.at = "waiting"
  /\ LET port == k.objects[c.objects[1]]
     IN  port.interrupts # <<>> \/ port.packets # <<>>
  /\ ~c.args.null \/ v["C-null-packet"] # {"early"}

(* R-port-wait-timed-out *)
LiveTimeIsOver(v, k, t, c) ==
  c.op = "port_wait" /\ c.at = "waiting" /\ c.args.deadline \in {"PAST", "PASSED"}

(* R-trigger-waiter *)
LiveReleased(v, k, t, c) ==
  /\ c.op = "interrupt_wait" /\ c.at = "waiting"
  /\ \E x \in k.objects[c.objects[1]].released : x.thread = t

(* R-destroy-waiter *)
LiveDestroyed(v, k, t, c) ==
  c.op = "interrupt_wait" /\ c.at = "waiting" /\ k.objects[c.objects[1]].destroyed

(* Who is not asleep, and waits for nothing.                                *)
LiveAwake(v, k, t, c) == c.at \in {"dozing", "lapsed"}

(***************************************************************************)
(* One packet an ack                                                       *)
(***************************************************************************)
CountOnePacketAnAck(k, g) ==
  \A o \in OfType(k, "interrupt") :
    LET i == k.objects[o]
    IN  (Bound(i) /\ ~i.destroyed) =>
          g.sent[o] <= g.acked[o] + (IF i.arm = "armed" THEN 0 ELSE 1)

(***************************************************************************)
(* What comes to pass                                                      *)
(***************************************************************************)
Nothing(g) == g.closing = {} /\ g.left = {}

Past(k, c, r, g) ==
  LET About(o) == c.objects # <<>> /\ o = c.objects[1]
      Stays(o) == IsA(k, o, "interrupt") /\ Bound(k.objects[o])
      Sent(o)  == /\ Sends(c) /\ About(o) /\ Bound(r.kernel.objects[o])
                  /\ LET p == PortOf(r.kernel.objects[o])
                     IN  Len(r.kernel.objects[p].interrupts) > Len(k.objects[p].interrupts)
      Acked(o) == /\ c.op = "interrupt_ack" /\ r.call.at = "done" /\ About(o)
                  /\ r.call.reply.status = "OK"
      told     == When(c.at = "closing", {c.objects[1]})
      Lives(o) == IsA(k, o, "interrupt") /\ ~r.kernel.objects[o].destroyed
  IN  [sent    |-> [o \in DOMAIN r.kernel.objects |->
                     (IF Stays(o) THEN g.sent[o] ELSE 0) + (IF Sent(o) THEN 1 ELSE 0)],
       acked   |-> [o \in DOMAIN r.kernel.objects |->
                     (IF Stays(o) THEN g.acked[o] ELSE 0) + (IF Acked(o) THEN 1 ELSE 0)],
       closing |-> (g.closing \ told) \union When(r.call.at = "closing", {r.call.objects[1]}),
       left    |-> g.left \union {o \in told : Lives(o)}]

(***************************************************************************)
(* What Collect leaves, where a machine removes objects after each step    *)
(***************************************************************************)
(* Held are objects that there are, and those that are yet to be told.      *)
Holds(k, held, g) == held \subseteq DOMAIN k.objects /\ g.closing \subseteq held

CollectKeepsHeld(k, held, left) ==
  \A o \in held : o \in DOMAIN left.objects /\ left.objects[o] = k.objects[o]

(* All that may be reached by a handle is as it was, but for what only      *)
(* calls in progress could tell.                                            *)
CollectKeepsReached(k, left) ==
  /\ left.handles = k.handles
  /\ \A h \in DOMAIN k.handles : k.handles[h].object \in DOMAIN left.objects
  /\ \A o \in DOMAIN left.objects :
       /\ o \in DOMAIN k.objects
       /\ left.objects[o] = [k.objects[o] EXCEPT !.count = left.objects[o].count,
                                                !.signalled = left.objects[o].signalled]
==============================================================================
