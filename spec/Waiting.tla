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
                                       !.waiters = @ \ {t}, !.signalled = FALSE]),
             c, Head(i.remembered), by)

(* A waiter that will look again once released, "rechecks", is counted      *)
(* first and falls asleep a step later.                                     *)
LOCAL Block(v, k, o, t, c, by) ==
  {Result(SetObject(k, o, [k.objects[o] EXCEPT !.waiters = @ \union {t},
             !.arm = IF k.objects[o].remembered = <<>> THEN "armed" ELSE @]),
          [c EXCEPT !.at = IF a = "rechecks" THEN "dozing" ELSE "waiting"],
          by \union {"R-wait-blocks"} \union TagIfOpen(v, "C-released-waiter", a))
   : a \in v["C-released-waiter"]}

(* Where a trigger is remembered although the interrupt is not armed.       *)
LOCAL Pending(v, i) ==
  Alternatives(v, i.arm = "early" /\ i.remembered # <<>>, "C-unbound-pending")

(* Where a thread is counted as waiting already, it matters whether a       *)
(* trigger has come which may be taken.                                     *)
LOCAL WaitFree(v, k, o, t, c, by, takes) ==
  LET i == k.objects[o]
      choice == IF takes THEN "C-overtake" ELSE "C-second-waiter"
  IN  UNION {
        LET tagged == by \union TagIfMet(choice, s)
        IN  Conclude(v, k,
              c.faults \o FaultIf(s = "BAD_STATE", "BAD_STATE", tagged),
              IF takes THEN {Take(k, o, t, c, tagged)} ELSE Block(v, k, o, t, c, tagged))
        : s \in Alternatives(v, i.waiters # {}, choice)}

InterruptWait(v, k, t, c) ==
  LET o == c.objects[1]
      i == k.objects[o]
      faults == c.faults
                  \o FaultIf(Found(o, Bound(i)), "BAD_STATE", {"R-wait-bound"})
                  \o FaultIf(Found(o, i.destroyed), "CANCELED", {"R-wait-canceled"})
  IN  IF o = NoObject \/ Bound(i) \/ i.destroyed THEN Failures(v, k, faults)
      ELSE UNION {WaitFree(v, k, o, t, c, TagIfMet("C-unbound-pending", p),
                           i.remembered # <<>> /\ p # "dormant")
                  : p \in Pending(v, i)}

(* A waiter on its way to sleep takes the signal that it finds, and looks   *)
(* again from the start; else it sleeps, even if the trigger that has come  *)
(* for it was taken meanwhile.                                              *)
InterruptDozing(k, t, c) ==
  LET o == c.objects[1]
  IN  IF k.objects[o].signalled
        THEN {Result(SetObject(k, o, [k.objects[o] EXCEPT !.signalled = FALSE]),
                     [c EXCEPT !.at = "effect"], {})}
        ELSE {Result(SetObject(k, o, [k.objects[o] EXCEPT !.asleep = @ + 1]),
                     [c EXCEPT !.at = "asleep"], {})}

(* Which of the sleepers was woken is left open until one goes on.          *)
InterruptAsleep(k, t, c) ==
  LET o == c.objects[1]
  IN  When(k.objects[o].woken > 0,
           {Result(SetObject(k, o, [k.objects[o] EXCEPT !.asleep = @ - 1, !.woken = @ - 1]),
                   [c EXCEPT !.at = "effect"], {})})

(* A waiter that was released has its timestamp.                            *)
InterruptWaiting(v, k, t, c) ==
  LET o == c.objects[1]
      i == k.objects[o]
      mine == {r \in i.released : r.thread = t}
  IN  IF mine # {}
        THEN {Waited(SetObject(k, o, [i EXCEPT !.released = @ \ mine]),
                     c, r.timestamp, {}) : r \in mine}
      ELSE IF i.destroyed
        THEN {Reply(SetObject(k, o, [i EXCEPT !.waiters = @ \ {t}]),
                    "CANCELED", {"R-wait-canceled", "R-destroy-waiter"})}
      ELSE IF i.remembered = <<>> THEN {}
      ELSE {Take(k, o, t, c, {"R-trigger-waiter"} \union TagIfMet("C-unbound-pending", p))
            : p \in Pending(v, i) \ {"dormant"}}
==============================================================================
