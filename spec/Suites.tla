------------------------------- MODULE Suites --------------------------------
(***************************************************************************)
(* What is tried: for each scene, the calls that set it up and the stimuli *)
(* that may be made in each of its states.  The suites of traces walk the  *)
(* quiescent states of a scene; a model may walk all its states.           *)
(*                                                                         *)
(* A bound on a scene is a bound on its stimuli, never on its states.      *)
(***************************************************************************)
EXTENDS Stimuli

(* No reader waits for ever on the port of h.                               *)
LOCAL NoneForEver(k, calls, h) ==
  \A t \in DOMAIN calls :
    calls[t].at = "waiting" /\ calls[t].op = "port_wait"
      /\ calls[t].objects[1] = k.handles[h].object
    => calls[t].args.deadline # "INFINITE"

(***************************************************************************)
(* interrupt: one interrupt, one port, readers and waiters                 *)
(***************************************************************************)
LOCAL InterruptStimuli(k, calls) ==
  {Bind(2, 1, 1), Ack(2), Destroy(2), Read(1, "INFINITE"), Wait(2)}
  \union When(MayTrigger(k, 2), {Trigger(2, ts) : ts \in 0 .. 2})
  \union When(MayQueue(k, 1, 2), {Queue(1, key, 2 - key) : key \in 1 .. 2})

(***************************************************************************)
(* unbind: the same, in kernels that can unbind an interrupt again          *)
(***************************************************************************)
LOCAL UnbindStimuli(k, calls) ==
  InterruptStimuli(k, calls) \union
  {Unbind(2, 1)}

(***************************************************************************)
(* probes: what tells kernels apart, with few states: no reader blocks      *)
(***************************************************************************)
LOCAL ProbeStimuli(k, calls) ==
  {s \in UnbindStimuli(k, calls) : s.op \notin {"port_queue", "port_wait"}}
  \union {Read(1, "PAST")}

(***************************************************************************)
(* errors: every fault of every call, alone and in pairs                   *)
(* 1 port, 2 plain port, 3 interrupt, 4 event, 5 port without rights,      *)
(* 6 interrupt without rights, 7 event without rights, 8 a handle closed   *)
(***************************************************************************)
LOCAL ErrorsSetup ==
  <<CreatePort(1, Bindable), CreatePort(2, {}), CreateInterrupt(3), CreateEvent(4),
    Duplicate(1, {"TRANSFER"}, 5), Duplicate(3, {"TRANSFER"}, 6), Duplicate(4, {"TRANSFER"}, 7),
    Duplicate(4, {"SAME_RIGHTS"}, 8), Close(8)>>

LOCAL AnyHandle == 0 .. 8

LOCAL ErrorsOfInterrupts ==
  {Main("interrupt_bind", [inth |-> i, porth |-> p, key |-> 1, options |-> options]) :
     i \in AnyHandle, p \in AnyHandle, options \in {{}, {"UNBIND"}, {"BIT5"}}}
  \union {Ack(h) : h \in AnyHandle} \union {Destroy(h) : h \in AnyHandle}
  \union {Main("interrupt_trigger", [inth |-> h, options |-> options, timestamp |-> 1]) :
            h \in AnyHandle, options \in {{}, {"BIT0"}}}
  \union {Reader("interrupt_wait", [inth |-> h, null |-> null]) :
            h \in AnyHandle, null \in BOOLEAN}
  \union {Main("interrupt_create", [src_obj |-> h, src_num |-> 0, options |-> options,
                                    out |-> 9, null |-> null]) :
            h \in {0, 1, 4, 8}, options \in {{}, {"VIRTUAL", "REMAP_IRQ"}}, null \in BOOLEAN}
  \union {Main("interrupt_create", [src_obj |-> 0, src_num |-> 0, options |-> {"VIRTUAL"},
                                    out |-> 9, null |-> TRUE])}

LOCAL ErrorsOfPorts ==
  {Main("port_create", [options |-> options, out |-> 9, null |-> null]) :
     options \in {{"BIT1"}, {"BIND_TO_INTERRUPT", "BIT1"}}, null \in BOOLEAN}
  \union {Main("port_create", [options |-> {}, out |-> 9, null |-> TRUE])}
  \union {Main("event_create", [options |-> options, out |-> 9, null |-> TRUE]) :
            options \in {{}, {"BIT3"}}}
  \union {Queue(h, 1, 1) : h \in AnyHandle \ {1, 2}}
  \union {Main("port_queue", [porth |-> h, key |-> 0, payload |-> 0, null |-> TRUE]) :
            h \in AnyHandle}
  \union {Reader("port_wait", [porth |-> h, deadline |-> "PAST", null |-> null]) :
            h \in AnyHandle, null \in BOOLEAN}

LOCAL ErrorsOfHandles ==
  {Duplicate(h, rights, 9) : h \in {0, 5, 8}, rights \in {{}, {"READ"}, {"SAME_RIGHTS"}}}
  \union {Duplicate(1, rights, 9) : rights \in {{"EXECUTE"}, {"READ", "BIT30"}}}
  \union {Replace(h, {}, 9) : h \in {0, 8}} \union {Close(0), Close(8)}

(* The interrupt is fresh, bound, destroyed, or both, and has no trigger.   *)
LOCAL ErrorsStimuli(k, calls) ==
  {s \in ErrorsOfInterrupts \union ErrorsOfPorts \union ErrorsOfHandles :
     /\ s.op = "interrupt_trigger" /\ s.args.inth = 3 /\ s.args.options = {} =>
          Live(k, 3) /\ ObjectAt(k, 3).destroyed
     /\ s.op = "interrupt_wait" /\ s.args.inth = 3 =>
          Live(k, 3) /\ (ObjectAt(k, 3).destroyed \/ ObjectAt(k, 3).binding # <<>>)}

(***************************************************************************)
(* deadlines: readers with deadlines past, finite, infinite, on a port     *)
(* that may be closed                                                      *)
(***************************************************************************)
(* Which of several readers gets a packet is free: they are alike only when *)
(* their deadlines are.                                                     *)
LOCAL DeadlineStimuli(k, calls) ==
  {Read(1, d) : d \in {e \in {"PAST", "FINITE", "INFINITE"} :
                  e = "PAST" \/ \A t \in DOMAIN calls : calls[t].args.deadline = e}}
  \union {Ack(2), Bind(2, 1, 1)}
  \union When(MayQueue(k, 1, 1), {Queue(1, 1, 1)})
  \union When(MayTrigger(k, 2), {Trigger(2, 1)})
  \union When(Live(k, 1) /\ NoneForEver(k, calls, 1), {Close(1)})
  \union {Reader("port_wait", [porth |-> 1, deadline |-> d, null |-> TRUE]) :
            d \in {"PAST"}}

(***************************************************************************)
(* handles: one interrupt and one port, whose handles are closed,          *)
(* duplicated with fewer rights and replaced                               *)
(***************************************************************************)
LOCAL HandleStimuli(k, calls) ==
  {Bind(i, p, 1) : i \in {2, 4}, p \in {1, 3}}
  \union {Ack(2), Ack(4), Destroy(4), Trigger(2, 1), Trigger(4, 2),
          Read(1, "FINITE"), Read(3, "FINITE"), Wait(2), Close(2), Close(4)}
  \union {Queue(p, 1, 1) : p \in {q \in {1, 3} : MayQueue(k, q, 1)}}
  \union {Close(p) : p \in {1, 3}}
  \union {Duplicate(h, rights, h + 2) : h \in {1, 2} \ {g \in {1, 2} : Live(k, g + 2)},
            rights \in {{"SAME_RIGHTS"}, {"READ", "DUPLICATE"}}}
  \union {Replace(h + 2, rights, h) : h \in {1, 2} \ {g \in {1, 2} : Live(k, g)},
            rights \in {{"SAME_RIGHTS"}, {"WRITE"}, {"EXECUTE"}}}

LOCAL HandlesBounded(k, calls) ==
  {s \in HandleStimuli(k, calls) :
     /\ s.op = "interrupt_trigger" => MayTrigger(k, s.args.inth)
     /\ s.op = "handle_close" => Live(k, s.args.handle)}

(***************************************************************************)
(* pairs: two interrupts and two ports; one interrupt has a second handle   *)
(***************************************************************************)
LOCAL PairStimuli(k, calls) ==
  {Bind(3, 1, 1), Bind(4, 1, 2), Bind(4, 2, 2), Ack(3), Ack(4), Destroy(3), Destroy(4)}
  \union When(MayTrigger(k, 3), {Trigger(3, 1)})
  \union When(Unread(k, 4) < 1, {Trigger(4, 2)})
  \union {Read(p, "INFINITE") : p \in {1, 2}}
  \union When(MayQueue(k, 1, 1), {Queue(1, 1, 1)})
  \union When(Live(k, 5), {Close(5)})
  \union When(Live(k, 5), {Replace(5, {"READ", "SIGNAL"}, 6)})
  \union When(Live(k, 6), {Close(6)})
  \union When(~Live(k, 5) /\ ~Live(k, 6), {Duplicate(3, {"SAME_RIGHTS"}, 5)})

(***************************************************************************)
(* capacity: a port is filled; an interrupt still delivers to a full one    *)
(***************************************************************************)
LOCAL CapacityStimuli(k, calls) ==
  LET full == Live(k, 1) /\ Len(ObjectAt(k, 1).packets) \in {Capacity.k2049, Capacity.k4097}
  IN  {Queue(1, 1, 1)} \union When(full /\ Unread(k, 2) < 1, {Trigger(2, 1)})

(***************************************************************************)
(* replace: a handle_replace that fails, and whether its source is left    *)
(***************************************************************************)
LOCAL ReplaceStimuli == {Replace(1, {"EXECUTE"}, 2), Queue(1, 1, 1)}

(***************************************************************************)
(* fill: how many packets a port holds                                     *)
(***************************************************************************)
LOCAL FillStimuli == {Queue(1, 1, 1)}

(***************************************************************************)
(* The scenes                                                              *)
(***************************************************************************)
LOCAL Pair == <<CreatePort(1, Bindable), CreateInterrupt(2)>>

Setup(scene) ==
  CASE scene \in {"interrupt", "unbind", "probes", "deadlines", "handles"} -> Pair
    [] scene = "errors"   -> ErrorsSetup
    [] scene \in {"replace", "fill"} -> <<CreatePort(1, {})>>
    [] scene = "pairs"    -> <<CreatePort(1, Bindable), CreatePort(2, Bindable),
                               CreateInterrupt(3), CreateInterrupt(4)>>
    [] scene = "capacity" -> Append(Pair, Bind(2, 1, 1))

Stimuli(scene, k, calls) ==
  CASE scene = "interrupt" -> InterruptStimuli(k, calls)
    [] scene = "unbind"    -> UnbindStimuli(k, calls)
    [] scene = "probes"    -> ProbeStimuli(k, calls)
    [] scene = "errors"    -> ErrorsStimuli(k, calls)
    [] scene = "deadlines" -> DeadlineStimuli(k, calls)
    [] scene = "handles"   -> HandlesBounded(k, calls)
    [] scene = "pairs"     -> PairStimuli(k, calls)
    [] scene = "capacity"  -> CapacityStimuli(k, calls)
    [] scene = "replace"   -> ReplaceStimuli
    [] scene = "fill"      -> FillStimuli

(* How many readers a scene has, and the scenes of each suite.              *)
Readers ==
  "interrupt" :> 3 @@ "unbind" :> 2 @@ "probes" :> 2 @@ "replace" :> 0 @@ "fill" :> 0 @@ "errors" :> 1 @@ "deadlines" :> 2 @@ "handles" :> 1 @@ "pairs" :> 2
    @@ "capacity" :> 0
SuiteScenes ==
  "small" :> <<"interrupt", "errors", "deadlines">>
    @@ "full" :> <<"interrupt", "errors", "deadlines", "handles", "pairs", "capacity">>

Initial(v, scene) == RunAll(v, EmptyKernel, Setup(scene))
==============================================================================
