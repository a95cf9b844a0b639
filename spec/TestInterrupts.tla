---------------------------- MODULE TestInterrupts -----------------------------
(* Tests of Interrupts, Triggers, Waiting and Binding.                      *)
EXTENDS Triggers, Waiting, Binding

LOCAL V == Variants["reference"]
LOCAL K18 == Variants["zircon-2018"]
LOCAL K20 == Variants["zircon-2020"]
LOCAL Taking(choice, alternative) == [Variants["reference"] EXCEPT ![choice] = {alternative}]

(* Object 1 is a port, object 2 an interrupt, bound to it with key 7 or not. *)
LOCAL World(interrupt, unread) ==
  [EmptyKernel EXCEPT !.objects = <<[NewPort(TRUE) EXCEPT !.interrupts = unread], interrupt>>]
LOCAL BoundOne == [NewInterrupt EXCEPT !.binding = <<[port |-> 1, key |-> 7]>>]
LOCAL Unarmed(timestamps) == [BoundOne EXCEPT !.arm = "sent", !.remembered = timestamps]
LOCAL Packet(timestamp) == [source |-> 2, key |-> 7, timestamp |-> timestamp]

LOCAL On(op, args) == [InProgress(op, args, "effect", <<>>) EXCEPT !.objects = <<2>>]
LOCAL Trigger(v, k, timestamp) ==
  InterruptTrigger(v, k, "T", On("interrupt_trigger", [timestamp |-> timestamp]))
LOCAL Ack(v, k) == InterruptAck(v, k, "T", On("interrupt_ack", <<>>))
LOCAL Wait(v, k) == InterruptWait(v, k, "T", On("interrupt_wait", [null |-> FALSE]))
LOCAL Destroy(v, k) == InterruptDestroy(v, k, "T", On("interrupt_destroy", <<>>))
LOCAL Bind(v, k) ==
  InterruptBind(v, k, "T", [On("interrupt_bind", [key |-> 7]) EXCEPT !.objects = <<2, 1>>])

LOCAL Gives(results, status, k) ==
  \A r \in results : r.call.reply.status = status /\ r.kernel = k
LOCAL Statuses(results) == {r.call.reply.status : r \in results}
LOCAL Kernels(results) == {r.kernel : r \in results}

(* Armed: one packet, then none until an ack.                               *)
ASSUME Gives(Trigger(V, World(BoundOne, <<>>), 3), "OK", World(Unarmed(<<>>), <<Packet(3)>>))
ASSUME Gives(Trigger(V, World(Unarmed(<<>>), <<Packet(3)>>), 4), "OK",
             World(Unarmed(<<4>>), <<Packet(3)>>))
(* Of several the first, the last, or each.                                 *)
ASSUME \A a \in {"first", "last", "each"} :
         Gives(Trigger(Taking("C-coalesce", a), World(Unarmed(<<4>>), <<>>), 5), "OK",
               World(Unarmed(CASE a = "first" -> <<4>> [] a = "last" -> <<5>> [] OTHER -> <<4, 5>>),
                     <<>>))
(* Timestamp 0 is one like any other, but not to the kernel.                *)
ASSUME Gives(Trigger(V, World(Unarmed(<<>>), <<>>), 0), "OK", World(Unarmed(<<0>>), <<>>))
ASSUME Gives(Trigger(K18, World(Unarmed(<<>>), <<>>), 0), "OK", World(Unarmed(<<>>), <<>>))

(* Ack: arms, or delivers what waits, whether or not the last was read.     *)
ASSUME Gives(Ack(V, World(Unarmed(<<>>), <<Packet(3)>>)), "OK", World(BoundOne, <<Packet(3)>>))
ASSUME Gives(Ack(V, World(Unarmed(<<4>>), <<>>)), "OK", World(Unarmed(<<>>), <<Packet(4)>>))
ASSUME Gives(Ack(V, World(Unarmed(<<4>>), <<Packet(3)>>)), "OK",
             World(Unarmed(<<>>), <<Packet(3), Packet(4)>>))
ASSUME Gives(Ack(K18, World(Unarmed(<<4>>), <<Packet(3)>>)), "BAD_STATE",
             World(Unarmed(<<>>), <<Packet(3)>>))
ASSUME Gives(Ack(V, World(NewInterrupt, <<>>)), "BAD_STATE", World(NewInterrupt, <<>>))
ASSUME Statuses(Ack(Doc, World(BoundOne, <<>>))) = {"OK", "BAD_STATE"}

(* Wait takes a trigger, or blocks.                                         *)
ASSUME Gives(Wait(V, World([NewInterrupt EXCEPT !.remembered = <<3>>], <<>>)), "OK",
             World([NewInterrupt EXCEPT !.arm = "early"], <<>>))
ASSUME Kernels(Wait(V, World(NewInterrupt, <<>>)))
         = {World([NewInterrupt EXCEPT !.waiters = {"T"}], <<>>)}
ASSUME Statuses(Wait(V, World([NewInterrupt EXCEPT !.waiters = {"U"}], <<>>))) = {"BAD_STATE"}

(* In the kernels a second waiter is refused, but beside a trigger that may *)
(* be taken, it takes it; one that an unbind left dormant may not be.       *)
LOCAL Waited == [NewInterrupt EXCEPT !.waiters = {"U"}]
LOCAL Left == [Waited EXCEPT !.arm = "early", !.remembered = <<3>>]
ASSUME Statuses(Wait(K18, World(Left, <<>>))) = {"OK"}
ASSUME Statuses(Wait(K20, World(Left, <<>>))) = {"BAD_STATE"}

(* A waiter of the kernels sleeps unless it finds a signal, which a trigger *)
(* gives to a sleeper, if there is one; who takes the trigger takes it.     *)
LOCAL Dozing == [On("interrupt_wait", [null |-> FALSE]) EXCEPT !.at = "dozing"]
LOCAL Triggered == [NewInterrupt EXCEPT !.remembered = <<3>>]
LOCAL Taken == [NewInterrupt EXCEPT !.arm = "early"]
ASSUME {r.call.at : r \in Wait(K18, World(NewInterrupt, <<>>))} = {"dozing"}
ASSUME Kernels(Trigger(K18, World(Waited, <<>>), 3))
         = {World([Triggered EXCEPT !.signalled = TRUE], <<>>)}
ASSUME Kernels(Trigger(K18, World([Waited EXCEPT !.asleep = 2], <<>>), 3))
         = {World([Triggered EXCEPT !.asleep = 2, !.woken = 1], <<>>)}
ASSUME Gives(Wait(K18, World([Triggered EXCEPT !.signalled = TRUE], <<>>)), "OK", World(Taken, <<>>))
ASSUME \A signalled \in BOOLEAN :
         {r.call.at : r \in InterruptDozing(World([NewInterrupt EXCEPT !.signalled = signalled], <<>>),
                                            "T", Dozing)}
           = {IF signalled THEN "effect" ELSE "asleep"}
ASSUME Kernels(Destroy(K18, World([Taken EXCEPT !.asleep = 2], <<>>)))
         = {World([NewInterrupt EXCEPT !.destroyed = TRUE, !.asleep = 2, !.woken = 1], <<>>)}
(* A signal survives a bind: a thread on its way to sleep may still need it, *)
(* and so may one that waits after an unbind.                               *)
ASSUME \A v \in {K18, K20} :
         Kernels(Bind(v, World([Triggered EXCEPT !.signalled = TRUE], <<>>)))
           = {World([BoundOne EXCEPT !.signalled = TRUE,
                                     !.stale = IF v = K20 THEN <<3>> ELSE <<0>>], <<>>)}

(* Bind: once, not while a thread waits, and what came before is forgotten, *)
(* delivered or waits for an ack.                                           *)
ASSUME Gives(Bind(V, World(NewInterrupt, <<>>)), "OK", World(BoundOne, <<>>))
ASSUME Statuses(Bind(V, World(BoundOne, <<>>))) = {"ALREADY_BOUND"}
ASSUME Statuses(Bind(V, World([NewInterrupt EXCEPT !.waiters = {"U"}], <<>>))) = {"BAD_STATE"}
ASSUME Kernels(Bind(Doc, World([NewInterrupt EXCEPT !.remembered = <<3>>], <<>>)))
         = {World(BoundOne, <<>>), World(Unarmed(<<>>), <<Packet(3)>>),
            World([Unarmed(<<3>>) EXCEPT !.arm = "early"], <<>>),
            World([Unarmed(<<3>>) EXCEPT !.arm = "armed"], <<>>)}
ASSUME Kernels(Bind(Taking("C-early-trigger", "delivered-always"),
                    World([NewInterrupt EXCEPT !.remembered = <<3>>, !.arm = "early"], <<>>)))
         = {World(Unarmed(<<>>), <<Packet(3)>>)}

(* Destroy: unread packets go; NOT_FOUND where one was read and not acked.  *)
LOCAL Gone == [BoundOne EXCEPT !.destroyed = TRUE]
ASSUME Gives(Destroy(V, World(Unarmed(<<>>), <<Packet(3)>>)), "OK", World(Gone, <<>>))
ASSUME Gives(Destroy(V, World(Unarmed(<<4>>), <<>>)), "NOT_FOUND", World(Gone, <<>>))
ASSUME Gives(Destroy(V, World(BoundOne, <<>>)), "OK", World(Gone, <<>>))
ASSUME \A results \in {Trigger(V, World(Gone, <<>>), 3), Bind(V, World(Gone, <<>>))} :
         "CANCELED" \in Statuses(results)
ASSUME \A b \in {"kept", "cleared"} :
         Kernels(Destroy(Taking("C-destroyed-binding", b), World(BoundOne, <<>>)))
           = {World([Gone EXCEPT !.binding = IF b = "kept" THEN @ ELSE <<>>], <<>>)}

(* What is remembered stays so when a trigger of time 0 comes to the kernel. *)
ASSUME Gives(Trigger(K18, World(Unarmed(<<4>>), <<>>), 0), "OK", World(Unarmed(<<4>>), <<>>))

(* Whatever becomes of a trigger that came before, the bind answers OK.     *)
ASSUME \A arm \in {"armed", "early"} :
         Statuses(Bind(Doc, World([Triggered EXCEPT !.arm = arm], <<>>))) = {"OK"}
ASSUME Gives(Bind(Taking("C-unbound-pending", "dormant"),
                  World([Triggered EXCEPT !.arm = "early"], <<>>)), "OK",
             World([Unarmed(<<3>>) EXCEPT !.arm = "early"], <<>>))

(* All waiters are released, each once, whatever comes next.                *)
LOCAL All == Taking("C-release", "all")
LOCAL Two == World([NewInterrupt EXCEPT !.waiters = {"T", "U"}], <<>>)
LOCAL Waiting(t, k) ==
  InterruptWaiting(All, k, t, [On("interrupt_wait", [null |-> FALSE]) EXCEPT !.at = "waiting"])
LOCAL Released(ts) ==
  [NewInterrupt EXCEPT !.released = {[thread |-> t, timestamp |-> 3] : t \in ts}]
ASSUME Gives(Trigger(All, Two, 3), "OK", World(Released({"T", "U"}), <<>>))
ASSUME \A t \in {"T", "U"} :
         LET went == Waiting(t, World(Released({"T", "U"}), <<>>))
         IN  /\ Gives(went, "OK", World(Released({"T", "U"} \ {t}), <<>>))
             /\ {r.call.reply.timestamp : r \in went} = {3}
ASSUME Waiting("T", World([Released({"U"}) EXCEPT !.waiters = {"T"}], <<>>)) = {}
ASSUME \A k \in Kernels(Trigger(All, World([Released({"T"}) EXCEPT !.waiters = {"V"}], <<>>), 4)) :
         {r.timestamp : r \in k.objects[2].released} \subseteq {3, 4}
           /\ \E r \in k.objects[2].released : r.thread = "T" /\ r.timestamp = 3

(* A sleeper that was woken goes on, one for each signal.                   *)
LOCAL Asleep(k) ==
  InterruptAsleep(k, "T", [On("interrupt_wait", [null |-> FALSE]) EXCEPT !.at = "asleep"])
ASSUME Asleep(World([Triggered EXCEPT !.asleep = 1], <<>>)) = {}
ASSUME Kernels(Asleep(World([Triggered EXCEPT !.asleep = 2, !.woken = 1], <<>>)))
         = {World([Triggered EXCEPT !.asleep = 1, !.woken = 0], <<>>)}

(* One that finds a signal takes it.                                        *)
ASSUME Kernels(InterruptDozing(World([NewInterrupt EXCEPT !.signalled = TRUE], <<>>), "T", Dozing))
         = {World(NewInterrupt, <<>>)}
(* Who waits is armed by that, unless a trigger is remembered.              *)
ASSUME Kernels(Wait(V, World(Taken, <<>>)))
         = {World([NewInterrupt EXCEPT !.waiters = {"T"}], <<>>)}
ASSUME Kernels(Wait(Taking("C-unbound-pending", "dormant"),
                    World([Taken EXCEPT !.remembered = <<3>>], <<>>)))
         = {World([Taken EXCEPT !.remembered = <<3>>, !.waiters = {"T"}], <<>>)}
(* A waiter that will look again is no longer counted when the interrupt is *)
(* destroyed; any other goes itself.                                        *)
ASSUME \A v \in {V, K18} :
         {k.objects[2].waiters : k \in Kernels(Destroy(v, World(Waited, <<>>)))}
           = {IF v = K18 THEN {} ELSE {"U"}}
(* Destroy where nothing was read since the bind, and where something was.  *)
ASSUME \A a \in {"OK", "NOT_FOUND"} :
         LET v == Taking("C-destroy-nothing-read", a)
         IN  /\ Statuses(Destroy(v, World([BoundOne EXCEPT !.arm = "early"], <<>>))) = {a}
             /\ Statuses(Destroy(v, World(Unarmed(<<>>), <<>>))) = {"NOT_FOUND"}

(* Closing the last handle destroys, and always answers OK.                 *)
ASSUME \A i \in {BoundOne, Unarmed(<<>>), Gone, NewInterrupt} :
         LET closed == CloseInterrupt(V, World(i, <<>>), 2)
         IN  Statuses(closed) = {"OK"} /\ \A k \in Kernels(closed) : k.objects[2].destroyed

(* Unbind brings back what the bind forgot, and it is stale no more.        *)
LOCAL Unbind(v, k) ==
  InterruptUnbind(v, k, "T", [On("interrupt_unbind", <<>>) EXCEPT !.objects = <<2, 1>>])
ASSUME Gives(Unbind(K20, World([BoundOne EXCEPT !.stale = <<3>>], <<>>)), "OK",
             World([NewInterrupt EXCEPT !.remembered = <<3>>], <<>>))
ASSUME Gives(Unbind(K20, World(Unarmed(<<4>>), <<Packet(3)>>)), "OK",
             World([NewInterrupt EXCEPT !.remembered = <<4>>, !.arm = "early"], <<>>))
ASSUME Gives(Unbind(Taking("C-unbind", "repends"), World(Unarmed(<<>>), <<Packet(3)>>)), "OK",
             World([NewInterrupt EXCEPT !.remembered = <<3>>], <<>>))
(* One that is not bound has no packet anywhere.                            *)
ASSUME ~Queued(World(NewInterrupt, <<Packet(3)>>), 2) /\ Queued(World(BoundOne, <<Packet(3)>>), 2)

(* Nothing is stale of what is destroyed.                                   *)
ASSUME Kernels(Destroy(V, World([BoundOne EXCEPT !.stale = <<3>>, !.remembered = <<4>>], <<>>)))
         = {World(Gone, <<>>)}

(* A trigger that the kernel loses beside an unread packet answers OK.      *)
ASSUME Gives(Trigger(Taking("C-trigger-unread", "lost"), World(BoundOne, <<Packet(3)>>), 4), "OK",
             World(Unarmed(<<>>), <<Packet(3)>>))

(* Without a waiter, whom a trigger releases is no question.                *)
ASSUME Gives(Trigger(All, World(NewInterrupt, <<>>), 3), "OK", World(Triggered, <<>>))

(* A bind may arm what a wait has left unarmed, and then forgets a trigger  *)
(* that came before; or leave it so.                                        *)
ASSUME \A a \in {"armed", "not-armed"} :
         Kernels(Bind(Taking("C-early-wait", a), World(Taken, <<>>)))
           = {World([BoundOne EXCEPT !.arm = IF a = "armed" THEN "armed" ELSE "early"], <<>>)}
ASSUME Gives(Bind(Taking("C-unbound-pending", "live"),
                  World([Triggered EXCEPT !.arm = "early"], <<>>)), "OK",
             World([BoundOne EXCEPT !.arm = "early"], <<>>))
==============================================================================
