------------------------------ MODULE MCKernels -------------------------------
(***************************************************************************)
(* The kernels with one interrupt, one port and one reader: a model for    *)
(* each with what holds of it, and models that are meant to fail, each     *)
(* configuration named after what it refutes.                              *)
(***************************************************************************)
EXTENDS PropertiesUnbind

MCPrologue == <<CreatePort(1, Bindable), CreateInterrupt(2)>>

MCAlphabet(k, cs) ==
  {Bind(2, 1, 1), Unbind(2, 1), Ack(2), Destroy(2), Read(1, "PAST"), Wait(2)}
  \union When(MayTrigger(k, 2), {Trigger(2, ts) : ts \in 0 .. 2})

MCCapacity == [floor |-> 2, k2049 |-> 2, k4097 |-> 3]
==============================================================================
