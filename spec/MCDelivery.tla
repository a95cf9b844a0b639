----------------------------- MODULE MCDelivery ------------------------------
(***************************************************************************)
(* Delivery by itself: two interrupts, a reader and user packets, and what *)
(* whoever relies on that page may rely on.                                *)
(***************************************************************************)
EXTENDS Delivery, Occasions

(* Delivery bounds nothing; here few triggers and packets wait at a time.   *)
Few ==
  /\ \A i \in Interrupts : Len(remembered[i]) <= 2
  /\ Len(unread) <= 2 /\ Len(others) <= 1

MCSpec == Init /\ [][Next /\ Few']_vars

Packets == [source: Interrupts, key: Keys, timestamp: Times]

Shape ==
  /\ \A i \in Interrupts :
       /\ armed[i] \in BOOLEAN /\ remembered[i] \in Seq(Times)
       /\ binding[i] = <<>> \/ binding[i] \in {<<key>> : key \in Keys}
  /\ destroyed \subseteq Interrupts
  /\ unread \in Seq(Packets) /\ others \in Seq(Others)
  /\ \A r \in Readers : given[r] = <<>> \/ given[r][1] \in [key: Keys, timestamp: Times]

(* A trigger that is remembered waits for an ack, or for interrupt_wait.    *)
(* R-rearm-needed *)
NothingWaitsOnArmed ==
  \A i \in Interrupts : Given(armed[i], Bound(i) /\ remembered[i] = <<>>)

(* R-destroy-unread R-packet-key *)
UnreadIsOfLiveBinding ==
  \A n \in DOMAIN unread :
    Given(TRUE, /\ unread[n].source \notin destroyed
                /\ binding[unread[n].source] = <<unread[n].key>>)

(* R-bind-once *)
BoundOnce ==
  [][\A i \in Interrupts : Given(Bound(i), binding'[i] = binding[i] \/ i \in destroyed')]_vars

Sent(i) == Len(unread') > Len(unread) /\ unread'[Len(unread')].source = i

(* A packet comes of an armed interrupt, or of a trigger that was           *)
(* remembered and is then no longer; and there is none until an ack.        *)
(* R-packet-delivered R-rearm-needed R-rearm-pending *)
OnePacketATrigger ==
  [][\A i \in Interrupts : Given(Sent(i),
       /\ ~armed'[i]
       /\ \/ armed[i] /\ remembered' = remembered
          \/ /\ remembered[i] # <<>> /\ remembered'[i] = Tail(remembered[i])
             /\ unread'[Len(unread')].timestamp = Head(remembered[i]))]_vars

(* R-destroy *)
DestroyedSendsNothing ==
  [][\A i \in destroyed : Given(TRUE, i \in destroyed' /\ ~Sent(i))]_vars

(* While interrupts' packets are unread, no other is read.                  *)
(* R-priority *)
InterruptsFirst ==
  [][Given(unread # <<>>, others' \in {others, <<>>} \/ Len(others') > Len(others))]_vars
==============================================================================
