------------------------------- MODULE Waiting -------------------------------
(***************************************************************************)
(* interrupt_wait, of an interrupt that is not bound: the wait itself is   *)
(* its ack.                                                                *)
(***************************************************************************)
EXTENDS Interrupts

LOCAL Waited(k, c, timestamp, by) ==
  Done(k, IF c.args.null THEN [status |-> "OK"]
          ELSE [status |-> "OK", timestamp |-> timestamp],
       by \union {"R-wait"})

LOCAL Take(k, o, t, c, by) ==
  LET i == k.objects[o]
  IN  Waited(SetObject(k, o, [i EXCEPT !.remembered = Tail(@), !.arm = "early",
                                       !.waiters = @ \ {t}]),
             c, Head(i.remembered), by)

LOCAL Block(k, o, t, c, by) ==
  Result(SetObject(k, o, [k.objects[o] EXCEPT !.waiters = @ \union {t},
            !.arm = IF k.objects[o].remembered = <<>> THEN "armed" ELSE @]),
         [c EXCEPT !.at = "waiting"], by \union {"R-wait-blocks"})

(* Where a trigger is remembered although the interrupt is not armed.       *)
LOCAL Pending(v, i) ==
  Alternatives(v, i.arm = "early" /\ i.remembered # <<>>, "C-unbound-pending")

(* Where another thread waits already, it matters whether a trigger has     *)
(* come which that one has not yet taken.                                   *)
InterruptWait(v, k, t, c) ==
  LET o == c.objects[1]
      i == k.objects[o]
      free == Found(o, ~Bound(i) /\ ~i.destroyed)
      busy == free /\ i.waiters \ {t} # {}
      choice == IF free /\ i.remembered # <<>> THEN "C-overtake" ELSE "C-second-waiter"
  IN  UNION {
        Conclude(v, k,
          c.faults
            \o FaultIf(Found(o, Bound(i)), "BAD_STATE", {"R-wait-bound"})
            \o FaultIf(Found(o, i.destroyed), "CANCELED", {"R-wait-canceled"})
            \o FaultIf(s = "BAD_STATE", "BAD_STATE", TagIfMet(choice, s)),
          {IF i.remembered # <<>> /\ p # "dormant"
             THEN Take(k, o, t, c, TagIfMet(choice, s) \union TagIfMet("C-unbound-pending", p))
             ELSE Block(k, o, t, c, TagIfMet(choice, s) \union TagIfMet("C-unbound-pending", p))
           : p \in Pending(v, i)})
        : s \in Alternatives(v, busy, choice)}

(* A waiter that was released has its timestamp; or it is no longer among   *)
(* the waiters, and looks again from the start.                             *)
InterruptWaiting(v, k, t, c) ==
  LET o == c.objects[1]
      i == k.objects[o]
      mine == {r \in i.released : r.thread = t}
  IN  IF mine # {}
        THEN {Waited(SetObject(k, o, [i EXCEPT !.released = @ \ mine]),
                     c, r.timestamp, {}) : r \in mine}
      ELSE IF t \notin i.waiters THEN InterruptWait(v, k, t, c)
      ELSE IF i.destroyed
        THEN {Reply(SetObject(k, o, [i EXCEPT !.waiters = @ \ {t}]),
                    "CANCELED", {"R-wait-canceled", "R-destroy-waiter"})}
      ELSE IF i.remembered = <<>> THEN {}
      ELSE {Take(k, o, t, c, {"R-trigger-waiter"} \union TagIfMet("C-unbound-pending", p))
            : p \in Pending(v, i) \ {"dormant"}}
==============================================================================
