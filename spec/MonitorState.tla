----------------------------- MODULE MonitorState ------------------------------
(***************************************************************************)
(* What the threads at the monitors of the reference implementation share, *)
(* and how a thread moves on: see Monitors.                                *)
(***************************************************************************)
EXTENDS Stimuli

CONSTANTS
  Tied,     \* whether the interrupt is bound to the port from the start
  Program,  \* thread -> its call
  Mortal    \* the threads that may be interrupted while they wait

VARIABLES
  handles,   \* HandleTable: those that are open
  interrupt, \* Interrupt: its fields; and, for the refinement alone, acked: a thread waits since
             \* a trigger was taken; and sent: a packet was
  port,      \* Port: its fields
  owner,     \* monitor -> the thread that holds it
  pc,        \* thread -> where it is
  reply,     \* thread -> the reply of its call, once it is done
  expired,   \* the threads whose deadline has passed
  before     \* <<the interrupt as it was when its monitor was taken>>, or <<>>

vars == <<handles, interrupt, port, owner, pc, reply, expired, before>>

(* TLC evaluates a definition once, but a constant wherever it stands.      *)
Made == Program
Threads == DOMAIN Made
Nobody == "nobody"

(* Handles and objects.                                                     *)
ThePort == 1
TheInterrupt == 2
ObjectOf(h) == IF h = ThePort THEN ThePort ELSE TheInterrupt
Key == 7

Arg(t) ==
  LET a == Made[t].args
  IN  CASE Made[t].op \in {"handle_close", "handle_replace"} -> a.handle
        [] Made[t].op \in {"port_wait", "port_queue"}        -> a.porth
        [] OTHER                                             -> a.inth

Monitor(t) == IF ObjectOf(Arg(t)) = ThePort THEN "port" ELSE "interrupt"

Init ==
  /\ handles = {ThePort, TheInterrupt}
  /\ interrupt = [bound |-> Tied, armed |-> TRUE, pending |-> FALSE, timestamp |-> 0,
                  waiting |-> FALSE, destroyed |-> FALSE, acked |-> FALSE, sent |-> FALSE]
  /\ port = [interrupts |-> <<>>, packets |-> <<>>, closed |-> FALSE]
  /\ owner = [m \in {"interrupt", "port"} |-> Nobody]
  /\ pc = [t \in Threads |-> "start"]
  /\ reply = [t \in Threads |-> <<>>]
  /\ expired = {} /\ before = <<>>

(* What the method of t goes by: the state as it is when it has the lock.   *)
Seen(t) == [handles |-> handles, interrupt |-> interrupt, port |-> port]

(***************************************************************************)
(* Ways to move on.  Each fixes pc and reply.                              *)
(***************************************************************************)
Goto(t, where) == pc' = [pc EXCEPT ![t] = where] /\ UNCHANGED reply
Ends(t, r) == pc' = [pc EXCEPT ![t] = "done"] /\ reply' = [reply EXCEPT ![t] = r]
Answer(t, status) == Ends(t, [status |-> status])

(* Whom notifyAll wakes: the sets of threads that it may be.                *)
Sleepers(m) == {t \in Threads : pc[t] = "asleep" /\ Monitor(t) = m}
Woken(m) == {Sleepers(m)}
Wake(at, who) == [t \in Threads |-> IF t \in who THEN "again" ELSE at[t]]

(* t goes on, and those who wake do.                                        *)
Notify(t, where, r, m) ==
  \E who \in Woken(m) :
    /\ pc' = [Wake(pc, who) EXCEPT ![t] = where]
    /\ reply' = [reply EXCEPT ![t] = r]

Free(m) == owner[m] = Nobody
Hold(t, m) == owner' = [owner EXCEPT ![m] = t]
LetGo(t) == owner' = [m \in DOMAIN owner |-> IF owner[m] = t THEN Nobody ELSE owner[m]]
==============================================================================
