---------------------------- MODULE HistoryTrace ----------------------------
(***************************************************************************)
(* Trace validation: how far some behaviour of Machine explains each of    *)
(* the recorded histories, event by event. What happens in between is any  *)
(* step of the calls in progress. The histories come with a module of      *)
(* their own, which `bindcheck judge --engine tlc` writes.                 *)
(***************************************************************************)
EXTENDS Machine

CONSTANT
  Recorded   \* a sequence: [any |-> finite deadlines may pass at any time, events |-> <<...>>]

VARIABLES
  h,         \* which of them
  i          \* the event that comes next

traceVars == <<vars, h, i>>

NoPrologue == <<>>
NoAlphabet(k, cs) == {}
RealCapacity == [floor |-> 1024, k2049 |-> 2049, k4097 |-> 4097]

LOCAL Event == Recorded[h].events[i]

\* Every call in progress is blocked, or there is none.
LOCAL AtRest == \A t \in Threads : calls[t].at # "done" /\ Moves(t) = {}

LOCAL Happens(e) ==
  CASE e.event = "call" ->
         /\ calls[e.thread] = Idle
         /\ calls' = [calls EXCEPT ![e.thread] = Begin(e.op, e.args)]
         /\ UNCHANGED <<kernel, variant>>
    [] e.event = "return" ->
         /\ calls[e.thread].at = "done"
         /\ calls[e.thread].reply = e.reply
         /\ Return(e.thread)
    \* A deadline that passes for a call which has its reply already changes nothing.
    [] e.event = "expire" ->
         IF calls[e.thread].at = "done" THEN UNCHANGED vars ELSE Elapse(e.thread)
    [] e.event = "quiescent" -> AtRest /\ UNCHANGED vars
    [] e.event = "reset" -> kernel' = EmptyKernel /\ UNCHANGED <<calls, variant>>
    [] OTHER -> UNCHANGED vars

LOCAL Observe ==
  /\ i <= Len(Recorded[h].events)
  /\ Happens(Event)
  /\ i' = i + 1
  /\ PrintT(<<"reached", h, i>>)
  /\ UNCHANGED h

LOCAL Work ==
  /\ i <= Len(Recorded[h].events)
  /\ \E t \in Threads : Step(t) \/ (Recorded[h].any /\ Elapse(t))
  /\ UNCHANGED <<h, i>>

TraceInit == Init /\ h \in 1 .. Len(Recorded) /\ i = 1
TraceSpec == TraceInit /\ [][Observe \/ Work]_traceVars
=============================================================================
