----------------------------- MODULE MCMonitorsFew -----------------------------
(***************************************************************************)
(* Two readers, of which one has a deadline, a trigger and an ack: the     *)
(* smallest that shows who is forgotten, since nobody clears the port.     *)
(***************************************************************************)
EXTENDS MonitorRefinement

LOCAL Call(s) == [op |-> s.op, args |-> s.args]

MCProgram ==
  [reader1 |-> Call(Read(1, "INFINITE")), reader2 |-> Call(Read(1, "FINITE")),
   trigger |-> Call(Trigger(2, 5)), ack |-> Call(Ack(2))]

MCCapacity == [floor |-> 2, k2049 |-> 2, k4097 |-> 3]
==============================================================================
