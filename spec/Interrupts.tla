----------------------------- MODULE Interrupts ------------------------------
(***************************************************************************)
(* Interrupt objects: trigger, ack, wait, bind, unbind, destroy.           *)
(*                                                                         *)
(* binding    <<>>, or <<[port, key]>>: fixed by bind                      *)
(* arm        "armed": the next trigger of a bound interrupt is delivered; *)
(*            "sent": a packet was queued and no ack has come since;       *)
(*            "early": not armed, by what came before the bind             *)
(* remembered the timestamps of triggers that wait for an ack or a wait    *)
(* waiters    the threads blocked in interrupt_wait                        *)
(* released   [thread, timestamp] of waiters that one trigger released     *)
(* stale      the triggers that the bind forgot, until a packet is queued; *)
(*            kept only in variants in which something can come of it      *)
(***************************************************************************)
EXTENDS Ports

InterruptRights ==
  {"TRANSFER", "DUPLICATE", "WAIT", "INSPECT", "READ", "WRITE", "SIGNAL"}

NewInterrupt ==
  [type |-> "interrupt", destroyed |-> FALSE, binding |-> <<>>, arm |-> "armed",
   remembered |-> <<>>, waiters |-> {}, released |-> {}, stale |-> <<>>]

Bound(i) == i.binding # <<>>
PortOf(i) == i.binding[1].port

(* A packet of interrupt o is in the queue of its port.                     *)
Queued(k, o) ==
  LET i == k.objects[o]
  IN  Bound(i) /\ \E n \in DOMAIN k.objects[PortOf(i)].interrupts :
                     k.objects[PortOf(i)].interrupts[n].source = o

(* The kernel after interrupt o, now i, has queued a packet: not armed.     *)
Send(k, o, i, timestamp) ==
  SetObject(QueueInterrupt(k, PortOf(i),
              [source |-> o, key |-> i.binding[1].key, timestamp |-> timestamp]),
            o, [i EXCEPT !.arm = "sent", !.stale = <<>>])

Delivery == {"R-packet-delivered", "R-packet-key", "R-packet-timestamp",
             "R-dedicated-queue"}

(***************************************************************************)
(* interrupt_create(src_obj, src_num, options)                             *)
(***************************************************************************)
InterruptCreate(v, k, t, c) ==
  Conclude(v, k,
    c.faults \o FaultIf(c.args.null, "INVALID_ARGS", {"R-create-invalid-args"}),
    {Reply(Create(k, c.args.out, NewInterrupt, InterruptRights), "OK", {"R-create"})})

(***************************************************************************)
(* interrupt_trigger(inth, options, timestamp)                             *)
(***************************************************************************)
(* What is remembered once one more trigger is: set of [pending, by].       *)
LOCAL Coalesced(v, pending, timestamp) ==
  {[pending |-> CASE a = "first" -> pending
                  [] a = "last"  -> <<timestamp>>
                  [] a = "each"  -> Append(pending, timestamp),
    by |-> {Tag("C-coalesce", a)}] : a \in v["C-coalesce"]}

(* Where the kernels remember a time, rather than that something came, they *)
(* take 0 for nothing: of an interrupt that is not armed.  That an unbound  *)
(* one has triggered they do note, and then a time of 0 gives way.          *)
LOCAL Remember(v, i, timestamp, armed) ==
  LET empty == i.remembered = <<>>
      zero  == IF armed THEN i.remembered = <<0>> /\ timestamp # 0
                        ELSE empty /\ timestamp = 0
      plain == IF empty THEN {[pending |-> <<timestamp>>, by |-> {}]}
                        ELSE Coalesced(v, i.remembered, timestamp)
  IN  UNION {
        IF a = "lost"
          THEN {[pending |-> IF armed THEN <<timestamp>> ELSE <<>>,
                 by |-> Taken("C-zero-timestamp", a)]}
          ELSE {[r EXCEPT !.by = @ \union Taken("C-zero-timestamp", a)] : r \in plain}
        : a \in Met(v, zero, "C-zero-timestamp")}

LOCAL TriggerArmed(v, k, o, timestamp) ==
  LET i == k.objects[o]
  IN  {IF a = "lost"
         THEN Reply(SetObject(k, o, [i EXCEPT !.arm = "sent"]), "OK",
                    Taken("C-trigger-unread", a))
         ELSE Reply(Send(k, o, i, timestamp), "OK",
                    Delivery \union Taken("C-trigger-unread", a))
       : a \in Met(v, Queued(k, o), "C-trigger-unread")}

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
        Reply(SetObject(k, o,
                [i EXCEPT !.remembered = r.pending,
                          !.arm = IF late = "rearms" THEN "armed" ELSE @,
                          !.waiters = IF woken = "rechecks" THEN {} ELSE @]),
              "OK",
              r.by \union by \union {"R-trigger-unbound"}
                   \union Taken("C-late-trigger", late)
                   \union Taken("C-released-waiter", woken))
  IN  UNION {
        IF a = "all" THEN {ReleaseAll(k, o, timestamp)}
        ELSE UNION {
               {one(r, late, woken, Taken("C-release", a)) :
                  r     \in Remember(v, i, timestamp, late # "keeps"),
                  woken \in Met(v, i.waiters # {}, "C-released-waiter")}
               : late \in Met(v, i.arm = "early", "C-late-trigger")}
        : a \in Met(v, Cardinality(i.waiters) > 1, "C-release")}

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
         THEN Reply(SetObject(k, o, taken), "BAD_STATE", Taken("C-ack-unread", a))
         ELSE Reply(Send(k, o, taken, Head(i.remembered)), "OK",
                    Delivery \union {"R-rearm-pending"} \union Taken("C-ack-unread", a)
                             \union When(a # "-", {"R-early-ack"}))
       : a \in Met(v, Queued(k, o), "C-ack-unread")}

LOCAL AckArmed(v, k) ==
  {Reply(k, a, {Tag("C-idle-ack", a)}) : a \in v["C-idle-ack"]}

InterruptAck(v, k, t, c) ==
  LET o == c.objects[1]
      i == k.objects[o]
  IN  Conclude(v, k,
        c.faults \o FaultIf(Found(o, ~Bound(i)), "BAD_STATE", {"R-ack-unbound"})
                 \o FaultIf(Found(o, i.destroyed), "CANCELED", {"R-ack-canceled"}),
        CASE i.arm = "armed"      -> AckArmed(v, k)
          [] i.remembered # <<>>  -> AckPending(v, k, o)
          [] OTHER -> {Reply(SetObject(k, o, [i EXCEPT !.arm = "armed"]), "OK",
                             {"R-rearm"} \union When(Queued(k, o), {"R-early-ack"}))})

(***************************************************************************)
(* interrupt_wait(inth): the wait itself is the ack of an unbound interrupt *)
(***************************************************************************)
LOCAL Waited(k, o, t, c, timestamp, by) ==
  Done(k, IF c.args.null THEN [status |-> "OK"]
          ELSE [status |-> "OK", timestamp |-> timestamp],
       by \union {"R-wait"})

LOCAL Take(k, o, t, c, by) ==
  LET i == k.objects[o]
  IN  Waited(SetObject(k, o, [i EXCEPT !.remembered = Tail(@), !.arm = "early",
                                       !.waiters = @ \ {t}]),
             o, t, c, Head(i.remembered), by)

LOCAL Block(k, o, t, c, by) ==
  Result(SetObject(k, o, [k.objects[o] EXCEPT !.waiters = @ \union {t},
            !.arm = IF k.objects[o].remembered = <<>> THEN "armed" ELSE @]),
         [c EXCEPT !.at = "waiting"], by \union {"R-wait-blocks"})

(* Where a trigger is remembered although the interrupt is not armed.       *)
LOCAL Pending(v, i) ==
  Met(v, i.arm = "early" /\ i.remembered # <<>>, "C-unbound-pending")

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
            \o FaultIf(s = "BAD_STATE", "BAD_STATE", Taken(choice, s)),
          {IF i.remembered # <<>> /\ p # "dormant"
             THEN Take(k, o, t, c, Taken(choice, s) \union Taken("C-unbound-pending", p))
             ELSE Block(k, o, t, c, Taken(choice, s) \union Taken("C-unbound-pending", p))
           : p \in Pending(v, i)})
        : s \in Met(v, busy, choice)}

InterruptWaiting(v, k, t, c) ==
  LET o == c.objects[1]
      i == k.objects[o]
      mine == {r \in i.released : r.thread = t}
  IN  IF mine # {}
        THEN {Waited(SetObject(k, o, [i EXCEPT !.released = @ \ mine]),
                     o, t, c, r.timestamp, {}) : r \in mine}
      ELSE IF t \notin i.waiters THEN InterruptWait(v, k, t, c)
      ELSE IF i.destroyed
        THEN {Reply(SetObject(k, o, [i EXCEPT !.waiters = @ \ {t}]),
                    "CANCELED", {"R-wait-canceled", "R-destroy-waiter"})}
      ELSE IF i.remembered = <<>> THEN {}
      ELSE {Take(k, o, t, c, {"R-trigger-waiter"} \union Taken("C-unbound-pending", p))
            : p \in Pending(v, i) \ {"dormant"}}

(***************************************************************************)
(* interrupt_bind(inth, porth, key, options)                               *)
(***************************************************************************)
LOCAL BindFaults(k, c, plain) ==
  LET o == c.objects[1]
      p == c.objects[2]
      i == k.objects[o]
  IN  FaultIf(plain # "-", plain, {"R-bind-port-option"} \union Taken("C-plain-port", plain))
      \o FaultIf(Found(o, i.destroyed), "CANCELED", {"R-bind-canceled"})
      \o FaultIf(Found(o, Bound(i)), "ALREADY_BOUND",
                 {"R-bind-already-bound", "R-bind-once"} \union
                 When(Found(p, PortOf(i) # p), {"R-bind-single-port"}))
      \o FaultIf(Found(o, i.waiters # {}), "BAD_STATE", {"R-bind-waiting"})

(* What is kept of the triggers that a bind forgot: their times, where an   *)
(* unbind may bring them back; that there were any, where destroy stumbles. *)
LOCAL Stale(v, forgotten) ==
  IF v["C-unbind"] # {"absent"} THEN forgotten
  ELSE IF "ignored" \in v["C-stale-destroy"] THEN <<0>>
  ELSE <<>>

(* A trigger came before the bind; i is bound and armed.                    *)
LOCAL BindTriggered(v, k, o, i, by) ==
  {LET tagged == by \union {Tag("C-early-trigger", a)}
       later  == [i EXCEPT !.remembered = Tail(@)]
   IN  CASE a = "forgotten" ->
              Reply(SetObject(k, o, [i EXCEPT !.remembered = <<>>,
                                     !.stale = Stale(v, i.remembered)]),
                    "OK", tagged)
         [] a = "delivered" -> Reply(Send(k, o, later, Head(i.remembered)), "OK", tagged)
         [] a = "remembered" ->
              Reply(SetObject(k, o, [i EXCEPT !.arm = "early"]), "OK", tagged)
   : a \in v["C-early-trigger"]}

(* A trigger came before the bind; i is bound and, by an earlier wait or    *)
(* unbind, not armed.                                                       *)
LOCAL BindPending(v, k, o, i, by) ==
  UNION {
    {Reply(SetObject(k, o, IF p = "live" THEN [i EXCEPT !.remembered = <<>>] ELSE i), "OK",
           by \union {Tag("C-early-trigger", a)} \union Taken("C-unbound-pending", p))
     : p \in Met(v, a = "forgotten", "C-unbound-pending")}
    : a \in v["C-early-trigger"]}

LOCAL BindEffect(v, k, o, p, key) ==
  UNION {
    LET i == [k.objects[o] EXCEPT
                !.binding = <<[port |-> p, key |-> key]>>,
                !.arm = IF w = "armed" THEN "armed" ELSE @]
        by == {"R-bind", "R-bind-return"} \union Taken("C-early-wait", w)
    IN  CASE i.remembered = <<>> -> {Reply(SetObject(k, o, i), "OK", by)}
          [] i.arm = "armed"     -> BindTriggered(v, k, o, i, by)
          [] OTHER               -> BindPending(v, k, o, i, by)
    : w \in Met(v, k.objects[o].arm = "early", "C-early-wait")}

InterruptBind(v, k, t, c) ==
  LET o == c.objects[1]
      p == c.objects[2]
      plain == Found(p, ~k.objects[p].bindable)
  IN  UNION {Conclude(v, k, c.faults \o BindFaults(k, c, s),
                      BindEffect(v, k, o, p, c.args.key))
             : s \in Met(v, plain, "C-plain-port")}

(* The option UNBIND, in kernels that have it.                              *)
LOCAL UnbindEffect(v, k, o) ==
  LET i == k.objects[o]
      queue == k.objects[PortOf(i)].interrupts
      mine  == {n \in DOMAIN queue : queue[n].source = o}
      loose == [i EXCEPT !.binding = <<>>, !.stale = <<>>,
                         !.remembered = IF i.stale = <<>> THEN @ ELSE i.stale,
                         !.arm = IF @ = "sent" THEN "early" ELSE @]
  IN  {Reply(SetObject(RemovePackets(k, PortOf(i), o), o,
               IF a = "repends" /\ mine # {}
                 THEN [loose EXCEPT !.arm = "armed",
                        !.remembered = <<queue[CHOOSE n \in mine : TRUE].timestamp>>]
                 ELSE loose),
             "OK", {Tag("C-unbind", a)})
       : a \in v["C-unbind"] \ {"absent"}}

InterruptUnbind(v, k, t, c) ==
  LET o == c.objects[1]
      p == c.objects[2]
      i == k.objects[o]
      elsewhere == ~Bound(i) \/ Found(p, PortOf(i) # p)
  IN  Conclude(v, k,
        c.faults \o FaultIf(Found(o, elsewhere), "NOT_FOUND", {"C-unbind"})
                 \o FaultIf(Found(o, i.destroyed), "CANCELED", {"C-unbind"}),
        UnbindEffect(v, k, o))

(***************************************************************************)
(* interrupt_destroy(inth), and closing the last handle                    *)
(***************************************************************************)
(* The kernels after destroying interrupt o: set of [kernel, ignored, by].   *)
LOCAL Destroyed(v, k, o) ==
  LET i     == k.objects[o]
      clean == IF Bound(i) THEN RemovePackets(k, PortOf(i), o) ELSE k
      gone(b) == [i EXCEPT !.destroyed = TRUE, !.remembered = <<>>, !.arm = "armed",
                           !.stale = <<>>,
                           !.binding = IF b = "cleared" THEN <<>> ELSE @]
  IN  UNION {
        IF a = "ignored"
          THEN {[kernel |-> clean, ignored |-> TRUE, by |-> Taken("C-stale-destroy", a)]}
          ELSE {[kernel |-> SetObject(clean, o, gone(b)), ignored |-> FALSE,
                 by |-> Taken("C-destroyed-binding", b) \union Taken("C-stale-destroy", a)]
                : b \in Met(v, Bound(i), "C-destroyed-binding")}
        : a \in Met(v, i.stale # <<>>, "C-stale-destroy")}

(* The statuses that destroying the live interrupt o may give: [status, by] *)
LOCAL DestroyStatus(v, k, o) ==
  LET i == k.objects[o]
  IN  CASE ~Bound(i) \/ i.arm = "armed" -> {[status |-> "OK", by |-> {"R-destroy"}]}
        [] Queued(k, o) -> {[status |-> "OK", by |-> {"R-destroy", "R-destroy-unread"}]}
        [] i.arm = "sent" -> {[status |-> "NOT_FOUND", by |-> {"R-destroy-not-found"}]}
        [] OTHER -> {[status |-> a, by |-> {Tag("C-destroy-nothing-read", a)}]
                     : a \in v["C-destroy-nothing-read"]}

InterruptDestroy(v, k, t, c) ==
  LET o == c.objects[1]
  IN  Conclude(v, k, c.faults,
        IF k.objects[o].destroyed
          THEN {Reply(k, a, {Tag("C-destroy-again", a)}) : a \in v["C-destroy-again"]}
          ELSE UNION {
                 IF d.ignored THEN {Reply(d.kernel, "OK", d.by)}
                 ELSE {Reply(d.kernel, s.status, d.by \union s.by) : s \in DestroyStatus(v, k, o)}
                 : d \in Destroyed(v, k, o)})

(* The last handle of interrupt o was closed.                               *)
CloseInterrupt(v, k, o) ==
  IF k.objects[o].destroyed THEN {Reply(k, "OK", {"R-close"})}
  ELSE {Reply(d.kernel, "OK", d.by \union {"R-close-last"}) : d \in Destroyed(v, k, o)}
==============================================================================
