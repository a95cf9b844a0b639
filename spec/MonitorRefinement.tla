--------------------------- MODULE MonitorRefinement ---------------------------
(***************************************************************************)
(* The monitors, with the ways to get them wrong; what must hold of them;  *)
(* and that they refine the state machine, variant `reference`.            *)
(***************************************************************************)
EXTENDS Monitors

VARIABLE variant \* of the state machine: constant, and evaluated once

all == <<vars, variant>>

(***************************************************************************)
(* Flaws: each is what Flaw is called, and a step more or less             *)
(*   notify        notify where notifyAll should be                        *)
(*   if            the condition is not looked at again after a wait       *)
(*   unlocked      a reader looks for packets before it takes the monitor  *)
(*   early signal  deliver notifies in a block of its own, then enqueues   *)
(*   reversed      destroy takes the port's monitor first                  *)
(***************************************************************************)
Peek(t) ==
  /\ pc[t] = "peek"
  /\ Goto(t, IF NoPacket /\ Program[t].args.deadline # "PAST" THEN "sleep" ELSE "enter")
  /\ UNCHANGED <<handles, interrupt, port, owner, expired, before>>
SleepUnseen(t) ==
  /\ pc[t] = "sleep" /\ Free("port") /\ Goto(t, "asleep")
  /\ UNCHANGED <<handles, interrupt, port, owner, expired, before>>

EnqueueLate(t) ==
  /\ pc[t] = "late" /\ Free("port")
  /\ port' = Enqueued(t) /\ Answer(t, "OK") /\ LetGo(t) /\ before' = <<>>
  /\ UNCHANGED <<handles, interrupt, expired>>

EnterReversed(t) ==
  /\ Flaw = "reversed" /\ pc[t] = "enter" /\ Free("port")
  /\ Program[t].op \in {"interrupt_destroy", "handle_close"}
  /\ Hold(t, "port") /\ Goto(t, "reversed")
  /\ UNCHANGED <<handles, interrupt, port, expired, before>>
NestedReversed(t) ==
  /\ pc[t] = "reversed" /\ Free("interrupt")
  /\ interrupt' = [interrupt EXCEPT !.destroyed = TRUE, !.pending = <<>>]
  /\ Removed(t) /\ LetGo(t)
  /\ UNCHANGED <<handles, expired, before>>

(***************************************************************************)
(* The whole                                                               *)
(***************************************************************************)
Runs(t) ==
  \/ Lookup(t) \/ Lookup2(t) \/ EnterPort(t) \/ AgainPort(t)
  \/ EnterInterrupt(t) \/ AgainInterrupt(t) \/ Nested(t)
  \/ Peek(t) \/ SleepUnseen(t) \/ EnqueueLate(t) \/ EnterReversed(t) \/ NestedReversed(t)

Next ==
  /\ \E t \in Threads : Runs(t) \/ Stir(t) \/ Elapse(t) \/ Kill(t)
  /\ UNCHANGED variant
Spec == Init /\ variant = Variants["reference"] /\ [][Next]_all

Runs1(t) == Runs(t) /\ UNCHANGED variant
FairSpec == Spec /\ \A t \in Threads : WF_all(Runs1(t))

(***************************************************************************)
(* Nobody is forgotten                                                     *)
(***************************************************************************)
HasReason(t) ==
  IF InterruptOp(t) THEN interrupt.pending # <<>> \/ interrupt.destroyed
  ELSE ~NoPacket \/ t \in expired

Ended(t) == pc[t] \in {"done", "killed"}
MayRun(t) ==
  \/ pc[t] \in {"start", "second", "peek"}
  \/ pc[t] \in {"enter", "again"} /\ Free(Monitor(t))
  \/ pc[t] \in {"nested", "late", "sleep"} /\ Free("port")
  \/ pc[t] = "reversed" /\ Free("interrupt")

(* Where no thread can run, each has ended, or sleeps for a good reason:    *)
(* none is stuck in a monitor, and none has missed what it waits for.       *)
(* R-packet-wakes-reader R-trigger-waiter R-destroy-waiter R-port-wait-timed-out *)
NobodyForgotten ==
  (\A t \in Threads : ~MayRun(t)) =>
    \A t \in Threads : Ended(t) \/ (pc[t] = "asleep" /\ ~HasReason(t))

(* Whoever has a reason to go on does, or another takes it away.            *)
(* R-packet-wakes-reader R-trigger-waiter R-destroy-waiter R-port-wait-timed-out *)
WaiterIsReleased ==
  \A t \in Threads : (pc[t] = "asleep" /\ HasReason(t)) ~> (pc[t] # "asleep" \/ ~HasReason(t))

(***************************************************************************)
(* The state machine's view                                                *)
(***************************************************************************)
(* A call that holds the interrupt's monitor takes effect with the port's.  *)
LOCAL Seen == IF before = <<>> THEN interrupt ELSE before[1]

LOCAL Resolved(t) ==
  CASE Program[t].op \in {"port_wait", "port_queue"} -> <<ThePort>>
    [] Program[t].op = "interrupt_bind" -> <<TheInterrupt, ThePort>>
    [] OTHER -> <<TheInterrupt>>

LOCAL Begun == [t \in Threads |-> Begin(Program[t].op, Program[t].args)]

LOCAL CallOf(t) ==
  LET made == Begun[t]
      call == IF t \in expired THEN [made EXCEPT !.args.deadline = "PAST"] ELSE made
  IN  CASE pc[t] = "start"  -> made
        [] pc[t] = "second" -> [made EXCEPT !.objects = <<TheInterrupt>>]
        [] pc[t] = "done"   -> [at |-> "done", reply |-> reply[t]]
        [] pc[t] = "killed" -> [at |-> "idle"]
        [] pc[t] \in {"asleep", "again"} ->
             [call EXCEPT !.at = "waiting", !.objects = Resolved(t)]
        [] OTHER -> [made EXCEPT !.at = IF Program[t].op = "handle_close" THEN "closing"
                                        ELSE "effect",
                                 !.objects = Resolved(t)]

LOCAL Waiters == {t \in Threads : pc[t] \in {"asleep", "again"} /\ InterruptOp(t)}

(* Records are made from constants: TLC mixes up the fields of a record     *)
(* that is changed before it is normalized.                                 *)
LOCAL InterruptOf ==
  [NewInterrupt EXCEPT
     !.destroyed  = Seen.destroyed,
     !.waiters    = Waiters,
     !.remembered = Seen.pending,
     !.binding    = IF Seen.bound THEN <<[port |-> ThePort, key |-> Key]>> ELSE <<>>,
     !.arm        = IF Seen.armed \/ Seen.destroyed \/ (Seen.acked /\ ~Seen.bound) THEN "armed"
                    ELSE IF Seen.sent THEN "sent" ELSE "early"]

LOCAL AnyPort == NewPort(TRUE)
LOCAL PortOfAll ==
  [AnyPort EXCEPT
     !.packets    = port.packets,
     !.interrupts = [n \in DOMAIN port.interrupts |->
                       [source |-> TheInterrupt, key |-> Key, timestamp |-> port.interrupts[n]]]]

LOCAL HeldNow == UNION {IF pc[t] = "killed" THEN {} ELSE Held(CallOf(t)) : t \in Threads}

LOCAL KernelOf ==
  Collect([EmptyKernel EXCEPT
             !.handles = [h \in handles |->
                            [object |-> h,
                             rights |-> IF h = ThePort THEN PortRights ELSE InterruptRights]],
             !.objects = <<PortOfAll, InterruptOf>>],
          HeldNow)

LOCAL NoStimuli(k, cs) == {}

Abstract == INSTANCE Machine WITH
  MainThreads   <- Threads,
  ReaderThreads <- {},
  VariantName   <- "reference",
  Prologue      <- <<>>,
  Alphabet      <- NoStimuli,
  kernel        <- KernelOf,
  calls         <- [t \in Threads |-> CallOf(t)]

LOCAL Moved == {t \in Threads : pc[t] # pc'[t]}

(* The calls are under way from the start.  A thread that is killed leaves  *)
(* its wait, of which the state machine knows nothing.                      *)
RefinesMachine ==
  [][IF expired # expired'
       THEN \E t \in expired' \ expired : Abstract!Elapse(t)
       ELSE \E t \in Moved : pc'[t] = "killed" \/ Abstract!Step(t)]_(Abstract!vars)
==============================================================================
