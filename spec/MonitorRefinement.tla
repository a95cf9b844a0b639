--------------------------- MODULE MonitorRefinement ---------------------------
(***************************************************************************)
(* The monitors, with the ways to get them wrong; what must hold of them;  *)
(* and that they refine the state machine, variant `reference`.            *)
(***************************************************************************)
EXTENDS Monitors

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
  \/ Lookup(t) \/ EnterPort(t) \/ AgainPort(t)
  \/ EnterInterrupt(t) \/ AgainInterrupt(t) \/ Nested(t)
  \/ Peek(t) \/ SleepUnseen(t) \/ EnqueueLate(t) \/ EnterReversed(t) \/ NestedReversed(t)

Next == \E t \in Threads : Runs(t) \/ Stir(t) \/ Elapse(t) \/ Kill(t)
Spec == Init /\ [][Next]_vars
FairSpec == Spec /\ \A t \in Threads : WF_vars(Runs(t))

(***************************************************************************)
(* Nobody is forgotten                                                     *)
(***************************************************************************)
HasReason(t) ==
  IF InterruptOp(t) THEN interrupt.pending # <<>> \/ interrupt.destroyed
  ELSE ~NoPacket \/ t \in expired

Ended(t) == pc[t] \in {"done", "killed"}
MayRun(t) ==
  \/ pc[t] \in {"start", "peek"}
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
LOCAL Seen == IF before = <<>> THEN interrupt ELSE before

LOCAL Resolved(t) ==
  CASE Program[t].op \in {"port_wait", "port_queue"} -> <<1>>
    [] Program[t].op = "interrupt_bind" -> <<2, 1>>
    [] OTHER -> <<2>>

LOCAL CallOf(t) ==
  LET made == Begin(Program[t].op, Program[t].args)
      call == IF t \in expired THEN [made EXCEPT !.args.deadline = "PAST"] ELSE made
  IN  CASE pc[t] = "start"  -> made
        [] pc[t] = "done"   -> [at |-> "done", reply |-> reply[t]]
        [] pc[t] = "killed" -> [at |-> "idle"]
        [] pc[t] \in {"asleep", "again"} ->
             [call EXCEPT !.at = "waiting", !.objects = Resolved(t)]
        [] OTHER -> [made EXCEPT !.at = IF Program[t].op = "handle_close" THEN "closing"
                                        ELSE "effect",
                                 !.objects = Resolved(t)]

LOCAL Waiters == {t \in Threads : pc[t] \in {"asleep", "again"} /\ InterruptOp(t)}

LOCAL InterruptOf ==
  [type |-> "interrupt", destroyed |-> Seen.destroyed, waiters |-> Waiters,
   remembered |-> Seen.pending, released |-> {}, stale |-> FALSE,
   binding |-> IF Seen.bound THEN <<[port |-> 1, key |-> Key]>> ELSE <<>>,
   arm |-> IF Seen.armed \/ Seen.destroyed \/ Waiters # {} THEN "armed"
           ELSE IF Seen.bound THEN "sent" ELSE "early"]

LOCAL PortOfAll ==
  [type |-> "port", bindable |-> TRUE, packets |-> port.packets, state |-> "open",
   interrupts |-> [n \in DOMAIN port.interrupts |->
                     [source |-> 2, key |-> Key, timestamp |-> port.interrupts[n]]]]

LOCAL HeldNow == UNION {IF pc[t] = "killed" THEN {} ELSE Held(CallOf(t)) : t \in Threads}

LOCAL KernelOf ==
  Collect([handles |-> [h \in handles |-> Start.handles[h]], objects |-> <<PortOfAll, InterruptOf>>],
          HeldNow)

LOCAL NoStimuli(k, cs) == {}

Abstract == INSTANCE Machine WITH
  MainThreads   <- Threads,
  ReaderThreads <- {},
  VariantName   <- "reference",
  Prologue      <- Setup0,
  Alphabet      <- NoStimuli,
  kernel        <- KernelOf,
  calls         <- [t \in Threads |-> CallOf(t)],
  variant       <- Variants["reference"]

(* A thread that is killed leaves its wait.                                 *)
LOCAL Leaves(t) ==
  /\ Abstract!vars # Abstract!vars'
  /\ pc[t] = "asleep" /\ pc'[t] = "killed" /\ Kill(t)

(* The calls are under way from the start.                                  *)
RefinesMachine ==
  [][\E t \in Threads : Abstract!Step(t) \/ Abstract!Elapse(t) \/ Leaves(t)]_(Abstract!vars)
==============================================================================
