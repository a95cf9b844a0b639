-------------------------------- MODULE MCPair ---------------------------------
(***************************************************************************)
(* Two interrupts on one port, with user packets: their packets share a    *)
(* queue, and go before the others.                                        *)
(***************************************************************************)
EXTENDS PropertiesPorts

MCPrologue ==
  <<CreatePort(1, Bindable), CreateInterrupt(2), CreateInterrupt(3), Bind(2, 1, 1)>>

MCAlphabet(k, cs) ==
  {Bind(3, 1, 2), Ack(2), Ack(3), Destroy(2), Read(1, "INFINITE")}
  \union {Trigger(h, h - 1) : h \in {g \in {2, 3} : MayTrigger(k, g)}}
  \union When(MayQueue(k, 1, 1), {Queue(1, 3, 1)})

MCCapacity == [floor |-> 1, k2049 |-> 1, k4097 |-> 2]
==============================================================================
