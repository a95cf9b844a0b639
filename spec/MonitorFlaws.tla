----------------------------- MODULE MonitorFlaws ------------------------------
(***************************************************************************)
(* Ways to get the monitors wrong, as in proofs/RACES.md.  A flaw is an    *)
(* operator that a configuration puts in the place of one of Monitors, or  *)
(* a call that checks, lets go of the lock, and then acts.                 *)
(***************************************************************************)
EXTENDS MonitorRefinement

CONSTANT Hasty \* the calls (by name) that check, then act

VARIABLE looked \* thread -> <<what it saw, if it looked before it acts>>, or <<>>

(***************************************************************************)
(* Checks, then acts.  Put SeenBefore for Seen.                            *)
(***************************************************************************)
Look(t) ==
  /\ Made[t].op \in Hasty /\ looked[t] = <<>>
  /\ \/ pc[t] = "start" /\ Made[t].op \in {"handle_close", "handle_replace"}
     \/ pc[t] = "enter" /\ Free(Monitor(t))
  /\ looked' = [looked EXCEPT ![t] =
                  <<[handles |-> handles, interrupt |-> interrupt, port |-> port]>>]

SeenBefore(t) ==
  IF looked[t] = <<>> THEN [handles |-> handles, interrupt |-> interrupt, port |-> port]
  ELSE looked[t][1]

FlawedNext ==
  \/ Next /\ UNCHANGED looked
  \/ (\E t \in Threads : Look(t)) /\ UNCHANGED all

FlawedSpec == Init /\ Viewed /\ looked = [t \in Threads |-> <<>>] /\ [][FlawedNext]_<<all, looked>>
FlawedFairSpec == FlawedSpec /\ Fairness

(***************************************************************************)
(* notify for notifyAll, and that only where the port was empty.           *)
(* WokenByNotify, or WokenIfEmpty, for Woken.                              *)
(***************************************************************************)
WokenByNotify(m) == IF Sleepers(m) = {} THEN {{}} ELSE {{t} : t \in Sleepers(m)}
WokenIfEmpty(m) == IF m = "port" /\ ~NoPacket THEN {{}} ELSE WokenByNotify(m)

(***************************************************************************)
(* if for while: a thread that woke does not look again.  PortIf for       *)
(* AgainPort, InterruptIf for AgainInterrupt.                              *)
(***************************************************************************)
PortIf(t) ==
  /\ pc[t] = "again" /\ Monitor(t) = "port" /\ Free("port")
  /\ AwaitPacket(t, FALSE)
  /\ UNCHANGED <<handles, interrupt, owner, expired, before>>

InterruptIf(t) ==
  /\ pc[t] = "again" /\ Monitor(t) = "interrupt" /\ Free("interrupt")
  /\ TakeTrigger(t, [interrupt EXCEPT !.waiting = FALSE])
  /\ UNCHANGED <<handles, port, expired>>

(* For Stir, to see what happens without a spurious wake-up.                *)
NotWithoutReason(t) == FALSE

(***************************************************************************)
(* A reader whose deadline passes as a packet comes takes the packet, and  *)
(* answers that it has timed out.  Swallow for AwaitPacket.                *)
(***************************************************************************)
Swallow(t, empty) ==
  IF empty /\ ~Passed(t) THEN Goto(t, "asleep") /\ UNCHANGED port
  ELSE IF NoPacket THEN Answer(t, "TIMED_OUT") /\ UNCHANGED port
  ELSE IF t \in expired
    THEN /\ port' = IF port.interrupts = <<>> THEN [port EXCEPT !.packets = Tail(@)]
                    ELSE [port EXCEPT !.interrupts = Tail(@)]
         /\ Answer(t, "TIMED_OUT")
  ELSE TakePacket(t)

(***************************************************************************)
(* A reader that has seen a packet takes it in a step of its own.          *)
(* StopShort for AwaitPacket.                                              *)
(***************************************************************************)
StopShort(t, empty) ==
  /\ IF empty /\ ~Passed(t) THEN Goto(t, "asleep")
     ELSE IF NoPacket THEN Answer(t, "TIMED_OUT")
     ELSE Goto(t, "late")
  /\ UNCHANGED port

(* Outside the lock: TakeOutside for Rest.                                  *)
TakeOutside(t) ==
  /\ pc[t] = "late"
  /\ IF NoPacket THEN Goto(t, "thrown") /\ UNCHANGED port ELSE TakePacket(t)
  /\ UNCHANGED <<handles, interrupt, owner, expired, before>>

NothingThrown == \A t \in Threads : pc[t] # "thrown"

(* The order of locks reversed: it keeps the port's and takes the           *)
(* interrupt's, to tell it.  KeptByReader for Free, TakeAndTell for Rest.   *)
KeptByReader(m) == owner[m] = Nobody /\ (m = "port" => \A t \in Threads : pc[t] # "late")
TakeAndTell(t) ==
  /\ pc[t] = "late" /\ owner["interrupt"] = Nobody
  /\ TakePacket(t)
  /\ UNCHANGED <<handles, interrupt, owner, expired, before>>

(***************************************************************************)
(* Readers are woken in a block of its own, before the packet is in the    *)
(* port.  SignalFirst for Deliver, EnqueueLate for Rest.                   *)
(***************************************************************************)
SignalFirst(t) == /\ Notify(t, "late", <<>>, "port")
                  /\ UNCHANGED <<port, interrupt, owner, before>>

EnqueueLate(t) ==
  /\ pc[t] = "late" /\ Free("port")
  /\ port' = Enqueued(t) /\ Answer(t, "OK") /\ LetGo(t) /\ before' = <<>>
  /\ UNCHANGED <<handles, interrupt, expired>>

(***************************************************************************)
(* Destroy removes the packets, lets go, and then destroys.  RemoveFirst   *)
(* for EnterInterrupt, DestroyLate for Rest.                               *)
(***************************************************************************)
RemoveFirst(t) ==
  /\ pc[t] = "enter" /\ Monitor(t) = "interrupt" /\ Free("interrupt")
  /\ IF Destroys(t)
       THEN /\ Free("port") /\ port' = [port EXCEPT !.interrupts = <<>>]
            /\ Goto(t, IF port.interrupts = <<>> THEN "late" ELSE "late, removed") /\ Unchanged
       ELSE Method(t) /\ UNCHANGED port
  /\ UNCHANGED <<handles, expired>>

DestroyLate(t) ==
  /\ pc[t] \in {"late", "late, removed"} /\ Free("interrupt")
  /\ Sets(t, Gone(interrupt))
  /\ LET i == interrupt
         found == ~i.bound \/ i.armed \/ i.destroyed \/ pc[t] = "late, removed"
     IN  Notify(t, "done", [status |-> IF Made[t].op = "handle_close" \/ found THEN "OK"
                                       ELSE "NOT_FOUND"], "interrupt")
  /\ UNCHANGED <<handles, port, expired>>
==============================================================================
