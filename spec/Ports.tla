-------------------------------- MODULE Ports --------------------------------
(***************************************************************************)
(* Port objects: port_create, port_queue, port_wait.                       *)
(*                                                                         *)
(* bindable   created with BIND_TO_INTERRUPT                               *)
(* packets    user packets [key, payload], in order of arrival             *)
(* interrupts interrupt packets [source, key, timestamp], likewise         *)
(* state      "open"; once its last handle is closed, "silent" or          *)
(*            "CANCELED": what its blocked readers get                     *)
(* count, asleep, woken: where readers wait for a count of packets         *)
(*            ("C-reader-wake"), that count less the readers who wait for  *)
(*            it, how many sleep, and how many of these have been woken    *)
(***************************************************************************)
EXTENDS Kernel

(* The numbers of user packets that "C-capacity" speaks of: [floor, k2049,  *)
(* k4097]; models set them small.                                           *)
CONSTANT Capacity

NewPort(bindable) ==
  [type |-> "port", bindable |-> bindable, packets |-> <<>>, interrupts |-> <<>>,
   state |-> "open", count |-> 0, asleep |-> 0, woken |-> 0]

(* One more than that count; more packets than readers may ever wait for    *)
(* are not told apart.                                                      *)
LOCAL MostCounted == 2
LOCAL OneMore(count) == IF count < MostCounted THEN count + 1 ELSE count

(* The port once one more packet was counted: a sleeper is woken if the     *)
(* count says that one waits.                                               *)
LOCAL Post(v, port) ==
  IF "count" \notin v["C-reader-wake"] THEN port
  ELSE [port EXCEPT !.count = OneMore(@),
                    !.woken = IF port.count < 0 /\ port.asleep > @ THEN @ + 1 ELSE @]

QueueInterrupt(v, k, p, packet) ==
  SetObject(k, p, Post(v, [k.objects[p] EXCEPT !.interrupts = Append(@, packet)]))

(* The kernel without the unread packets of interrupt o.                    *)
RemovePackets(k, p, o) ==
  LET Other(packet) == packet.source # o
  IN  [k EXCEPT !.objects[p].interrupts = SelectSeq(@, Other)]

Empty(port) == port.packets = <<>> /\ port.interrupts = <<>>

(***************************************************************************)
(* port_create(options)                                                    *)
(***************************************************************************)
PortCreate(v, k, t, c) ==
  Conclude(v, k,
    c.faults \o FaultIf(c.args.null, "INVALID_ARGS", {"R-port-create-invalid-args"}),
    {Reply(Create(k, c.args.out, NewPort("BIND_TO_INTERRUPT" \in c.args.options),
                  DefaultRights.port),
           "OK", {"R-port-create"})})

(***************************************************************************)
(* port_queue(porth, packet)                                               *)
(***************************************************************************)
(* Whether a port with n user packets is full: what may be the case.  An    *)
(* "other" number shows itself by what is taken and what is refused.        *)
LOCAL Full(k, n, alternative) ==
  CASE alternative = "2049"  -> {n >= Capacity.k2049}
    [] alternative = "4097"  -> {n >= Capacity.k4097}
    [] alternative = "other" ->
         When(n >= k.capacity.least, {TRUE})
           \union When(k.capacity.most = <<>> \/ n < k.capacity.most[1], {FALSE})
    [] OTHER -> {FALSE}

(* What is known once a port with n user packets was full, or was not.      *)
LOCAL Shown(k, n, full, alternative) ==
  IF alternative # "other" THEN k
  ELSE IF full THEN [k EXCEPT !.capacity.most = <<n>>]
  ELSE [k EXCEPT !.capacity.least = IF n < @ THEN @ ELSE n + 1]

LOCAL Enqueue(v, k, p, args, by) ==
  Reply(SetObject(k, p, Post(v, [k.objects[p] EXCEPT !.packets =
                                   Append(@, [key |-> args.key, payload |-> args.payload])])),
        "OK", by \union {"R-port-queue"})

LOCAL QueueOpen(v, k, p, args, by) ==
  LET n == Len(k.objects[p].packets)
  IN  UNION {
        {LET tagged == by \union TagIfMet("C-capacity", a)
             shown  == Shown(k, n, full, a)
         IN  IF full THEN Reply(shown, "SHOULD_WAIT", tagged \union {"R-port-queue-full"})
                     ELSE Enqueue(v, shown, p, args, tagged)
         : full \in Full(k, n, a)}
        : a \in Alternatives(v, n >= Capacity.floor, "C-capacity")}

PortQueue(v, k, t, c) ==
  LET p      == c.objects[1]
      closed == Found(p, k.objects[p].state # "open")
      null   == FaultIf(c.args.null, "INVALID_ARGS", {"R-port-queue-invalid-args"})
  IN  UNION {
        Conclude(v, k,
          c.faults \o null \o FaultIf(a \notin {NotMet, "OK"}, a, TagIfMet("C-closed-queue", a)),
          QueueOpen(v, k, p, c.args, TagIfMet("C-closed-queue", a)))
        : a \in Alternatives(v, closed, "C-closed-queue")}

(***************************************************************************)
(* port_wait(porth, deadline)                                              *)
(***************************************************************************)
(* The packet that the next reader gets, and the port without it: interrupt *)
(* packets first, each queue in order of arrival.                           *)
LOCAL FirstOf(port) ==
  IF port.interrupts # <<>>
    THEN LET q == Head(port.interrupts)
         IN  [packet |-> [type |-> "INTERRUPT", key |-> q.key, timestamp |-> q.timestamp],
              port |-> [port EXCEPT !.interrupts = Tail(@)],
              by |-> {"R-port-wait-interrupt", "R-packet-key", "R-packet-timestamp"} \union
                     When(port.packets # <<>>, {"R-priority"})]
    ELSE LET q == Head(port.packets)
         IN  [packet |-> [type |-> "USER", key |-> q.key, payload |-> q.payload],
              port |-> [port EXCEPT !.packets = Tail(@)],
              by |-> {"R-port-wait-user", "R-port-queue"}]

LOCAL Dequeue(v, k, p, null, by) ==
  LET first == FirstOf(k.objects[p])
      order == When(Len(k.objects[p].interrupts) > 1 \/ Len(k.objects[p].packets) > 1,
                    {"R-fifo"})
  IN  CASE null = "late"  -> Reply(k, "INVALID_ARGS",
                                   by \union {"R-port-wait-invalid-args",
                                              "R-failure-changes-nothing"})
        [] null = "loses" -> Reply(SetObject(k, p, first.port), "INVALID_ARGS",
                                   by \union {"R-port-wait-invalid-args"})
        [] OTHER -> Done(SetObject(k, p, first.port),
                         [status |-> "OK", packet |-> first.packet],
                         by \union first.by \union order)

LOCAL Null(v, c) == Alternatives(v, c.args.null, "C-null-packet")

(* "PAST" is a deadline that had passed when the call was made, "PASSED"    *)
(* one that has passed since, if only after the call took its next step.    *)
LOCAL Over(c) == c.args.deadline \in {"PAST", "PASSED"}

(* In what ways a call that finds the port empty blocks.  One that only a   *)
(* packet wakes does nothing in between, so that it is all the same when    *)
(* its deadline passed.                                                     *)
LOCAL Blocks(v, c) ==
  CASE c.args.deadline = "PAST"   -> {}
    [] c.args.deadline = "PASSED" -> v["C-reader-wake"] \intersect {"count"}
    [] OTHER -> v["C-reader-wake"]

LOCAL WaitEffect(v, k, p, c, null, by) ==
  IF ~Empty(k.objects[p]) THEN {Dequeue(v, k, p, null, by)}
  ELSE When(Over(c), {Reply(k, "TIMED_OUT", by \union {"R-port-wait-timed-out"})})
       \union {Result(k, [c EXCEPT !.at = IF a = "count" THEN "dozing" ELSE "waiting"],
                      by \union {"R-port-wait-blocks"} \union TagIfOpen(v, "C-reader-wake", a))
               : a \in Blocks(v, c)}

PortWait(v, k, t, c) ==
  LET p == c.objects[1]
  IN  UNION {
        Conclude(v, k,
          c.faults \o FaultIf(null = "early", "INVALID_ARGS",
                              {"R-port-wait-invalid-args"} \union TagIfMet("C-null-packet", null)),
          WaitEffect(v, k, p, c, null, TagIfMet("C-null-packet", null)))
        : null \in Null(v, c)}

(* A reader that found the port empty once.  From its deadline on it may    *)
(* time out, even beside a packet that has come since.                      *)
PortWaiting(v, k, t, c) ==
  LET p    == c.objects[1]
      port == k.objects[p]
      woken == {"R-packet-wakes-reader"}
  IN  When(~Empty(port),
           {Dequeue(v, k, p, null, woken \union TagIfMet("C-null-packet", null))
            : null \in Null(v, c) \ {"early"}})
      \union When(Over(c), {Reply(k, "TIMED_OUT", {"R-port-wait-timed-out"})})
      \union When(port.state = "CANCELED",
                  {Reply(k, "CANCELED", {Tag("C-closed-port", "CANCELED")})})

(* Where readers wait for a count: one that found the port empty takes from *)
(* it, and looks again if there was something to take, or else sleeps.      *)
PortDozing(k, t, c) ==
  LET p    == c.objects[1]
      less == [k EXCEPT !.objects[p].count = @ - 1]
  IN  {IF k.objects[p].count > 0
         THEN Result(less, [c EXCEPT !.at = "effect"], {})
         ELSE Result([less EXCEPT !.objects[p].asleep = @ + 1], [c EXCEPT !.at = "asleep"], {})}

(* A packet woke it, or its deadline: one for which no packet has meant its *)
(* wake-up leaves the sleepers at once, but gives its count back only when  *)
(* it runs.                                                                 *)
PortAsleep(k, t, c) ==
  LET p    == c.objects[1]
      port == k.objects[p]
      gone == [k EXCEPT !.objects[p].asleep = @ - 1]
  IN  When(port.woken > 0,
           {Result([gone EXCEPT !.objects[p].woken = @ - 1], [c EXCEPT !.at = "effect"],
                   {"R-packet-wakes-reader"})})
      \union When(Over(c) /\ port.asleep > port.woken,
                  {Result(gone, [c EXCEPT !.at = "lapsed"], {})})
      \union When(port.state = "CANCELED",
                  {Reply(gone, "CANCELED", {Tag("C-closed-port", "CANCELED")})})

PortLapsed(k, t, c) ==
  {Reply([k EXCEPT !.objects[c.objects[1]].count = OneMore(@)],
         "TIMED_OUT", {"R-port-wait-timed-out"})}

(* The last handle of port p was closed.  Bindings to it stay.              *)
ClosePort(v, k, p) ==
  {Reply([k EXCEPT !.objects[p].state = a,
                   !.objects[p].packets = IF f = "flushed" THEN <<>> ELSE @],
         "OK", {"R-close", Tag("C-closed-port", a)} \union TagIfMet("C-closed-packets", f))
   : a \in v["C-closed-port"],
     f \in Alternatives(v, k.objects[p].packets # <<>>, "C-closed-packets")}
==============================================================================
