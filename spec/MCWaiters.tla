------------------------------- MODULE MCWaiters -------------------------------
(***************************************************************************)
(* interrupt_wait and destroy, with a thread that comes while another      *)
(* waits, and a bind that does.                                            *)
(***************************************************************************)
EXTENDS PropertiesPorts

MCPrologue == <<CreatePort(1, Bindable), CreateInterrupt(2)>>

MCAlphabet(k, cs) ==
  {Bind(2, 1, 1), Ack(2), Destroy(2), Wait(2)}
  \union When(MayTrigger(k, 2), {Trigger(2, ts) : ts \in 1 .. 2})

MCCapacity == [floor |-> 2, k2049 |-> 2, k4097 |-> 3]
==============================================================================
