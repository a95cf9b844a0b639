---------------------------- MODULE MCLivenessWait -----------------------------
(***************************************************************************)
(* An unbound interrupt and one thread in interrupt_wait.                  *)
(***************************************************************************)
EXTENDS PropertiesLiveness

MCPrologue == <<CreateInterrupt(1)>>

MCAlphabet(k, cs) ==
  {Destroy(1), Close(1), Wait(1)} \union {Trigger(1, 1) : n \in IF MayTrigger(k, 1) THEN {1} ELSE {}}

MCCapacity == [floor |-> 1, k2049 |-> 1, k4097 |-> 2]
==============================================================================
