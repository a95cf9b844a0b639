---------------------------- MODULE MCKilledWaiter -----------------------------
(***************************************************************************)
(* A thread is killed in interrupt_wait.  In the state machine to wait     *)
(* arms the interrupt; in impl/ nothing does before the next trigger.      *)
(* While a thread waits nobody can tell; if it is killed, impl/ is as if   *)
(* it had never waited.                                                    *)
(***************************************************************************)
EXTENDS MCMonitors

LOCAL Killed == {t \in Threads : pc[t] = "killed"}
LOCAL Arm == kernel.objects[TheInterrupt].arm

(* It does not hold: the second wait has armed the interrupt, and its end   *)
(* takes that back.                                                         *)
KillLeavesItArmed == [][Killed # Killed' => Arm = Arm']_all
==============================================================================
