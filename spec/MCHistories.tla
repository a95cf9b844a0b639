----------------------------- MODULE MCHistories -----------------------------
(***************************************************************************)
(* Whole histories of two interrupts on one port with three triggers.      *)
(***************************************************************************)
EXTENDS PropertiesHistories

MCPrologue == <<CreatePort(1, Bindable), CreateInterrupt(2), CreateInterrupt(3)>>

MCAlphabet(k, cs) ==
  {Bind(2, 1, 1), Bind(3, 1, 2), Ack(2), Destroy(2), Read(1, "INFINITE")}
  \union {Trigger(h, ts) : h \in 2 .. 3, ts \in 1 .. Triggers}

MCCapacity == [floor |-> 1, k2049 |-> 1, k4097 |-> 2]
==============================================================================
