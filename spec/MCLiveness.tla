------------------------------ MODULE MCLiveness -------------------------------
(***************************************************************************)
(* A bound interrupt and one reader: the smallest model that shows the     *)
(* liveness of delivery.                                                   *)
(***************************************************************************)
EXTENDS PropertiesLiveness

MCPrologue == <<CreatePort(1, Bindable), CreateInterrupt(2), Bind(2, 1, 1)>>

MCAlphabet(k, cs) ==
  {Ack(2), Destroy(2), Read(1, "INFINITE")}
  \union When(MayTrigger(k, 2), {Trigger(2, ts) : ts \in 1 .. 2})

MCCapacity == [floor |-> 1, k2049 |-> 1, k4097 |-> 2]
==============================================================================
