------------------------------- MODULE Stimuli -------------------------------
(***************************************************************************)
(* What a stimulus is, ways to tell whether one may be made, what comes of *)
(* several in a row, and what releases a blocked call.                     *)
(*                                                                         *)
(* A stimulus is [thread, op, args]: a call that is made, by "main", which *)
(* never blocks, or by "reader", any idle one of the other threads; or, of *)
(* a thread by its name, "expire": the deadline of its call passes.        *)
(***************************************************************************)
EXTENDS Steps

(***************************************************************************)
(* Ways to write a stimulus                                                *)
(***************************************************************************)
Main(op, args) == [thread |-> "main", op |-> op, args |-> args]
Reader(op, args) == [thread |-> "reader", op |-> op, args |-> args]

CreateInterrupt(h) ==
  Main("interrupt_create", [src_obj |-> InvalidHandle, src_num |-> 0, options |-> {"VIRTUAL"},
                            out |-> h, null |-> FALSE])
CreatePort(h, options) ==
  Main("port_create", [options |-> options, out |-> h, null |-> FALSE])
CreateEvent(h) == Main("event_create", [options |-> {}, out |-> h, null |-> FALSE])
Bindable == {"BIND_TO_INTERRUPT"}

Bind(i, p, key) ==
  Main("interrupt_bind", [inth |-> i, porth |-> p, key |-> key, options |-> {}])
Unbind(i, p) ==
  Main("interrupt_bind", [inth |-> i, porth |-> p, key |-> 1, options |-> {"UNBIND"}])
Ack(i) == Main("interrupt_ack", [inth |-> i])
Trigger(i, timestamp) ==
  Main("interrupt_trigger", [inth |-> i, options |-> {}, timestamp |-> timestamp])
Destroy(i) == Main("interrupt_destroy", [inth |-> i])
Queue(p, key, payload) ==
  Main("port_queue", [porth |-> p, key |-> key, payload |-> payload, null |-> FALSE])
Close(h) == Main("handle_close", [handle |-> h])
Duplicate(h, rights, out) ==
  Main("handle_duplicate", [handle |-> h, rights |-> rights, out |-> out, null |-> FALSE])
Replace(h, rights, out) ==
  Main("handle_replace", [handle |-> h, rights |-> rights, out |-> out, null |-> FALSE])
Read(p, deadline) ==
  Reader("port_wait", [porth |-> p, deadline |-> deadline, null |-> FALSE])
Wait(i) == Reader("interrupt_wait", [inth |-> i, null |-> FALSE])

Expiry(t) == [thread |-> t, op |-> "expire", args |-> <<>>]

(***************************************************************************)
(* Whether one may be made, so that there are few states                   *)
(***************************************************************************)
Live(k, h) == h \in DOMAIN k.handles
ObjectAt(k, h) == k.objects[k.handles[h].object]

Unread(k, h) ==
  LET i == ObjectAt(k, h)
      Mine(packet) == packet.source = k.handles[h].object
  IN  IF ~Live(k, h) \/ ~Bound(i) THEN 0
      ELSE Len(SelectSeq(k.objects[PortOf(i)].interrupts, Mine))

(* No more than two unread packets and two remembered triggers.             *)
MayTrigger(k, h) ==
  Live(k, h) => Unread(k, h) < 2 /\ Len(ObjectAt(k, h).remembered) < 2

MayQueue(k, h, n) == Live(k, h) => Len(ObjectAt(k, h).packets) < n

(***************************************************************************)
(* The kernel after stimuli that neither block nor meet a choice, each     *)
(* made when the one before has returned                                   *)
(***************************************************************************)
RECURSIVE Finish(_, _, _)
LOCAL Finish(v, k, c) ==
  IF c.at = "done" THEN k
  ELSE LET r == CHOOSE r \in Steps(v, k, "main", c) : TRUE
       IN  Finish(v, r.kernel, r.call)

RECURSIVE RunAll(_, _, _)
RunAll(v, k, stimuli) ==
  IF stimuli = <<>> THEN k
  ELSE RunAll(v, Finish(v, k, Begin(Head(stimuli).op, Head(stimuli).args)), Tail(stimuli))

(***************************************************************************)
(* What releases the blocked call c of thread t, so that no thread stays   *)
(* behind                                                                  *)
(***************************************************************************)
LOCAL HandlesOf(k, o) == {h \in DOMAIN k.handles : k.handles[h].object = o}
LOCAL HandlesWith(k, o, right) == {h \in HandlesOf(k, o) : right \in k.handles[h].rights}

(* Destroy may ask for WRITE; closing the handles one by one ends as well.  *)
LOCAL ReleaseWaiter(k, o) ==
  LET strong == HandlesWith(k, o, "WRITE")
  IN  IF strong # {} THEN Destroy(CHOOSE h \in strong : TRUE)
                     ELSE Close(CHOOSE h \in HandlesOf(k, o) : TRUE)

Release(k, t, c) ==
  IF c.op = "interrupt_wait" THEN ReleaseWaiter(k, c.objects[1])
  ELSE IF c.args.deadline = "FINITE" THEN Expiry(t)
  ELSE Queue(CHOOSE h \in HandlesWith(k, c.objects[1], "WRITE") : TRUE, 1, 1)
==============================================================================
