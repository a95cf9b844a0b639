------------------------------ MODULE MCMonitors -------------------------------
(***************************************************************************)
(* A bound interrupt, three readers, and a trigger, an ack, a destroy and  *)
(* a close in flight.                                                      *)
(***************************************************************************)
EXTENDS MonitorRefinement

LOCAL Call(s) == [op |-> s.op, args |-> s.args]

MCProgram ==
  [reader1 |-> Call(Read(1, "INFINITE")), reader2 |-> Call(Read(1, "INFINITE")),
   reader3 |-> Call(Read(1, "INFINITE")),
   trigger |-> Call(Trigger(2, 5)), ack |-> Call(Ack(2)),
   destroy |-> Call(Destroy(2)), close |-> Call(Close(2))]

MCCapacity == [floor |-> 2, k2049 |-> 2, k4097 |-> 3]
==============================================================================
