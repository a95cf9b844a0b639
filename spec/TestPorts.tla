------------------------------- MODULE TestPorts -------------------------------
(* Tests of Ports.                                                          *)
EXTENDS Ports

LOCAL V == Variants["reference"]
LOCAL User(key) == [key |-> key, payload |-> 0]
LOCAL Of(o, timestamp) == [source |-> o, key |-> o, timestamp |-> timestamp]
LOCAL With(packets, interrupts) ==
  [EmptyKernel EXCEPT !.objects = <<[NewPort(TRUE) EXCEPT !.packets = packets, !.interrupts = interrupts]>>]
LOCAL On(op, args) == [InProgress(op, args, "effect", <<>>) EXCEPT !.objects = <<1>>]
LOCAL Wait(deadline) == On("port_wait", [porth |-> 9, deadline |-> deadline, null |-> FALSE])
LOCAL Queue == On("port_queue", [porth |-> 9, key |-> 4, payload |-> 0, null |-> FALSE])
LOCAL Statuses(results) == {r.call.reply.status : r \in results}
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
ASSUME {Status(r) : r \in PortWaiting(V, With(<<User(1)>>, <<>>), "T", Wait("PASSED"))}
         = {"OK", "TIMED_OUT"}

(* By a count: a packet wakes a sleeper; but if the reader that the count   *)
(* speaks of has lapsed, it wakes nobody, and the next that comes sleeps.   *)
LOCAL K18 == Variants["zircon-2018"]
LOCAL At(at, deadline) == [Wait(deadline) EXCEPT !.at = at]
LOCAL Counted(count, asleep, woken, packets) ==
  [With(packets, <<>>) EXCEPT !.objects[1].count = count, !.objects[1].asleep = asleep,
                              !.objects[1].woken = woken]
ASSUME Waits(K18, With(<<>>, <<>>), Wait("FINITE")).call.at = "dozing"
ASSUME LET r == Only(PortDozing(With(<<>>, <<>>), "T", At("dozing", "FINITE")))
       IN  r.call.at = "asleep" /\ r.kernel = Counted(-1, 1, 0, <<>>)
ASSUME Only(PortQueue(K18, Counted(-1, 1, 0, <<>>), "T", Queue)).kernel
         = Counted(0, 1, 1, <<[User(4) EXCEPT !.payload = 0]>>)
ASSUME Only(PortAsleep(Counted(0, 1, 1, <<User(1)>>), "T", At("asleep", "PASSED"))).call.at = "effect"
ASSUME LET lapsed == Only(PortAsleep(Counted(-1, 1, 0, <<>>), "T", At("asleep", "PASSED")))
           queued == Only(PortQueue(K18, lapsed.kernel, "T", Queue))
           second == Only(PortDozing(queued.kernel, "U", At("dozing", "FINITE")))
       IN  /\ lapsed.call.at = "lapsed"
           /\ second.call.at = "asleep"
           /\ PortAsleep(second.kernel, "U", second.call) = {}
           /\ Status(Only(PortLapsed(second.kernel, "T", lapsed.call))) = "TIMED_OUT"
(* One that has lapsed takes its count back.                                *)
ASSUME Only(PortLapsed(Counted(-2, 1, 0, <<>>), "T", At("lapsed", "PASSED"))).kernel
         = Counted(-1, 1, 0, <<>>)

(* A full port refuses user packets, and no others.                         *)
ASSUME Status(Only(PortQueue(V, With(<<>>, <<Of(2, 1), Of(2, 2), Of(2, 3)>>), "T", Queue))) = "OK"
ASSUME Status(Only(PortQueue(V, With(<<User(1), User(1)>>, <<>>), "T", Queue))) = "SHOULD_WAIT"
ASSUME {Status(r) : r \in PortQueue(Doc, With(<<User(1), User(1)>>, <<>>), "T", Queue)}
         = {"OK", "SHOULD_WAIT"}

(* Another number than the two that are known, once shown, is fixed.        *)
ASSUME LET other == [V EXCEPT !["C-capacity"] = {"other"}]
           five  == <<User(1), User(1), User(1), User(1), User(1)>>
           again(r, packets) ==
             {Status(s) : s \in PortQueue(other, [r.kernel EXCEPT !.objects[1].packets = packets],
                                          "T", Queue)}
       IN  /\ Statuses(PortQueue(other, With(five, <<>>), "T", Queue)) = {"OK", "SHOULD_WAIT"}
           /\ \A r \in PortQueue(other, With(five, <<>>), "T", Queue) :
             IF Status(r) = "OK" THEN again(r, Tail(five)) \union again(r, five) = {"OK"}
             ELSE again(r, five) = {"SHOULD_WAIT"} /\ "OK" \in again(r, Tail(five))

(* Each number to the packet.                                               *)
LOCAL Packets(n) == With([i \in 1 .. n |-> User(1)], <<>>)
LOCAL Most(a, n) ==
  LET v == [V EXCEPT !["C-capacity"] = {a}]
  IN  /\ Statuses(PortQueue(v, Packets(n - 1), "T", Queue)) = {"OK"}
      /\ Statuses(PortQueue(v, Packets(n), "T", Queue)) = {"SHOULD_WAIT"}
ASSUME Most("2049", Capacity.k2049) /\ Most("4097", Capacity.k4097)

(* Only the packets of one interrupt are removed.                           *)
ASSUME RemovePackets(With(<<User(1)>>, <<Of(2, 1), Of(3, 1), Of(2, 2)>>), 1, 2)
         = With(<<User(1)>>, <<Of(3, 1)>>)

(* The last handle goes: user packets go with it, interrupt packets stay.   *)
ASSUME LET k == Only(ClosePort(V, With(<<User(1)>>, <<Of(2, 1)>>), 1)).kernel
       IN  k.objects[1].packets = <<>> /\ k.objects[1].interrupts = <<Of(2, 1)>>
           /\ {Status(r) : r \in PortQueue(V, k, "T", Queue)} = {"BAD_STATE"}

(* Readers of a closed port: those that wait, and those that sleep.         *)
LOCAL Canceled == [Counted(-1, 1, 0, <<>>) EXCEPT !.objects[1].state = "CANCELED"]
ASSUME Statuses(PortWaiting(V, Canceled, "T", Wait("INFINITE"))) = {"CANCELED"}
ASSUME LET r == Only(PortAsleep(Canceled, "T", At("asleep", "INFINITE")))
       IN  Status(r) = "CANCELED" /\ r.kernel.objects[1].asleep = 0
ASSUME \A a \in {"silent", "CANCELED"} :
         LET v == [V EXCEPT !["C-closed-port"] = {a}]
         IN  Only(ClosePort(v, With(<<>>, <<>>), 1)).kernel.objects[1].state = a

(* A null pointer is an error before a packet is there or after; and it may *)
(* cost the packet.                                                         *)
LOCAL Null(when) ==
  PortWait([V EXCEPT !["C-null-packet"] = {when}], With(<<User(1)>>, <<>>), "T",
           [Wait("PAST") EXCEPT !.args.null = TRUE])
ASSUME \A when \in {"early", "late", "loses"} :
         /\ Statuses(Null(when)) = {"INVALID_ARGS"}
         /\ Only(Null(when)).kernel = With(IF when = "loses" THEN <<>> ELSE <<User(1)>>, <<>>)

(* A reader on its way to sleep looks again where something was counted.    *)
ASSUME LET r == Only(PortDozing(Counted(1, 0, 0, <<>>), "T", At("dozing", "FINITE")))
       IN  r.call.at = "effect" /\ r.kernel = Counted(0, 0, 0, <<>>)

(* A packet that nobody waits for wakes nobody; one of two sleepers goes on. *)
ASSUME Only(PortQueue(K18, Counted(0, 1, 0, <<>>), "T", Queue)).kernel.objects[1].woken = 0
ASSUME LET r == Only(PortAsleep(Counted(0, 2, 1, <<User(1)>>), "T", At("asleep", "FINITE")))
       IN  r.kernel = Counted(0, 1, 0, <<User(1)>>)
ASSUME LET r == Only(PortAsleep(Counted(-2, 2, 0, <<>>), "T", At("asleep", "PASSED")))
       IN  r.kernel = Counted(-2, 1, 0, <<>>)
==============================================================================
