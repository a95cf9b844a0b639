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
(***************************************************************************)
EXTENDS Suites

CONSTANTS
  Tied,     \* whether interrupt 2 is bound to port 1 from the start
  Program,  \* thread -> its call
  Mortal,   \* the threads that may be interrupted while they wait
  Flaw     \* "none", or a way to get it wrong: see MonitorRefinement

VARIABLES
  handles,   \* HandleTable: those that are open
  interrupt, \* Interrupt: its fields, pending being <<>> or <<timestamp>>; and, for the refinement
             \* alone, acked: a thread waits since a trigger was taken; and sent: a packet was
  port,      \* Port: its fields
  owner,     \* monitor -> the thread that holds it
  pc,        \* thread -> where it is
  reply,     \* thread -> the reply of its call, once it is done
  expired,   \* the threads whose deadline has passed
  before     \* <<the interrupt as it was when its monitor was taken>>, or <<>>

vars == <<handles, interrupt, port, owner, pc, reply, expired, before>>

Threads == DOMAIN Program
Nobody == "nobody"
InterruptOp(t) == Program[t].op \notin {"port_wait", "port_queue"}
Monitor(t) == IF InterruptOp(t) THEN "interrupt" ELSE "port"

(* Of handles and of objects alike.                                         *)
ThePort == 1
TheInterrupt == 2
Key == 7

Init ==
  /\ handles = {ThePort, TheInterrupt}
  /\ interrupt = [bound |-> Tied, armed |-> TRUE, pending |-> <<>>, waiting |-> FALSE,
                  destroyed |-> FALSE, acked |-> FALSE, sent |-> FALSE]
  /\ port = [interrupts |-> <<>>, packets |-> <<>>]
  /\ owner = [m \in {"interrupt", "port"} |-> Nobody]
  /\ pc = [t \in Threads |-> "start"]
  /\ reply = [t \in Threads |-> <<>>]
  /\ expired = {} /\ before = <<>>

NoPacket == Empty(port)

(***************************************************************************)
(* Ways to move on.  Each fixes pc and reply.                              *)
(***************************************************************************)
Goto(t, where) == pc' = [pc EXCEPT ![t] = where] /\ UNCHANGED reply
Ends(t, r) == pc' = [pc EXCEPT ![t] = "done"] /\ reply' = [reply EXCEPT ![t] = r]
Answer(t, status) == Ends(t, [status |-> status])

Sleepers(m) == {t \in Threads : pc[t] = "asleep" /\ Monitor(t) = m}

(* The wait sets that notifyAll, or else notify, may leave: who wakes.      *)
Woken(m) ==
  IF Flaw = "notify" /\ Sleepers(m) # {} THEN {{t} : t \in Sleepers(m)} ELSE {Sleepers(m)}
Wake(at, who) == [t \in Threads |-> IF t \in who THEN "again" ELSE at[t]]

(* t goes on, and those who wake do.                                        *)
Notify(t, where, r, m) ==
  \E who \in Woken(m) :
    /\ pc' = [Wake(pc, who) EXCEPT ![t] = where]
    /\ reply' = [reply EXCEPT ![t] = r]

Free(m) == owner[m] = Nobody
Hold(t, m) == owner' = [owner EXCEPT ![m] = t]
LetGo(t) == owner' = [m \in DOMAIN owner |-> IF owner[m] = t THEN Nobody ELSE owner[m]]

(***************************************************************************)
(* HandleTable: find, and remove                                           *)
(***************************************************************************)
LOCAL Arg(t) ==
  LET a == Program[t].args
  IN  CASE Program[t].op = "handle_close" -> a.handle
        [] Program[t].op \in {"port_wait", "port_queue"} -> a.porth
        [] OTHER -> a.inth

Lookup(t) ==
  /\ pc[t] = "start"
  /\ IF Arg(t) \notin handles THEN Answer(t, "BAD_HANDLE") /\ UNCHANGED handles
     ELSE IF Program[t].op # "handle_close"
       THEN /\ Goto(t, CASE Program[t].op = "interrupt_bind" -> "second"
                        [] Flaw = "unlocked" /\ Program[t].op = "port_wait" -> "peek"
                        [] OTHER -> "enter")
            /\ UNCHANGED handles
     ELSE /\ handles' = handles \ {Arg(t)}
          /\ Goto(t, "enter") \* the only handle of its object
  /\ UNCHANGED <<interrupt, port, owner, expired, before>>

(* Bind looks up its port too.                                              *)
Lookup2(t) ==
  /\ pc[t] = "second"
  /\ IF Program[t].args.porth \in handles THEN Goto(t, "enter") ELSE Answer(t, "BAD_HANDLE")
  /\ UNCHANGED <<handles, interrupt, port, owner, expired, before>>

(***************************************************************************)
(* Port: await, and queue                                                  *)
(***************************************************************************)
TakePacket(t) ==
  IF NoPacket THEN Answer(t, "NoSuchElementException") /\ UNCHANGED port \* Deque.remove
  ELSE IF port.interrupts # <<>>
    THEN /\ Ends(t, [status |-> "OK",
                     packet |-> [type |-> "INTERRUPT", key |-> Key,
                                 timestamp |-> Head(port.interrupts)]])
         /\ port' = [port EXCEPT !.interrupts = Tail(@)]
    ELSE /\ Ends(t, [status |-> "OK",
                     packet |-> [type |-> "USER", key |-> Head(port.packets).key,
                                 payload |-> Head(port.packets).payload]])
         /\ port' = [port EXCEPT !.packets = Tail(@)]

(* while (isEmpty() && !passed) passed = clock.await(this, deadline)        *)
AwaitPacket(t, looks) ==
  LET passed == Program[t].args.deadline = "PAST" \/ t \in expired
  IN  IF looks /\ NoPacket /\ ~passed THEN Goto(t, "asleep") /\ UNCHANGED port
      ELSE IF passed /\ NoPacket THEN Answer(t, "TIMED_OUT") /\ UNCHANGED port
      ELSE TakePacket(t)

EnterPort(t) ==
  /\ pc[t] = "enter" /\ ~InterruptOp(t) /\ Free("port")
  /\ IF Program[t].op = "port_wait" THEN AwaitPacket(t, TRUE)
     ELSE /\ port' = [port EXCEPT !.packets = Append(@, [key |-> Program[t].args.key,
                                                         payload |-> Program[t].args.payload])]
          /\ Notify(t, "done", [status |-> "OK"], "port")
  /\ UNCHANGED <<handles, interrupt, owner, expired, before>>

AgainPort(t) ==
  /\ pc[t] = "again" /\ ~InterruptOp(t) /\ Free("port")
  /\ AwaitPacket(t, Flaw # "if")
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
  LET i  == interrupt
      ts == Program[t].args.timestamp
      kept == IF i.pending = <<>> THEN <<ts>> ELSE i.pending
  IN  IF i.destroyed THEN Answer(t, "CANCELED") /\ Unchanged
      ELSE IF i.bound /\ i.armed
        THEN Calls(t, [i EXCEPT !.armed = FALSE, !.sent = TRUE]) /\ Goto(t, "nested")
      ELSE IF i.bound THEN Sets(t, [i EXCEPT !.pending = kept]) /\ Answer(t, "OK")
      ELSE /\ Sets(t, [i EXCEPT !.pending = kept, !.armed = TRUE])
           /\ Notify(t, "done", [status |-> "OK"], "interrupt")

Ack1(t) ==
  LET i == interrupt
  IN  IF ~i.bound THEN Answer(t, "BAD_STATE") /\ Unchanged
      ELSE IF i.destroyed THEN Answer(t, "CANCELED") /\ Unchanged
      ELSE IF i.pending # <<>>
        THEN Calls(t, [i EXCEPT !.pending = <<>>, !.sent = TRUE]) /\ Goto(t, "nested")
      ELSE Sets(t, [i EXCEPT !.armed = TRUE]) /\ Answer(t, "OK")

Destroy1(t) ==
  LET i == interrupt
      gone == [i EXCEPT !.destroyed = TRUE, !.pending = <<>>]
  IN  IF i.destroyed THEN Answer(t, "OK") /\ Unchanged
      ELSE IF i.bound
        THEN Calls(t, gone) /\ Notify(t, "nested", <<>>, "interrupt")
        ELSE Sets(t, gone) /\ Notify(t, "done", [status |-> "OK"], "interrupt")

Bind1(t) ==
  LET i == interrupt
  IN  /\ Answer(t, IF i.destroyed THEN "CANCELED"
                   ELSE IF i.bound THEN "ALREADY_BOUND"
                   ELSE IF i.waiting THEN "BAD_STATE" ELSE "OK")
      /\ IF i.destroyed \/ i.bound \/ i.waiting THEN Unchanged
         ELSE Sets(t, [i EXCEPT !.bound = TRUE, !.pending = <<>>])

(* What follows waitForTriggerOrDestroy.                                    *)
TakeTrigger(t) ==
  LET i == [interrupt EXCEPT !.waiting = FALSE]
  IN  IF i.destroyed THEN Sets(t, i) /\ Answer(t, "CANCELED")
      ELSE IF i.pending = <<>> THEN Sets(t, i) /\ Answer(t, "no trigger")
      ELSE /\ Sets(t, [i EXCEPT !.pending = <<>>, !.armed = FALSE, !.acked = FALSE])
           /\ Ends(t, [status |-> "OK", timestamp |-> i.pending[1]])

Await1(t) ==
  LET i == interrupt
  IN  IF i.bound THEN Answer(t, "BAD_STATE") /\ Unchanged
      ELSE IF i.destroyed \/ i.pending # <<>>
        THEN IF i.destroyed THEN Answer(t, "CANCELED") /\ Unchanged
             ELSE /\ Sets(t, [i EXCEPT !.pending = <<>>, !.armed = FALSE, !.acked = FALSE])
                  /\ Ends(t, [status |-> "OK", timestamp |-> i.pending[1]])
      ELSE IF i.waiting THEN Answer(t, "BAD_STATE") /\ Unchanged
      ELSE Sets(t, [i EXCEPT !.waiting = TRUE, !.acked = TRUE]) /\ Goto(t, "asleep")

LOCAL Destroys(t) == Program[t].op \in {"interrupt_destroy", "handle_close"}

EnterInterrupt(t) ==
  /\ pc[t] = "enter" /\ InterruptOp(t) /\ Free("interrupt")
  /\ ~(Flaw = "reversed" /\ Destroys(t))
  /\ CASE Program[t].op = "interrupt_trigger" -> Trigger1(t)
       [] Program[t].op = "interrupt_ack"     -> Ack1(t)
       [] Program[t].op = "interrupt_bind"    -> Bind1(t)
       [] Program[t].op = "interrupt_wait"    -> Await1(t)
       [] Destroys(t)                         -> Destroy1(t)
  /\ UNCHANGED <<handles, port, expired>>

AgainInterrupt(t) ==
  /\ pc[t] = "again" /\ InterruptOp(t) /\ Free("interrupt")
  /\ IF interrupt.pending = <<>> /\ ~interrupt.destroyed /\ Flaw # "if"
       THEN Goto(t, "asleep") /\ Unchanged
       ELSE TakeTrigger(t)
  /\ UNCHANGED <<handles, port, expired>>

(***************************************************************************)
(* Port: deliver and removePacketsOf, called with the interrupt's monitor   *)
(* held, which is left with the port's                                     *)
(***************************************************************************)
Timestamp(t) ==
  IF Program[t].op = "interrupt_trigger" THEN Program[t].args.timestamp ELSE before[1].pending[1]
Enqueued(t) == [port EXCEPT !.interrupts = Append(@, Timestamp(t))]

Removed(t) ==
  LET status == IF Program[t].op = "handle_close" \/ interrupt.armed \/ port.interrupts # <<>>
                THEN "OK" ELSE "NOT_FOUND"
  IN  port' = [port EXCEPT !.interrupts = <<>>] /\ Answer(t, status)

Nested(t) ==
  /\ pc[t] = "nested" /\ Free("port")
  /\ IF Destroys(t) THEN Removed(t) /\ LetGo(t) /\ before' = <<>>
     ELSE IF Flaw = "early signal"
       THEN /\ Notify(t, "late", <<>>, "port") /\ UNCHANGED <<port, owner, before>>
       ELSE /\ port' = Enqueued(t) /\ Notify(t, "done", [status |-> "OK"], "port")
            /\ LetGo(t) /\ before' = <<>>
  /\ UNCHANGED <<handles, interrupt, expired>>

(***************************************************************************)
(* What the Java machine does to a thread that waits                       *)
(***************************************************************************)
(* A spurious wake-up.                                                      *)
Stir(t) == /\ pc[t] = "asleep" /\ Goto(t, "again")
           /\ UNCHANGED <<handles, interrupt, port, owner, expired, before>>

(* ManualClock.expire: it wakes all, of whom one finds its deadline passed. *)
Elapse(t) ==
  /\ pc[t] \in {"asleep", "again"} /\ t \notin expired
  /\ Program[t].op = "port_wait" /\ Program[t].args.deadline = "FINITE"
  /\ expired' = expired \union {t}
  /\ \E who \in Woken("port") : pc' = Wake(pc, who)
  /\ UNCHANGED <<handles, interrupt, port, owner, reply, before>>

(* Thread.interrupt: wait ends by an exception, once it has the monitor.    *)
Kill(t) ==
  /\ t \in Mortal /\ pc[t] = "asleep" /\ Free(Monitor(t))
  /\ pc' = [pc EXCEPT ![t] = "killed"]
  /\ interrupt' = IF InterruptOp(t) THEN [interrupt EXCEPT !.waiting = FALSE, !.acked = FALSE]
                  ELSE interrupt
  /\ UNCHANGED <<handles, port, owner, reply, expired, before>>
==============================================================================
