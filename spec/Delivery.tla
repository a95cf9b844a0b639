------------------------------- MODULE Delivery --------------------------------
(***************************************************************************)
(* What a user of the document needs to know of delivery, on one page:     *)
(* interrupts that are bound to a port, triggers, packets and acks.  The   *)
(* state machine refines this (Refinement); what it adds is how a call     *)
(* comes to its effect, handles, errors, and waiting.                      *)
(***************************************************************************)
EXTENDS Naturals, Sequences

CONSTANTS Interrupts, Readers, Keys, Times, Others

VARIABLES
  binding,     \* interrupt -> <<>>, or <<key>>
  armed,       \* interrupt -> whether its next trigger is delivered at once
  remembered,  \* interrupt -> the timestamps of triggers that wait
  destroyed,   \* the interrupts that are
  unread,      \* the packets of interrupts in the port, in order
  others,      \* the user packets in the port, in order
  given        \* reader -> <<>>, or what its read has given it

vars == <<binding, armed, remembered, destroyed, unread, others, given>>

Init ==
  /\ binding = [i \in Interrupts |-> <<>>]
  /\ armed = [i \in Interrupts |-> FALSE]
  /\ remembered = [i \in Interrupts |-> <<>>]
  /\ destroyed = {} /\ unread = <<>> /\ others = <<>>
  /\ given = [r \in Readers |-> <<>>]

Bound(i) == binding[i] # <<>>

(* Exactly one packet, and then none until an ack.                          *)
(* R-packet-delivered R-packet-key R-packet-timestamp R-rearm-needed *)
Deliver(i, key, timestamp) ==
  /\ unread' = Append(unread, [source |-> i, key |-> key, timestamp |-> timestamp])
  /\ armed' = [armed EXCEPT ![i] = FALSE]

(* Of several triggers the last, each, or the first.                        *)
Remember(i, timestamp) ==
  /\ \/ remembered' = [remembered EXCEPT ![i] = <<timestamp>>]
     \/ remembered' = [remembered EXCEPT ![i] = Append(@, timestamp)]
     \/ remembered[i] # <<>> /\ UNCHANGED remembered
  /\ UNCHANGED <<armed, unread>>

Forget(i) == remembered' = [remembered EXCEPT ![i] = Tail(@)]

(* What came before is forgotten, delivered, or waits for an ack.           *)
(* R-bind R-bind-once *)
Bind(i, key) ==
  /\ i \notin destroyed /\ ~Bound(i)
  /\ binding' = [binding EXCEPT ![i] = <<key>>]
  /\ \/ /\ remembered' = [remembered EXCEPT ![i] = <<>>]
        /\ \E a \in BOOLEAN : armed' = [armed EXCEPT ![i] = a]
        /\ UNCHANGED unread
     \/ remembered[i] # <<>> /\ Deliver(i, key, Head(remembered[i])) /\ Forget(i)
     \/ remembered[i] # <<>> /\ UNCHANGED <<armed, remembered, unread>>
  /\ UNCHANGED <<destroyed, others, given>>

Trigger(i, timestamp) ==
  /\ i \notin destroyed
  /\ IF armed[i] THEN Deliver(i, binding[i][1], timestamp) /\ UNCHANGED remembered
                 ELSE Remember(i, timestamp)
  /\ UNCHANGED <<binding, destroyed, others, given>>

(* R-rearm R-rearm-pending R-early-ack *)
Ack(i) ==
  /\ i \notin destroyed /\ Bound(i) /\ ~armed[i]
  /\ IF remembered[i] # <<>>
       THEN Deliver(i, binding[i][1], Head(remembered[i])) /\ Forget(i)
       ELSE armed' = [armed EXCEPT ![i] = TRUE] /\ UNCHANGED <<remembered, unread>>
  /\ UNCHANGED <<binding, destroyed, others, given>>

(* interrupt_wait: of an interrupt that is not bound.                       *)
Take(i) ==
  /\ i \notin destroyed /\ ~Bound(i) /\ remembered[i] # <<>>
  /\ Forget(i)
  /\ UNCHANGED <<binding, armed, destroyed, unread, others, given>>

(* R-destroy R-destroy-unread *)
Destroy(i) ==
  LET Other(packet) == packet.source # i
  IN  /\ i \notin destroyed
      /\ destroyed' = destroyed \union {i}
      /\ binding' = [binding EXCEPT ![i] = <<>>]
      /\ armed' = [armed EXCEPT ![i] = FALSE]
      /\ remembered' = [remembered EXCEPT ![i] = <<>>]
      /\ unread' = SelectSeq(unread, Other)
      /\ UNCHANGED <<others, given>>

(* R-port-wait-interrupt R-fifo *)
Read(r) ==
  /\ given[r] = <<>> /\ unread # <<>>
  /\ given' = [given EXCEPT ![r] = <<[key |-> Head(unread).key,
                                      timestamp |-> Head(unread).timestamp]>>]
  /\ unread' = Tail(unread)
  /\ UNCHANGED <<binding, armed, remembered, destroyed, others>>

Return(r) ==
  /\ given[r] # <<>>
  /\ given' = [given EXCEPT ![r] = <<>>]
  /\ UNCHANGED <<binding, armed, remembered, destroyed, unread, others>>

(* User packets come at the end, and go when no interrupt's packet is there; *)
(* or all of them with the port's last handle.                              *)
(* R-dedicated-queue R-priority *)
OthersMove ==
  /\ \/ \E packet \in Others : others' = Append(others, packet)
     \/ others # <<>> /\ unread = <<>> /\ others' = Tail(others)
     \/ others' = <<>>
  /\ UNCHANGED <<binding, armed, remembered, destroyed, unread, given>>

Next ==
  \/ \E i \in Interrupts :
       \/ \E key \in Keys : Bind(i, key)
       \/ \E timestamp \in Times : Trigger(i, timestamp)
       \/ Ack(i) \/ Take(i) \/ Destroy(i)
  \/ \E r \in Readers : Read(r) \/ Return(r)
  \/ OthersMove

Spec == Init /\ [][Next]_vars
==============================================================================
