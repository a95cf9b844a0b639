----------------------------- MODULE MCKernel2018 -----------------------------
(***************************************************************************)
(* One interrupt, one port and one reader: models of the kernel of 2018    *)
(* that are meant to fail, each configuration named after what it refutes, *)
(* and one in which the reference keeps what they lose.                    *)
(***************************************************************************)
EXTENDS PropertiesPorts

MCPrologue == <<CreatePort(1, Bindable), CreateInterrupt(2)>>

MCAlphabet(k, cs) ==
  {Bind(2, 1, 1), Ack(2), Destroy(2), Read(1, "INFINITE")}
  \union When(MayTrigger(k, 2), {Trigger(2, ts) : ts \in 0 .. 2})

MCCapacity == [floor |-> 2, k2049 |-> 2, k4097 |-> 3]
==============================================================================
