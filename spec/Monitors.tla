------------------------------- MODULE Monitors --------------------------------
(***************************************************************************)
(* The monitors of the reference implementation (impl/): what its methods  *)
(* do with the locks and wait sets of an interrupt and of a port, method   *)
(* by method.  Each thread makes one call.                                 *)
(*                                                                         *)
(* A step begins where a method takes a monitor, and goes on to where it   *)
(* takes another, waits, or ends: leaving a monitor is part of the step    *)
(* before, since to do it later can only hold others up.  The handle table *)
(* has a lock that is never held while another is taken or anyone waits:   *)
(* its methods are one step each.                                          *)
(*                                                                         *)
(* MonitorFlaws has ways to get it wrong: operators to put in the place of *)
(* those here.                                                             *)
(***************************************************************************)
EXTENDS MonitorState

(***************************************************************************)
(* HandleTable: find, remove, replace                                      *)
(***************************************************************************)
Lookup(t) ==
  /\ pc[t] = "start"
  /\ IF Arg(t) \notin Seen(t).handles THEN Answer(t, "BAD_HANDLE") /\ UNCHANGED handles
     ELSE CASE Made[t].op = "handle_close" -> \* the only handle of its object
                 handles' = handles \ {Arg(t)} /\ Goto(t, "enter")
            [] Made[t].op = "handle_replace" ->
                 handles' = (handles \ {Arg(t)}) \union {Made[t].args.out} /\ Answer(t, "OK")
            [] Made[t].op = "interrupt_bind" -> Goto(t, "second") /\ UNCHANGED handles
            [] OTHER -> Goto(t, "enter") /\ UNCHANGED handles
  /\ UNCHANGED <<interrupt, port, owner, expired, before>>

(* Bind looks up its port too.                                              *)
Lookup2(t) ==
  /\ pc[t] = "second"
  /\ IF Made[t].args.porth \in handles THEN Goto(t, "enter") ELSE Answer(t, "BAD_HANDLE")
  /\ UNCHANGED <<handles, interrupt, port, owner, expired, before>>

(***************************************************************************)
(* Port: await, queue, lastHandleClosed                                    *)
(***************************************************************************)
NoPacket == Empty(port)

TakePacket(t) ==
  IF port.interrupts # <<>>
    THEN /\ Ends(t, [status |-> "OK",
                     packet |-> [type |-> "INTERRUPT", key |-> Key,
                                 timestamp |-> Head(port.interrupts)]])
         /\ port' = [port EXCEPT !.interrupts = Tail(@)]
    ELSE /\ Ends(t, [status |-> "OK",
                     packet |-> [type |-> "USER", key |-> Head(port.packets).key,
                                 payload |-> Head(port.packets).payload]])
         /\ port' = [port EXCEPT !.packets = Tail(@)]

(* while (isEmpty() && !passed) passed = clock.await(this, deadline)        *)
Passed(t) == Made[t].args.deadline = "PAST" \/ t \in expired
AwaitPacket(t, empty) ==
  IF empty /\ ~Passed(t) THEN Goto(t, "asleep") /\ UNCHANGED port
  ELSE IF NoPacket THEN Answer(t, "TIMED_OUT") /\ UNCHANGED port
  ELSE TakePacket(t)

QueuePacket(t) ==
  IF port.closed THEN Answer(t, "BAD_STATE") /\ UNCHANGED port
  ELSE /\ port' = [port EXCEPT !.packets = Append(@, [key |-> Made[t].args.key,
                                                      payload |-> Made[t].args.payload])]
       /\ Notify(t, "done", [status |-> "OK"], "port")

EnterPort(t) ==
  /\ pc[t] = "enter" /\ Monitor(t) = "port" /\ Free("port")
  /\ CASE Made[t].op = "port_wait"  -> AwaitPacket(t, Empty(Seen(t).port))
       [] Made[t].op = "port_queue" -> QueuePacket(t)
       [] OTHER -> port' = [port EXCEPT !.closed = TRUE, !.packets = <<>>] /\ Answer(t, "OK")
  /\ UNCHANGED <<handles, interrupt, owner, expired, before>>

AgainPort(t) ==
  /\ pc[t] = "again" /\ Monitor(t) = "port" /\ Free("port")
  /\ AwaitPacket(t, NoPacket)
  /\ UNCHANGED <<handles, interrupt, owner, expired, before>>

(***************************************************************************)
(* Interrupt: trigger, ack, bind, destroy, await.  Where a method goes on  *)
(* to call the port, it keeps its monitor.                                 *)
(***************************************************************************)
Unchanged == UNCHANGED <<interrupt, owner, before>>
Calls(t, after) ==
  /\ interrupt' = after /\ before' = <<interrupt>>
  /\ Hold(t, "interrupt")
Sets(t, after) == interrupt' = after /\ UNCHANGED <<owner, before>>

Trigger1(t) ==
  LET i    == interrupt
      kept == [i EXCEPT !.pending = TRUE,
                        !.timestamp = IF i.pending THEN @ ELSE Made[t].args.timestamp]
  IN  IF i.destroyed THEN Answer(t, "CANCELED") /\ Unchanged
      ELSE IF ~i.bound
        THEN /\ Sets(t, [kept EXCEPT !.armed = TRUE])
             /\ Notify(t, "done", [status |-> "OK"], "interrupt")
      ELSE IF Seen(t).interrupt.armed
        THEN Calls(t, [i EXCEPT !.armed = FALSE, !.sent = TRUE]) /\ Goto(t, "nested")
      ELSE Sets(t, kept) /\ Answer(t, "OK")

Ack1(t) ==
  LET i == interrupt
  IN  IF ~i.bound THEN Answer(t, "BAD_STATE") /\ Unchanged
      ELSE IF i.destroyed THEN Answer(t, "CANCELED") /\ Unchanged
      ELSE IF Seen(t).interrupt.pending
        THEN Calls(t, [i EXCEPT !.pending = FALSE, !.sent = TRUE]) /\ Goto(t, "nested")
      ELSE Sets(t, [i EXCEPT !.armed = TRUE]) /\ Answer(t, "OK")

Gone(i) == [i EXCEPT !.destroyed = TRUE, !.armed = TRUE, !.pending = FALSE]

Destroy1(t) ==
  LET i == interrupt
  IN  IF i.destroyed THEN Answer(t, "OK") /\ Unchanged
      ELSE IF i.bound THEN Calls(t, i) /\ Goto(t, "nested")
      ELSE Sets(t, Gone(i)) /\ Notify(t, "done", [status |-> "OK"], "interrupt")

Bind1(t) ==
  LET i == Seen(t).interrupt
  IN  /\ Answer(t, IF i.destroyed THEN "CANCELED"
                   ELSE IF i.bound THEN "ALREADY_BOUND"
                   ELSE IF i.waiting THEN "BAD_STATE" ELSE "OK")
      /\ IF i.destroyed \/ i.bound \/ i.waiting THEN Unchanged
         ELSE Sets(t, [interrupt EXCEPT !.bound = TRUE, !.pending = FALSE])

HasToWait(i) == ~i.pending /\ ~i.destroyed

(* What follows the wait, if there was one.                                 *)
TakeTrigger(t, i) ==
  IF i.destroyed THEN Sets(t, i) /\ Answer(t, "CANCELED")
  ELSE /\ Sets(t, [i EXCEPT !.pending = FALSE, !.armed = FALSE, !.acked = FALSE])
       /\ Ends(t, [status |-> "OK", timestamp |-> i.timestamp])

Await1(t) ==
  LET i == interrupt
  IN  IF i.bound THEN Answer(t, "BAD_STATE") /\ Unchanged
      ELSE IF ~HasToWait(Seen(t).interrupt) THEN TakeTrigger(t, i)
      ELSE IF i.waiting THEN Answer(t, "BAD_STATE") /\ Unchanged
      ELSE Sets(t, [i EXCEPT !.waiting = TRUE, !.acked = TRUE]) /\ Goto(t, "asleep")

Destroys(t) == Made[t].op \in {"interrupt_destroy", "handle_close"}

Method(t) ==
  CASE Made[t].op = "interrupt_trigger" -> Trigger1(t)
    [] Made[t].op = "interrupt_ack"     -> Ack1(t)
    [] Made[t].op = "interrupt_bind"    -> Bind1(t)
    [] Made[t].op = "interrupt_wait"    -> Await1(t)
    [] Destroys(t)                      -> Destroy1(t)

EnterInterrupt(t) ==
  /\ pc[t] = "enter" /\ Monitor(t) = "interrupt" /\ Free("interrupt")
  /\ Method(t)
  /\ UNCHANGED <<handles, port, expired>>

AgainInterrupt(t) ==
  /\ pc[t] = "again" /\ Monitor(t) = "interrupt" /\ Free("interrupt")
  /\ IF HasToWait(interrupt) THEN Goto(t, "asleep") /\ Unchanged
     ELSE TakeTrigger(t, [interrupt EXCEPT !.waiting = FALSE])
  /\ UNCHANGED <<handles, port, expired>>

(***************************************************************************)
(* Port: deliver and removePacketsOf, called with the interrupt's monitor  *)
(* held, which is left with the port's                                     *)
(***************************************************************************)
Timestamp(t) ==
  IF Made[t].op = "interrupt_trigger" THEN Made[t].args.timestamp ELSE interrupt.timestamp
Enqueued(t) == [port EXCEPT !.interrupts = Append(@, Timestamp(t))]

Deliver(t) ==
  /\ port' = Enqueued(t) /\ Notify(t, "done", [status |-> "OK"], "port")
  /\ LetGo(t) /\ before' = <<>> /\ UNCHANGED interrupt

(* What destroy does thereafter follows in the same step.                   *)
RemovePacketsOf(t) ==
  LET found  == interrupt.armed \/ port.interrupts # <<>>
      status == IF Made[t].op = "handle_close" \/ found THEN "OK" ELSE "NOT_FOUND"
  IN  /\ port' = [port EXCEPT !.interrupts = <<>>]
      /\ interrupt' = Gone(interrupt)
      /\ Notify(t, "done", [status |-> status], "interrupt")
      /\ LetGo(t) /\ before' = <<>>

Nested(t) ==
  /\ pc[t] = "nested" /\ Free("port")
  /\ IF Destroys(t) THEN RemovePacketsOf(t) ELSE Deliver(t)
  /\ UNCHANGED <<handles, expired>>

(***************************************************************************)
(* What the Java machine does to a thread that waits                       *)
(***************************************************************************)
(* A spurious wake-up.                                                      *)
Stir(t) == /\ pc[t] = "asleep" /\ Goto(t, "again")
           /\ UNCHANGED <<handles, interrupt, port, owner, expired, before>>

(* ManualClock.expire: it wakes all, of whom one finds its deadline passed. *)
Elapse(t) ==
  /\ pc[t] \in {"asleep", "again"} /\ t \notin expired /\ Free(Monitor(t))
  /\ Made[t].op = "port_wait" /\ Made[t].args.deadline = "FINITE"
  /\ expired' = expired \union {t}
  /\ \E who \in Woken("port") : pc' = Wake(pc, who)
  /\ UNCHANGED <<handles, interrupt, port, owner, reply, before>>

(* Thread.interrupt: wait ends by an exception, once it has the monitor     *)
(* again, even if the thread was notified before; not past its deadline.    *)
Kill(t) ==
  /\ t \in Mortal \ expired /\ pc[t] \in {"asleep", "again"} /\ Free(Monitor(t))
  /\ pc' = [pc EXCEPT ![t] = "killed"]
  /\ interrupt' = IF Monitor(t) = "port" THEN interrupt
                  ELSE [interrupt EXCEPT !.waiting = FALSE, !.acked = FALSE]
  /\ UNCHANGED <<handles, port, owner, reply, expired, before>>

(***************************************************************************)
(* The whole                                                               *)
(***************************************************************************)
(* What a thread does on its own, in models with a flaw something more.     *)
Rest(t) == FALSE
Runs(t) ==
  \/ Lookup(t) \/ Lookup2(t) \/ EnterPort(t) \/ AgainPort(t)
  \/ EnterInterrupt(t) \/ AgainInterrupt(t) \/ Nested(t) \/ Rest(t)

Suffers(t) == Stir(t) \/ Elapse(t) \/ Kill(t)
==============================================================================
