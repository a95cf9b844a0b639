---------------------------- MODULE PropertiesPorts ---------------------------
(***************************************************************************)
(* Safety of ports, step by step: port_queue and port_wait.                *)
(***************************************************************************)
EXTENDS PropertiesInterrupts, Symmetries

Ports == OfType(kernel, "port")

(***************************************************************************)
(* Queueing                                                                *)
(***************************************************************************)
(* R-port-queue *)
QueuesAtTheEnd ==
  [][\A t \in Threads : Given(Answers(t, "port_queue", "OK"),
       LET packet == [key |-> calls[t].args.key, payload |-> calls[t].args.payload]
       IN  Becomes([kernel EXCEPT !.objects[Subject(t)].packets = Append(@, packet)]))]_vars

(* User packets come and go by port_queue, port_wait and the last close     *)
(* alone: the packets of interrupts have a queue of their own.              *)
(* R-dedicated-queue *)
QueuesAreApart ==
  [][\A p \in Ports : Given(Remains(p) /\ After(p).packets # Object(p).packets,
       /\ After(p).interrupts = Object(p).interrupts
       /\ \E t \in Threads : /\ calls'[t] # calls[t]
                             /\ \/ calls[t].at = "closing"
                                \/ InFlight(t) /\ calls[t].op \in {"port_queue", "port_wait"})]_vars

(* Only user packets fill a port.                                           *)
(* R-port-queue-full R-dedicated-queue *)
WithinCapacity ==
  variant["C-capacity"] = {"2049"} =>
    \A p \in Ports : Given(Object(p).packets # <<>>, Len(Object(p).packets) <= Capacity.k2049)

(***************************************************************************)
(* Reading                                                                 *)
(***************************************************************************)
Reads(t, type) == Answers(t, "port_wait", "OK") /\ calls'[t].reply.packet.type = type

(* R-port-wait-interrupt R-fifo *)
ReadsFirstInterrupt ==
  [][\A t \in Threads : Given(Reads(t, "INTERRUPT"),
       LET p     == Subject(t)
           queue == Object(p).interrupts
       IN  /\ queue # <<>>
           /\ calls'[t].reply.packet = [type |-> "INTERRUPT", key |-> Head(queue).key,
                                        timestamp |-> Head(queue).timestamp]
           /\ Becomes([kernel EXCEPT !.objects[p].interrupts = Tail(@)]))]_vars

(* R-port-wait-user R-priority R-fifo *)
ReadsUserLast ==
  [][\A t \in Threads : Given(Reads(t, "USER"),
       LET p     == Subject(t)
           queue == Object(p).packets
       IN  /\ Object(p).interrupts = <<>>
           /\ queue # <<>>
           /\ calls'[t].reply.packet = [type |-> "USER", key |-> Head(queue).key,
                                        payload |-> Head(queue).payload]
           /\ Becomes([kernel EXCEPT !.objects[p].packets = Tail(@)]))]_vars

LOCAL IsPrefix(s, t) == Len(s) <= Len(t) /\ SubSeq(t, 1, Len(s)) = s

LOCAL HasNull(c) == "null" \in DOMAIN c.args /\ c.args.null

(* R-fifo R-priority *)
KeptUntilRead ==
  [][\A t \in Threads, p \in Ports :
       Given(/\ InFlight(t) /\ calls'[t] # calls[t]
             /\ calls[t].op \in Keeping /\ ~HasNull(calls[t])
             /\ Remains(p) /\ ~Empty(Object(p)),
         /\ kernel.handles = [h \in DOMAIN kernel.handles |-> kernel'.handles[h]]
         /\ ~(Finishes(t) /\ calls[t].op = "port_wait" /\ Status(t) = "OK") =>
               /\ IsPrefix(Object(p).interrupts, After(p).interrupts)
               /\ IsPrefix(Object(p).packets, After(p).packets))]_vars

(* R-port-wait-blocks *)
ReaderBlocksOnEmpty ==
  [][\A t \in Threads : Given(EffectOf(t, "port_wait") /\ calls'[t].at \in {"waiting", "dozing"},
       Empty(Object(Subject(t))) /\ calls[t].args.deadline # "PAST")]_vars

BlockedReader(t) == calls[t].at = "waiting" /\ calls[t].op = "port_wait"

(* A reader that waits goes on if there is a packet, or its deadline has    *)
(* passed, or its port was closed and says so: and in no other case.        *)
(* R-packet-wakes-reader R-port-wait-blocks R-port-wait-timed-out *)
ReaderGoesOn ==
  \A t \in Threads : Given(BlockedReader(t),
    LET port == Object(Subject(t))
    IN  ~Empty(port) \/ calls[t].args.deadline = "PASSED" \/ port.state = "CANCELED"
          <=> Moves(t) # {})

(* R-port-wait-timed-out *)
TimesOutAtDeadline ==
  [][\A t \in Threads : Given(Answers(t, "port_wait", "TIMED_OUT"),
       /\ calls[t].args.deadline \in {"PAST", "PASSED"}
       /\ calls[t].at = "effect" => Empty(Object(Subject(t))))]_vars

(* R-port-wait-invalid-args *)
NullPacketIsRefused ==
  [][\A t \in Threads :
       Given(Finishes(t) /\ calls[t].op = "port_wait" /\ calls[t].args.null,
             Status(t) # "OK")]_vars
==============================================================================
