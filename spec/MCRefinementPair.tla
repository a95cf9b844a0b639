--------------------------- MODULE MCRefinementPair ----------------------------
(***************************************************************************)
(* Two interrupts on one port, with user packets and a close of a handle:  *)
(* the state machine refines the specification of delivery.                *)
(***************************************************************************)
EXTENDS Refinement

MCPrologue == <<CreatePort(1, Bindable), CreateInterrupt(2), CreateInterrupt(3)>>

MCAlphabet(k, cs) ==
  {Bind(2, 1, 1), Bind(3, 1, 2), Ack(2), Ack(3), Close(2), Read(1, "INFINITE")}
  \union {Trigger(h, h - 1) : h \in {g \in {2, 3} : Live(k, g) /\ MayTrigger(k, g)}}
  \union When(MayQueue(k, 1, 1), {Queue(1, 3, 1)})

MCCapacity == [floor |-> 1, k2049 |-> 1, k4097 |-> 2]
==============================================================================
