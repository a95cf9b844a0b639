--------------------------- MODULE MonitorRefinement ---------------------------
(***************************************************************************)
(* What must hold of the monitors, and that they refine the state machine, *)
(* variant `reference`.                                                    *)
(***************************************************************************)
EXTENDS Monitors

VARIABLES kernel, calls, variant \* of the state machine

all == <<vars, kernel, calls, variant>>

(***************************************************************************)
(* The state machine's view                                                *)
(***************************************************************************)
(* A call that holds the interrupt's monitor takes effect with the port's.  *)
LOCAL Effective == IF before = <<>> THEN interrupt ELSE before[1]

LOCAL Resolved(t) ==
  IF Made[t].op = "interrupt_bind" THEN <<TheInterrupt, ThePort>> ELSE <<ObjectOf(Arg(t))>>

LOCAL Begun == [t \in Threads |-> Begin(Made[t].op, Made[t].args)]

LOCAL CallOf(t) ==
  LET begun == Begun[t]
      call  == IF t \in expired THEN [begun EXCEPT !.args.deadline = "PASSED"] ELSE begun
  IN  CASE pc[t] = "start"  -> begun
        [] pc[t] = "second" -> [begun EXCEPT !.objects = <<TheInterrupt>>]
        [] pc[t] = "done"   -> [at |-> "done", reply |-> reply[t]]
        [] pc[t] = "killed" -> [at |-> "idle"]
        [] pc[t] \in {"asleep", "again"} ->
             [call EXCEPT !.at = "waiting", !.objects = Resolved(t)]
        [] OTHER -> [begun EXCEPT !.at = IF Made[t].op = "handle_close" THEN "closing"
                                         ELSE "effect",
                                  !.objects = Resolved(t)]

LOCAL Waiters == {t \in Threads : pc[t] \in {"asleep", "again"} /\ Monitor(t) = "interrupt"}

(* Records are made from constants: TLC mixes up the fields of a record     *)
(* that is changed before it is normalized.                                 *)
LOCAL InterruptOf(i) ==
  [NewInterrupt EXCEPT
     !.destroyed  = i.destroyed,
     !.waiters    = Waiters,
     !.remembered = IF i.pending THEN <<i.timestamp>> ELSE <<>>,
     !.binding    = IF i.bound THEN <<[port |-> ThePort, key |-> Key]>> ELSE <<>>,
     !.arm        = IF i.armed \/ (i.acked /\ ~i.bound) THEN "armed"
                    ELSE IF i.sent THEN "sent" ELSE "early"]

LOCAL AnyPort == NewPort(TRUE)
LOCAL PortOfAll ==
  [AnyPort EXCEPT
     !.state      = IF port.closed THEN "silent" ELSE "open",
     !.packets    = port.packets,
     !.interrupts = [n \in DOMAIN port.interrupts |->
                       [source |-> TheInterrupt, key |-> Key, timestamp |-> port.interrupts[n]]]]

LOCAL HeldOf(cs) == UNION {When(cs[t].at # "idle", Held(cs[t])) : t \in Threads}

LOCAL KernelOf(cs) ==
  Collect(Variants["reference"],
          [EmptyKernel EXCEPT
             !.handles = [h \in handles |->
                            [object |-> ObjectOf(h),
                             rights |-> IF h = ThePort THEN DefaultRights.port
                                       ELSE DefaultRights.interrupt]],
             !.objects = <<PortOfAll, InterruptOf(Effective)>>],
          HeldOf(cs))

(* Kept in variables, so that TLC works it out once a state.                *)
LOCAL CallsOf == [t \in Threads |-> CallOf(t)]
Viewed == calls = CallsOf /\ kernel = KernelOf(calls) /\ variant = Variants["reference"]
View == calls' = CallsOf' /\ kernel' = KernelOf(calls)' /\ UNCHANGED variant

(***************************************************************************)
(* The whole                                                               *)
(***************************************************************************)
Next == (\E t \in Threads : Runs(t) \/ Suffers(t)) /\ View
Spec == Init /\ Viewed /\ [][Next]_all

Fairness == \A t \in Threads : WF_vars(Runs(t)) \* what is viewed follows
FairSpec == Spec /\ Fairness

(***************************************************************************)
(* Safety                                                                  *)
(***************************************************************************)
(* What the methods assert when they leave a monitor.                       *)
Asserted ==
  LET i == interrupt
  IN  /\ Free("interrupt") =>
           /\ ~(i.waiting /\ i.bound)
           /\ i.destroyed => i.armed /\ ~i.pending
           /\ i.pending => (i.armed <=> ~i.bound)
      /\ port.closed => port.packets = <<>>

(* No packet of an interrupt that is destroyed is left in the port.         *)
(* R-destroy-unread *)
NothingLeft == interrupt.destroyed /\ Free("interrupt") => port.interrupts = <<>>

HasReason(t) ==
  IF Monitor(t) = "interrupt" THEN ~HasToWait(interrupt) ELSE ~NoPacket \/ t \in expired

(* Where no thread can run, each has ended, or sleeps for a good reason:    *)
(* none is stuck in a monitor, and none has missed what it waits for.       *)
(* R-packet-wakes-reader R-trigger-waiter R-destroy-waiter R-port-wait-timed-out *)
NobodyForgotten ==
  (\A t \in Threads : ~ENABLED Runs(t)) =>
    \A t \in Threads : \/ pc[t] \in {"done", "killed"}
                       \/ pc[t] = "asleep" /\ ~HasReason(t)

(***************************************************************************)
(* Refinement: the calls are under way from the start                      *)
(***************************************************************************)
LOCAL NoStimuli(k, cs) == {}

Abstract == INSTANCE Machine WITH
  MainThreads   <- Threads,
  ReaderThreads <- {},
  VariantName   <- "reference",
  Prologue      <- <<>>,
  Alphabet      <- NoStimuli

(* A thread that is killed leaves its wait; the document says nothing of it *)
(* but that the interrupt is not the worse for it: it is armed, as by the   *)
(* wait, or as if there had been none.                                      *)
Leave(t) ==
  LET o == calls[t].objects[1]
      left(arm) == [kernel EXCEPT !.objects[o].waiters = @ \ {t}, !.objects[o].arm = arm]
      after == IF Made[t].op = "port_wait" THEN {kernel}
               ELSE {left("armed"), left("early")}
  IN  /\ calls[t].at = "waiting"
      /\ calls' = [calls EXCEPT ![t] = [at |-> "idle"]]
      /\ \E k \in after : kernel' = Collect(variant, k, HeldOf(calls'))

LOCAL Moved == {t \in Threads : pc[t] # pc'[t]}

RefinesMachine ==
  [][IF expired # expired'
       THEN \E t \in expired' \ expired : Abstract!Elapse(t)
       ELSE \E t \in Moved : IF pc'[t] = "killed" THEN Leave(t) ELSE Abstract!Step(t)
    ]_(Abstract!vars)

(***************************************************************************)
(* Liveness                                                                *)
(***************************************************************************)
(* A call that can go on does, as the state machine demands: from this come *)
(* its liveness properties.                                                 *)
(* R-packet-wakes-reader R-trigger-waiter R-destroy-waiter R-port-wait-timed-out *)
EveryCallGoesOn == \A t \in Threads : WF_(Abstract!vars)(Abstract!Step(t))

(* Whoever has a reason to go on does, or another takes it away.            *)
(* R-packet-wakes-reader R-trigger-waiter R-destroy-waiter R-port-wait-timed-out *)
WaiterIsReleased ==
  \A t \in Threads : (pc[t] = "asleep" /\ HasReason(t)) ~> (pc[t] # "asleep" \/ ~HasReason(t))
==============================================================================
