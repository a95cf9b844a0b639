---------------------------- MODULE MCLivenessWait -----------------------------
(***************************************************************************)
(* An unbound interrupt and one thread in interrupt_wait.                  *)
(***************************************************************************)
EXTENDS PropertiesLiveness

MCPrologue == <<CreateInterrupt(1)>>

MCAlphabet(k, cs) ==
  {Destroy(1), Close(1), Wait(1)} \union When(MayTrigger(k, 1), {Trigger(1, 1)})

MCCapacity == [floor |-> 1, k2049 |-> 1, k4097 |-> 2]
==============================================================================
