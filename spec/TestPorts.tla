------------------------------- MODULE TestPorts -------------------------------
(* Tests of Ports.                                                          *)
EXTENDS Ports

LOCAL V == Variants["reference"]
LOCAL User(key) == [key |-> key, payload |-> 0]
LOCAL Of(o, timestamp) == [source |-> o, key |-> o, timestamp |-> timestamp]
LOCAL With(packets, interrupts) ==
  [handles |-> <<>>,
   objects |-> <<[NewPort(TRUE) EXCEPT !.packets = packets, !.interrupts = interrupts]>>]
LOCAL On(op, args) == [InProgress(op, args, "effect", <<>>) EXCEPT !.objects = <<1>>]
LOCAL Wait(deadline) == On("port_wait", [porth |-> 9, deadline |-> deadline, null |-> FALSE])
LOCAL Queue == On("port_queue", [porth |-> 9, key |-> 4, payload |-> 0, null |-> FALSE])
LOCAL Only(results) == CHOOSE r \in results : results = {r}
LOCAL Waits(v, k, c) == Only(PortWait(v, k, "T", c))
LOCAL Status(r) == r.call.reply.status

ASSUME Empty(NewPort(FALSE)) /\ ~Empty(With(<<User(1)>>, <<>>).objects[1])

(* Interrupt packets go first, each queue in order.                         *)
ASSUME LET r == Waits(V, With(<<User(1)>>, <<Of(2, 5), Of(3, 6)>>), Wait("PAST"))
       IN  /\ r.call.reply.packet = [type |-> "INTERRUPT", key |-> 2, timestamp |-> 5]
           /\ r.kernel = With(<<User(1)>>, <<Of(3, 6)>>)
           /\ {"R-priority", "R-fifo"} \subseteq r.by
ASSUME LET r == Waits(V, With(<<User(1), User(2)>>, <<>>), Wait("INFINITE"))
       IN  r.call.reply.packet.key = 1 /\ r.kernel = With(<<User(2)>>, <<>>)

(* An empty port: TIMED_OUT past the deadline, else the reader waits.       *)
ASSUME Status(Waits(V, With(<<>>, <<>>), Wait("PAST"))) = "TIMED_OUT"
ASSUME \A d \in {"FINITE", "INFINITE"} : Waits(V, With(<<>>, <<>>), Wait(d)).call.at = "waiting"
ASSUME PortWaiting(V, With(<<>>, <<>>), "T", Wait("FINITE")) = {}
ASSUME {Status(r) : r \in PortWaiting(V, With(<<User(1)>>, <<>>), "T", Wait("PAST"))}
         = {"OK", "TIMED_OUT"}

(* A full port refuses user packets, and no others.                         *)
ASSUME Status(Only(PortQueue(V, With(<<>>, <<Of(2, 1), Of(2, 2), Of(2, 3)>>), "T", Queue))) = "OK"
ASSUME Status(Only(PortQueue(V, With(<<User(1), User(1)>>, <<>>), "T", Queue))) = "SHOULD_WAIT"
ASSUME {Status(r) : r \in PortQueue(Doc, With(<<User(1), User(1)>>, <<>>), "T", Queue)}
         = {"OK", "SHOULD_WAIT"}

(* Only the packets of one interrupt are removed.                           *)
ASSUME RemovePackets(With(<<User(1)>>, <<Of(2, 1), Of(3, 1), Of(2, 2)>>), 1, 2)
         = With(<<User(1)>>, <<Of(3, 1)>>)

(* The last handle goes: user packets go with it, interrupt packets stay.   *)
ASSUME LET k == Only(ClosePort(V, With(<<User(1)>>, <<Of(2, 1)>>), 1)).kernel
       IN  k.objects[1].packets = <<>> /\ k.objects[1].interrupts = <<Of(2, 1)>>
           /\ {Status(r) : r \in PortQueue(V, k, "T", Queue)} = {"BAD_STATE"}
==============================================================================
