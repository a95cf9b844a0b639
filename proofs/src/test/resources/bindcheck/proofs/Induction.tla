------------------------------ MODULE Induction ------------------------------
(***************************************************************************)
(* What holds of every kernel, however many objects, handles, threads,     *)
(* packets and values there are: invariants of a kernel k, and what a step *)
(* of a call c may do to it, where r is what the step results in.  A name  *)
(* that begins with "Inv" or "Step" is proved; what the others say is used *)
(* by these.                                                               *)
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

(* Whatever is queued is of an interrupt that lives, is bound there, and    *)
(* has that key.                                                            *)
(* R-destroy-unread R-packet-key R-bind-single-port *)
InvQueuedIsOfLiveBinding(k) ==
  \A p \in OfType(k, "port") : \A n \in DOMAIN k.objects[p].interrupts :
    LET packet == k.objects[p].interrupts[n]
        i      == k.objects[packet.source]
    IN  /\ IsA(k, packet.source, "interrupt")
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
==============================================================================
