------------------------- MODULE PropertiesInterrupts -------------------------
(***************************************************************************)
(* Safety of interrupts, step by step: bind, trigger, ack, wait, destroy.  *)
(* What a whole history must be like is in PropertiesHistories.             *)
(***************************************************************************)
EXTENDS PropertiesHandles

Interrupts == OfType(kernel, "interrupt")

(* The queue of the port that o is bound to, before and after a step.       *)
QueueOf(o) == Object(PortOf(Object(o))).interrupts
QueueAfter(o) == After(PortOf(After(o))).interrupts
PacketOf(o, key, timestamp) == [source |-> o, key |-> key, timestamp |-> timestamp]

(* The step puts exactly one packet into the port, with the key of the bind *)
(* and this timestamp, and o is then not armed.                             *)
Delivers(o, timestamp) ==
  /\ After(PortOf(After(o))).interrupts =
       Append(Object(PortOf(After(o))).interrupts,
              PacketOf(o, After(o).binding[1].key, timestamp))
  /\ After(o).arm = "sent"

(* The effect of a call on an interrupt that is not destroyed: on any, on   *)
(* one that is bound, on one that is not.  An interrupt whose last handle   *)
(* was closed meanwhile may be gone with the call.                          *)
OnLive(t, op) ==
  /\ EffectOf(t, op) /\ Found(Subject(t), calls[t].faults = <<>>)
  /\ Remains(Subject(t)) /\ ~Object(Subject(t)).destroyed
OnBound(t, op) == OnLive(t, op) /\ Bound(Object(Subject(t)))
OnUnbound(t, op) == OnLive(t, op) /\ ~Bound(Object(Subject(t)))

(***************************************************************************)
(* Bind                                                                    *)
(***************************************************************************)
(* R-bind R-bind-return *)
BindBinds ==
  [][\A t \in Threads : EffectOf(t, "interrupt_bind") /\ Found(Subject(t), Remains(Subject(t))) =>
       LET c     == calls[t]
           binds == /\ ~Bound(Object(Subject(t)))
                    /\ After(Subject(t)).binding = <<[port |-> c.objects[2], key |-> c.args.key]>>
       IN  Given(Status(t) = "OK", binds) /\ (Status(t) # "OK" => ~binds)]_vars

(* Bound at most once, and to one port: only destroying ends a binding.     *)
(* R-bind-once R-bind-single-port R-bind-already-bound *)
BindingStays ==
  [][\A o \in Interrupts : Given(Remains(o) /\ Bound(Object(o)),
       \/ After(o).binding = Object(o).binding
       \/ After(o).binding = <<>> /\ After(o).destroyed)]_vars

(* R-bind-port-option *)
BoundToBindable ==
  \A o \in Interrupts : Given(Bound(Object(o)), Object(PortOf(Object(o))).bindable)

(* R-bind-waiting *)
NobodyWaitsOnBound ==
  \A o \in Interrupts : Given(Object(o).waiters # {}, ~Bound(Object(o)))

(***************************************************************************)
(* Trigger                                                                 *)
(***************************************************************************)
(* Neither an unread packet nor a port full of user packets makes a         *)
(* difference.                                                              *)
(* R-packet-delivered R-packet-key R-packet-timestamp R-dedicated-queue *)
ArmedTriggerDelivers ==
  [][\A t \in Threads :
       Given(OnBound(t, "interrupt_trigger") /\ Object(Subject(t)).arm = "armed",
             Status(t) = "OK" /\ Delivers(Subject(t), calls[t].args.timestamp))]_vars

(* No packet, but it is remembered that there was a trigger, with whatever  *)
(* timestamp.                                                               *)
(* R-rearm-needed *)
UnarmedTriggerIsRemembered ==
  [][\A t \in Threads :
       Given(OnBound(t, "interrupt_trigger") /\ Object(Subject(t)).arm # "armed",
         LET o == Subject(t)
         IN  /\ Status(t) = "OK"
             /\ QueueAfter(o) = QueueOf(o)
             /\ After(o).remembered # <<>>
             /\ Range(After(o).remembered) \subseteq
                  Range(Object(o).remembered) \union {calls[t].args.timestamp})]_vars

(* R-trigger-unbound *)
UnboundTriggerIsRemembered ==
  [][\A t \in Threads : Given(OnUnbound(t, "interrupt_trigger"),
       /\ Status(t) = "OK"
       /\ \/ After(Subject(t)).remembered # <<>>
          \/ After(Subject(t)).released # {})]_vars

(* A packet is queued for an armed interrupt, by an ack with a trigger      *)
(* remembered, or by a bind that finds one: nothing else sends.             *)
(* R-rearm-needed R-rearm-pending *)
OnlyTheseSend ==
  [][\A p \in OfType(kernel, "port") :
       Given(Remains(p) /\ Len(After(p).interrupts) > Len(Object(p).interrupts),
         \E t \in Threads :
            /\ TakesEffect(t)
            /\ LET i == Object(Subject(t))
               IN  \/ calls[t].op = "interrupt_trigger" /\ i.arm = "armed"
                   \/ calls[t].op \in {"interrupt_ack", "interrupt_bind"} /\ i.remembered # <<>>
            )]_vars

(***************************************************************************)
(* Ack                                                                     *)
(***************************************************************************)
(* R-rearm R-early-ack *)
AckArms ==
  [][\A t \in Threads :
       Given(/\ OnBound(t, "interrupt_ack") /\ Object(Subject(t)).arm # "armed"
             /\ Object(Subject(t)).remembered = <<>>,
         LET o == Subject(t)
         IN  Status(t) = "OK" /\ After(o).arm = "armed" /\ QueueAfter(o) = QueueOf(o))]_vars

(* Whether or not the packet before has been read.                          *)
(* R-rearm-pending R-early-ack *)
AckDeliversPending ==
  [][\A t \in Threads :
       Given(OnBound(t, "interrupt_ack") /\ Object(Subject(t)).remembered # <<>>,
         LET o == Subject(t)
         IN  /\ Status(t) = "OK"
             /\ Delivers(o, Head(Object(o).remembered))
             /\ After(o).remembered = Tail(Object(o).remembered))]_vars

(***************************************************************************)
(* Wait                                                                    *)
(***************************************************************************)
GaveTime(t, timestamp) ==
  calls'[t].reply = IF calls[t].args.null THEN [status |-> "OK"]
                    ELSE [status |-> "OK", timestamp |-> timestamp]

(* R-wait *)
WaitConsumes ==
  [][\A t \in Threads : Given(Answers(t, "interrupt_wait", "OK") /\ Remains(Subject(t)),
       LET o == Subject(t)
           i == Object(o)
       IN  \/ \E r \in i.released : /\ r.thread = t /\ GaveTime(t, r.timestamp)
                                    /\ After(o).released = i.released \ {r}
           \/ /\ i.remembered # <<>> /\ GaveTime(t, Head(i.remembered))
              /\ After(o).remembered = Tail(i.remembered))]_vars

(* R-wait-blocks *)
WaitBlocksWithoutTrigger ==
  [][\A t \in Threads :
       Given(EffectOf(t, "interrupt_wait") /\ calls'[t].at \in {"waiting", "dozing"},
         Object(Subject(t)).remembered = <<>> /\ After(Subject(t)).arm = "armed")]_vars

Waits(t) == calls[t].at = "waiting" /\ calls[t].op = "interrupt_wait"
Sleeps(t) == calls[t].at = "asleep" /\ calls[t].op = "interrupt_wait"

(* R-trigger-waiter R-destroy-waiter *)
WaiterGoesOn ==
  \A t \in Threads : Given(Waits(t) \/ Sleeps(t),
    LET i == Object(Subject(t))
    IN  i.remembered # <<>> \/ i.destroyed \/ (\E r \in i.released : r.thread = t)
          <=> Moves(t) # {})

(* R-wait-canceled R-destroy-waiter *)
WaiterOfDestroyedIsCanceled ==
  \A t \in Threads : Waits(t) =>
    LET i == Object(Subject(t))
    IN  Given(i.destroyed /\ (\A r \in i.released : r.thread # t),
          \A m \in Moves(t) : m.call = [at |-> "done", reply |-> [status |-> "CANCELED"]])

(***************************************************************************)
(* Destroy                                                                 *)
(***************************************************************************)
(* R-destroy R-destroy-not-found *)
DestroyDestroys ==
  [][\A t \in Threads :
       Given(/\ EffectOf(t, "interrupt_destroy") /\ Status(t) \in {"OK", "NOT_FOUND"}
             /\ Remains(Subject(t)),
             After(Subject(t)).destroyed)]_vars

(* R-destroy R-destroy-unread R-destroy-not-found *)
DestroyReply ==
  [][\A t \in Threads : OnBound(t, "interrupt_destroy") =>
       LET o == Subject(t)
       IN  /\ Object(o).arm = "armed" \/ Queued(kernel, o) => Status(t) = "OK"
           /\ Given(Object(o).arm = "sent" /\ ~Queued(kernel, o), Status(t) = "NOT_FOUND")]_vars

(* R-bind-canceled R-trigger-canceled R-wait-canceled R-ack-canceled *)
DestroyedForEver ==
  [][\A o \in Interrupts : Given(Remains(o) /\ Object(o).destroyed,
       After(o).destroyed /\ After(o).remembered = <<>>)]_vars

(* Whatever is queued is of an interrupt that lives, is bound there, and    *)
(* has that key.                                                            *)
(* R-destroy-unread R-packet-key R-bind-single-port *)
QueuedIsOfLiveBinding ==
  \A p \in OfType(kernel, "port") : \A n \in DOMAIN Object(p).interrupts :
    LET packet == Object(p).interrupts[n]
    IN  Given(TRUE,
          /\ packet.source \in Interrupts
          /\ ~Object(packet.source).destroyed
          /\ Object(packet.source).binding = <<[port |-> p, key |-> packet.key]>>)
==============================================================================
