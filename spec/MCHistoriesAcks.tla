--------------------------- MODULE MCHistoriesAcks ---------------------------
(***************************************************************************)
(* Whole histories of one interrupt, with acks at any time.                *)
(***************************************************************************)
EXTENDS PropertiesHistories

MCPrologue == <<CreatePort(1, Bindable), CreateInterrupt(2)>>

MCAlphabet(k, cs) ==
  {Bind(2, 1, 1), Ack(2), Read(1, "INFINITE")} \union {Trigger(2, ts) : ts \in 1 .. Triggers}

MCCapacity == [floor |-> 1, k2049 |-> 1, k4097 |-> 2]
==============================================================================
