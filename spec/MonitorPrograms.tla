---------------------------- MODULE MonitorPrograms ----------------------------
(***************************************************************************)
(* What the threads at the monitors do: programs for the models.           *)
(***************************************************************************)
EXTENDS MonitorState

LOCAL Call(s) == [op |-> s.op, args |-> s.args]

(* A bound interrupt, three readers, and a trigger, an ack, a destroy and a *)
(* close in flight.                                                         *)
Readers3 ==
  [reader1 |-> Call(Read(1, "INFINITE")), reader2 |-> Call(Read(1, "INFINITE")),
   reader3 |-> Call(Read(1, "INFINITE")),
   trigger |-> Call(Trigger(2, 5)), ack |-> Call(Ack(2)),
   destroy |-> Call(Destroy(2)), close |-> Call(Close(2))]

(* The same with a deadline.                                                *)
Readers3Timed ==
  [reader1 |-> Call(Read(1, "INFINITE")), reader2 |-> Call(Read(1, "INFINITE")),
   reader3 |-> Call(Read(1, "FINITE")),
   trigger |-> Call(Trigger(2, 5)), ack |-> Call(Ack(2)),
   destroy |-> Call(Destroy(2)), close |-> Call(Close(2))]

(* The smallest that shows who is forgotten, since nobody clears the port.  *)
Readers2 ==
  [reader1 |-> Call(Read(1, "INFINITE")), reader2 |-> Call(Read(1, "FINITE")),
   trigger |-> Call(Trigger(2, 5)), ack |-> Call(Ack(2))]

(* Two readers and two packets.                                             *)
Queues2 ==
  [reader1 |-> Call(Read(1, "INFINITE")), reader2 |-> Call(Read(1, "INFINITE")),
   queue1 |-> Call(Queue(1, 1, 1)), queue2 |-> Call(Queue(1, 2, 2))]

(* What comes to a port, whose last handle is closed.                       *)
PacketsAndClose ==
  [reader1 |-> Call(Read(1, "INFINITE")), reader2 |-> Call(Read(1, "PAST")),
   trigger1 |-> Call(Trigger(2, 5)), trigger2 |-> Call(Trigger(2, 6)), ack |-> Call(Ack(2)),
   queue |-> Call(Queue(1, 1, 1)), close |-> Call(Close(1))]

(* An unbound interrupt, and two threads that wait for it.                  *)
Waiters2 ==
  [waiter1 |-> Call(Wait(2)), waiter2 |-> Call(Wait(2)),
   trigger1 |-> Call(Trigger(2, 5)), trigger2 |-> Call(Trigger(2, 6)),
   destroy |-> Call(Destroy(2)), bind |-> Call(Bind(2, 1, Key))]

(* The smallest that shows who is forgotten there.                          *)
Waiter1 == [waiter |-> Call(Wait(2)), trigger |-> Call(Trigger(2, 5))]

(* An unbound interrupt that two threads bind.                              *)
Binds2 ==
  [bind1 |-> Call(Bind(2, 1, Key)), bind2 |-> Call(Bind(2, 1, Key)),
   reader |-> Call(Read(1, "INFINITE")), trigger |-> Call(Trigger(2, 5)), ack |-> Call(Ack(2)),
   close |-> Call(Close(1))]

(* A bound interrupt and a reader.                                          *)
Reader1 ==
  [reader |-> Call(Read(1, "INFINITE")),
   trigger1 |-> Call(Trigger(2, 5)), trigger2 |-> Call(Trigger(2, 6)), ack |-> Call(Ack(2)),
   destroy |-> Call(Destroy(2))]

(* A handle that is used, replaced and closed at once.                      *)
OneHandle ==
  [replace1 |-> Call(Replace(2, {"SAME_RIGHTS"}, 3)),
   replace2 |-> Call(Replace(2, {"SAME_RIGHTS"}, 4)),
   close1 |-> Call(Close(2)), close2 |-> Call(Close(2)), trigger |-> Call(Trigger(2, 5)),
   reader |-> Call(Read(1, "INFINITE"))]

(* Three packets fill a port.                                               *)
FewPackets == [floor |-> 3, k2049 |-> 3, k4097 |-> 4]
==============================================================================
