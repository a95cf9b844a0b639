------------------------------ MODULE Triggers -------------------------------
(***************************************************************************)
(* What becomes of a trigger: interrupt_trigger and interrupt_ack.         *)
(***************************************************************************)
EXTENDS Interrupts

(***************************************************************************)
(* interrupt_trigger(inth, options, timestamp)                             *)
(***************************************************************************)
(* What remains of the triggers remembered and one more: set of             *)
(* [pending, by].                                                           *)
LOCAL Coalesced(v, pending, timestamp) ==
  {[pending |-> CASE a = "first" -> pending
                  [] a = "last"  -> <<timestamp>>
                  [] a = "each"  -> Append(pending, timestamp),
    by |-> {Tag("C-coalesce", a)}] : a \in v["C-coalesce"]}

(* What one more trigger leaves: set of [pending, by].  Of an interrupt     *)
(* that is not armed the kernels remember the time alone, and take 0 for    *)
(* nothing; of an unbound one that is armed, or by this trigger is again,   *)
(* they note that it came, and a time of 0 gives way to the next.           *)
LOCAL Remember(v, i, timestamp, armed) ==
  LET empty == i.remembered = <<>>
      zero  == IF armed THEN i.remembered = <<0>> /\ timestamp # 0
                        ELSE empty /\ timestamp = 0
      plain == IF empty THEN {[pending |-> <<timestamp>>, by |-> {}]}
                        ELSE Coalesced(v, i.remembered, timestamp)
  IN  UNION {
        IF a = "lost"
          THEN {[pending |-> IF armed THEN <<timestamp>> ELSE <<>>,
                 by |-> TagIfMet("C-zero-timestamp", a)]}
          ELSE {[r EXCEPT !.by = @ \union TagIfMet("C-zero-timestamp", a)] : r \in plain}
        : a \in Alternatives(v, zero, "C-zero-timestamp")}

LOCAL TriggerArmed(v, k, o, timestamp) ==
  LET i == k.objects[o]
  IN  {IF a = "lost"
         THEN Reply(SetObject(k, o, [i EXCEPT !.arm = "sent"]), "OK",
                    TagIfMet("C-trigger-unread", a))
         ELSE Reply(Send(v, k, o, i, timestamp), "OK",
                    Delivery \union TagIfMet("C-trigger-unread", a))
       : a \in Alternatives(v, Queued(k, o), "C-trigger-unread")}

LOCAL TriggerNotArmed(v, k, o, timestamp) ==
  {Reply(SetObject(k, o, [k.objects[o] EXCEPT !.remembered = r.pending]), "OK",
         r.by \union {"R-rearm-needed"})
   : r \in Remember(v, k.objects[o], timestamp, FALSE)}

LOCAL ReleaseAll(k, o, timestamp) ==
  LET i == k.objects[o]
  IN  Reply(SetObject(k, o,
              [i EXCEPT !.waiters = {},
                        !.released = @ \union
                          {[thread |-> w, timestamp |-> timestamp] : w \in i.waiters}]),
            "OK", {"R-trigger-unbound", Tag("C-release", "all")})

LOCAL TriggerUnbound(v, k, o, timestamp) ==
  LET i     == k.objects[o]
      one(r, late, woken, by) ==
        LET kept == [i EXCEPT !.remembered = r.pending,
                              !.arm = IF late = "rearms" THEN "armed" ELSE @,
                              !.waiters = IF woken = "rechecks" THEN {} ELSE @]
        IN  Reply(SetObject(k, o, IF late = "keeps" THEN kept ELSE Signal(v, kept)), "OK",
                  r.by \union by \union {"R-trigger-unbound"}
                       \union TagIfMet("C-late-trigger", late)
                       \union TagIfMet("C-released-waiter", woken))
  IN  UNION {
        IF a = "all" THEN {ReleaseAll(k, o, timestamp)}
        ELSE UNION {
               {one(r, late, woken, TagIfMet("C-release", a)) :
                  r     \in Remember(v, i, timestamp, late # "keeps"),
                  woken \in Alternatives(v, i.waiters # {}, "C-released-waiter")}
               : late \in Alternatives(v, i.arm = "early", "C-late-trigger")}
        : a \in Alternatives(v, Cardinality(i.waiters) > 1 /\ "waits" \in v["C-released-waiter"],
                            "C-release")}

InterruptTrigger(v, k, t, c) ==
  LET o  == c.objects[1]
      i  == k.objects[o]
      ts == c.args.timestamp
  IN  Conclude(v, k,
        c.faults \o FaultIf(Found(o, i.destroyed), "CANCELED", {"R-trigger-canceled"}),
        CASE ~Bound(i)        -> TriggerUnbound(v, k, o, ts)
          [] i.arm = "armed"  -> TriggerArmed(v, k, o, ts)
          [] OTHER            -> TriggerNotArmed(v, k, o, ts))

(***************************************************************************)
(* interrupt_ack(inth)                                                     *)
(***************************************************************************)
LOCAL AckPending(v, k, o) ==
  LET i     == k.objects[o]
      taken == [i EXCEPT !.remembered = Tail(@)]
  IN  {IF a = "refused"
         THEN Reply(SetObject(k, o, taken), "BAD_STATE", TagIfMet("C-ack-unread", a))
         ELSE Reply(Send(v, k, o, taken, Head(i.remembered)), "OK",
                    Delivery \union {"R-rearm-pending"} \union TagIfMet("C-ack-unread", a)
                             \union When(a # NotMet, {"R-early-ack"}))
       : a \in Alternatives(v, Queued(k, o), "C-ack-unread")}

LOCAL AckArmed(v, k) ==
  {Reply(k, a, {Tag("C-idle-ack", a)}) : a \in v["C-idle-ack"]}

InterruptAck(v, k, t, c) ==
  LET o == c.objects[1]
      i == k.objects[o]
  IN  Conclude(v, k,
        c.faults \o FaultIf(Found(o, ~Bound(i)), "BAD_STATE", {"R-ack-unbound"})
                 \o FaultIf(Found(o, i.destroyed), "CANCELED", {"R-ack-canceled"}),
        CASE i.remembered # <<>>  -> AckPending(v, k, o)
          [] i.arm = "armed"      -> AckArmed(v, k)
          [] OTHER -> {Reply(SetObject(k, o, [i EXCEPT !.arm = "armed"]), "OK",
                             {"R-rearm"} \union When(Queued(k, o), {"R-early-ack"}))})
==============================================================================
