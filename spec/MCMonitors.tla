------------------------------ MODULE MCMonitors -------------------------------
(***************************************************************************)
(* A bound interrupt, three readers, one of which has a deadline, and a    *)
(* trigger, an ack, a destroy and a close in flight.                       *)
(***************************************************************************)
EXTENDS MonitorRefinement

LOCAL Call(s) == [op |-> s.op, args |-> s.args]

MCSetup == <<CreatePort(1, Bindable), CreateInterrupt(2), Bind(2, 1, 7)>>
MCProgram ==
  [reader1 |-> Call(Read(1, "INFINITE")), reader2 |-> Call(Read(1, "INFINITE")),
   reader3 |-> Call(Read(1, "FINITE")),
   trigger |-> Call(Trigger(2, 5)), ack |-> Call(Ack(2)),
   destroy |-> Call(Destroy(2)), close |-> Call(Close(2))]

MCCapacity == [floor |-> 2, k2049 |-> 2, k4097 |-> 3]
==============================================================================
