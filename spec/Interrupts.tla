----------------------------- MODULE Interrupts ------------------------------
(***************************************************************************)
(* Interrupt objects, and their two ends: interrupt_create, and            *)
(* interrupt_destroy or the close of the last handle.                      *)
(*                                                                         *)
(* binding    <<>>, or <<[port, key]>>: fixed by bind                      *)
(* arm        "armed": the next trigger of a bound interrupt is delivered; *)
(*            "sent": one was, or was lost, and no ack has come since;     *)
(*            "early": not armed, by what came before the bind             *)
(* remembered the timestamps of triggers that wait for an ack or a wait    *)
(* waiters    the threads that count as waiting in interrupt_wait          *)
(* released   [thread, timestamp] of waiters that one trigger released     *)
(* stale      the triggers that the bind forgot, until a packet is queued; *)
(*            kept only in variants in which something can come of it      *)
(* asleep, woken, signalled: where a released waiter looks again           *)
(*            ("C-released-waiter"), how many threads sleep, how many of   *)
(*            them a signal has woken, and that one came while none slept  *)
(***************************************************************************)
EXTENDS Ports

NewInterrupt ==
  [type |-> "interrupt", destroyed |-> FALSE, binding |-> <<>>, arm |-> "armed",
   remembered |-> <<>>, waiters |-> {}, released |-> {}, stale |-> <<>>,
   asleep |-> 0, woken |-> 0, signalled |-> FALSE]

Bound(i) == i.binding # <<>>
PortOf(i) == i.binding[1].port

(* A packet of interrupt o is in the queue of its port.                     *)
Queued(k, o) ==
  LET i == k.objects[o]
  IN  Bound(i) /\ \E n \in DOMAIN k.objects[PortOf(i)].interrupts :
                     k.objects[PortOf(i)].interrupts[n].source = o

(* The kernel after interrupt o, now i, has queued a packet: not armed.     *)
Send(v, k, o, i, timestamp) ==
  SetObject(QueueInterrupt(v, k, PortOf(i),
              [source |-> o, key |-> i.binding[1].key, timestamp |-> timestamp]),
            o, [i EXCEPT !.arm = "sent", !.stale = <<>>])

(* The interrupt i after a signal: one sleeper is woken, or if there is     *)
(* none the next that is on its way to sleep need not.                      *)
Signal(v, i) ==
  IF "rechecks" \notin v["C-released-waiter"] THEN i
  ELSE IF i.asleep > i.woken THEN [i EXCEPT !.woken = @ + 1]
  ELSE [i EXCEPT !.signalled = TRUE]

Delivery == {"R-packet-delivered", "R-dedicated-queue"}

(***************************************************************************)
(* interrupt_create(src_obj, src_num, options)                             *)
(***************************************************************************)
InterruptCreate(v, k, t, c) ==
  Conclude(v, k,
    c.faults \o FaultIf(c.args.null, "INVALID_ARGS", {"R-create-invalid-args"}),
    {Reply(Create(k, c.args.out, NewInterrupt, DefaultRights.interrupt),
           "OK", {"R-create"})})

(***************************************************************************)
(* interrupt_destroy(inth), and closing the last handle                    *)
(***************************************************************************)
(* The kernels after destroying interrupt o: set of [kernel, ignored, by];  *)
(* ignored where o was not destroyed after all.                             *)
LOCAL Destroyed(v, k, o) ==
  LET i     == k.objects[o]
      clean == IF Bound(i) THEN RemovePackets(k, PortOf(i), o) ELSE k
      gone(b) == [i EXCEPT !.destroyed = TRUE, !.remembered = <<>>, !.arm = "armed",
                           !.stale = <<>>,
                           !.waiters = IF v["C-released-waiter"] = {"rechecks"} THEN {} ELSE @,
                           !.binding = IF b = "cleared" THEN <<>> ELSE @]
  IN  UNION {
        IF a = "ignored"
          THEN {[kernel |-> clean, ignored |-> TRUE, by |-> TagIfMet("C-stale-destroy", a)]}
          ELSE {[kernel |-> SetObject(clean, o, IF Bound(i) THEN gone(b) ELSE Signal(v, gone(b))),
                 ignored |-> FALSE,
                 by |-> TagIfMet("C-destroyed-binding", b) \union TagIfMet("C-stale-destroy", a)]
                : b \in Alternatives(v, Bound(i), "C-destroyed-binding")}
        : a \in Alternatives(v, i.stale # <<>>, "C-stale-destroy")}

(* What destroying the live interrupt o may answer: set of [status, by].    *)
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
