----------------------------- MODULE MCRefinement ------------------------------
(***************************************************************************)
(* One interrupt, one port, one reader, and a thread that waits: the state *)
(* machine refines the specification of delivery.                          *)
(***************************************************************************)
EXTENDS Refinement

MCPrologue == <<CreatePort(1, Bindable), CreateInterrupt(2)>>

MCAlphabet(k, cs) ==
  {Bind(2, 1, 1), Ack(2), Destroy(2), Read(1, "FINITE"), Wait(2)}
  \union When(MayTrigger(k, 2), {Trigger(2, ts) : ts \in 1 .. 2})

MCCapacity == [floor |-> 1, k2049 |-> 1, k4097 |-> 2]
==============================================================================
