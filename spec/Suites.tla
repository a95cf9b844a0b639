------------------------------- MODULE Suites --------------------------------
(***************************************************************************)
(* What is tried, scene by scene.  A scene is one record:                  *)
(*                                                                         *)
(* setup    the stimuli that set it up, in their order                     *)
(* readers  how many threads there are beside "main"                       *)
(* suites   the suites that it belongs to                                  *)
(* stimuli  those that may be made in kernel k, with these calls in        *)
(*          progress: thread -> call                                       *)
(*                                                                         *)
(* The suites of traces walk the quiescent states of a scene; a model may  *)
(* walk all its states.  A bound on a scene is a bound on its stimuli,     *)
(* never on its states.                                                    *)
(***************************************************************************)
EXTENDS Stimuli

LOCAL SceneOf(setup, readers, suites, stimuli) ==
  [setup |-> setup, readers |-> readers, suites |-> suites, stimuli |-> stimuli]

LOCAL Pair == <<CreatePort(1, Bindable), CreateInterrupt(2)>>

(***************************************************************************)
(* interrupt: one interrupt, one port, readers and waiters                 *)
(***************************************************************************)
LOCAL InterruptStimuli(k) ==
  {Bind(2, 1, 1), Ack(2), Destroy(2), Read(1, "INFINITE"), Wait(2)}
  \union When(MayTrigger(k, 2), {Trigger(2, ts) : ts \in 0 .. 2})
  \union When(MayQueue(k, 1, 2), {Queue(1, key, 2 - key) : key \in 1 .. 2})

LOCAL InterruptScene(k) == SceneOf(Pair, 3, {"quick", "small", "full", "complete"}, InterruptStimuli(k))

(***************************************************************************)
(* unbind: the same, in kernels that can unbind an interrupt again          *)
(***************************************************************************)
LOCAL UnbindScene(k) == SceneOf(Pair, 2, {}, InterruptStimuli(k) \union {Unbind(2, 1)})

(***************************************************************************)
(* probes: what tells kernels apart, with few states: nobody blocks on the *)
(* port                                                                    *)
(***************************************************************************)
LOCAL ProbesScene(k) ==
  SceneOf(Pair, 2, {},
    {s \in InterruptStimuli(k) : s.op \notin {"port_queue", "port_wait"}}
    \union {Unbind(2, 1), Read(1, "PAST")})

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
  \union {Main("interrupt_create", [src_obj |-> 0, src_num |-> 0, out |-> 9, null |-> FALSE,
                                    options |-> {"VIRTUAL", option}]) :
            option \in {"TIMESTAMP_MONO", "WAKE_VECTOR"}}

LOCAL ErrorsOfPorts ==
  {Main("port_create", [options |-> options, out |-> 9, null |-> null]) :
     options \in {{"BIT1"}, {"BIND_TO_INTERRUPT", "BIT1"}}, null \in BOOLEAN}
  \union {Main("port_create", [options |-> {}, out |-> 9, null |-> TRUE])}
  \union {Main("event_create", [options |-> options, out |-> 9, null |-> TRUE]) :
            options \in {{}, {"BIT3"}}}
  \union {Main("event_create", [options |-> {"BIT3"}, out |-> 9, null |-> FALSE])}
  \union {Queue(h, 1, 1) : h \in AnyHandle \ {1, 2}}
  \union {Main("port_queue", [porth |-> h, key |-> 0, payload |-> 0, null |-> TRUE]) :
            h \in AnyHandle}
  \union {Reader("port_wait", [porth |-> h, deadline |-> "PAST", null |-> null]) :
            h \in AnyHandle, null \in BOOLEAN}

LOCAL ErrorsOfHandles ==
  {Duplicate(h, rights, 9) : h \in {0, 5, 8}, rights \in {{}, {"READ"}, {"SAME_RIGHTS"}}}
  \union {Duplicate(1, rights, 9) : rights \in {{"EXECUTE"}, {"READ", "BIT30"}}}
  \union {Replace(h, {}, 9) : h \in {0, 8}} \union {Close(0), Close(8)}

LOCAL Errors == ErrorsOfInterrupts \union ErrorsOfPorts \union ErrorsOfHandles

(* The interrupt is fresh, bound, destroyed, or both, and has no trigger;   *)
(* another comes about only where interrupt_create has further options.     *)
LOCAL ErrorsScene(k) ==
  SceneOf(ErrorsSetup, 1, {"quick", "small", "full"},
    {s \in Errors :
       /\ s.op = "interrupt_create" => ~Live(k, 9)
       /\ s.op = "interrupt_trigger" /\ s.args.inth = 3 /\ s.args.options = {} =>
            Live(k, 3) /\ ObjectAt(k, 3).destroyed
       /\ s.op = "interrupt_wait" /\ s.args.inth = 3 =>
            Live(k, 3) /\ (ObjectAt(k, 3).destroyed \/ Bound(ObjectAt(k, 3)))})

(***************************************************************************)
(* deadlines: readers with deadlines past, finite, infinite, on a port     *)
(* that may be closed                                                      *)
(***************************************************************************)
(* Which of several readers gets a packet is free: they are alike only when *)
(* their deadlines are.                                                     *)
LOCAL AlikeReaders(calls) ==
  {Read(1, d) : d \in {e \in {"FINITE", "INFINITE"} :
                        \A t \in DOMAIN calls : calls[t].args.deadline = e}}

(* A reader that waits for ever would never hear of the close.              *)
LOCAL NoneForEver(calls) == \A t \in DOMAIN calls : calls[t].args.deadline # "INFINITE"

LOCAL DeadlinesScene(k, calls) ==
  SceneOf(Pair, 2, {"quick", "small", "full", "complete"},
    {Ack(2), Bind(2, 1, 1), Read(1, "PAST"), [Read(1, "PAST") EXCEPT !.args.null = TRUE]}
    \union AlikeReaders(calls)
    \union When(MayQueue(k, 1, 1), {Queue(1, 1, 1)})
    \union When(MayTrigger(k, 2), {Trigger(2, 1)})
    \union When(Live(k, 1) /\ NoneForEver(calls), {Close(1)}))

(* Whether there is no trigger that nobody has heard of yet.                *)
LOCAL IsQuiet(k, h) == Live(k, h) /\ Unread(k, h) < 1 /\ ObjectAt(k, h).remembered = <<>>

(***************************************************************************)
(* refused: calls that fail, each kind of refusal, where what they left    *)
(* behind would show                                                       *)
(* 1 port, 2 interrupt, 3 event, 4 port without rights, 5 interrupt        *)
(* without rights, 6 plain port, 8 a handle closed                         *)
(***************************************************************************)
LOCAL RefusedSetup ==
  <<CreatePort(1, Bindable), CreateInterrupt(2), CreateEvent(3), Duplicate(1, {"TRANSFER"}, 4),
    Duplicate(2, {"TRANSFER"}, 5), CreatePort(6, {}), Duplicate(3, {"SAME_RIGHTS"}, 8), Close(8)>>

LOCAL Refused ==
  {Bind(i, 1, 2) : i \in {3, 5, 8}} \union {Bind(2, p, 2) : p \in {2, 4, 6, 8}}
  \union {Main("interrupt_bind", [inth |-> 2, porth |-> 1, key |-> 2, options |-> {"BIT5"}]),
          Main("interrupt_trigger", [inth |-> 2, options |-> {"BIT0"}, timestamp |-> 2]),
          Main("port_queue", [porth |-> 1, key |-> 0, payload |-> 0, null |-> TRUE]),
          [Read(1, "PAST") EXCEPT !.args.null = TRUE]}
  \union UNION {{Ack(h), Destroy(h), Trigger(h, 2), Wait(h)} : h \in {1, 3, 5, 8}}
  \union UNION {{Queue(h, 2, 2), Read(h, "PAST")} : h \in {3, 4, 8}}
  \union {Queue(2, 2, 2), Read(2, "PAST")}
  \union {Duplicate(h, {"SAME_RIGHTS"}, 9) : h \in {4, 5, 8}}
  \union {Duplicate(h, {"EXECUTE"}, 9) : h \in {1, 2}}
  \union {[Duplicate(h, {"SAME_RIGHTS"}, 9) EXCEPT !.args.null = TRUE] : h \in {1, 2}}
  \union {Close(0), Close(8), Replace(8, {"SAME_RIGHTS"}, 9)}

LOCAL RefusedScene(k) ==
  SceneOf(RefusedSetup, 1, {"small", "full"},
    {Bind(2, 1, 1), Ack(2), Destroy(2), Read(1, "PAST")}
    \union When(Live(k, 2) /\ Bound(ObjectAt(k, 2)), {Bind(2, 1, 2)})
    \union When(Live(k, 2) /\ ObjectAt(k, 2).remembered # <<>>,
               {Wait(2), [Wait(2) EXCEPT !.args.null = TRUE]})
    \union When(IsQuiet(k, 2), {Trigger(2, 1)})
    \union When(MayQueue(k, 1, 1), {Queue(1, 1, 1)})
    \union {Close(h) : h \in {g \in {2, 5} : Live(k, g)}}
    \union {s \in Refused : "inth" \in DOMAIN s.args /\ s.args.inth \in {2, 5} => Live(k, s.args.inth)})

(***************************************************************************)
(* shared: two interrupts on one port                                      *)
(***************************************************************************)
LOCAL SharedScene(k) ==
  SceneOf(<<CreatePort(1, Bindable), CreateInterrupt(2), CreateInterrupt(3)>>, 1,
    {"small", "full"},
    UNION {{Bind(i, 1, i), Ack(i), Destroy(i)} : i \in {2, 3}}
    \union {Trigger(i, i) : i \in {j \in {2, 3} : IsQuiet(k, j)}}
    \union {Read(1, "INFINITE")}
    \union When(MayQueue(k, 1, 1), {Queue(1, 1, 1)}))

(***************************************************************************)
(* inthandles: one interrupt, 2, with a second handle, 4, of all rights or *)
(* of few, or replaced                                                     *)
(***************************************************************************)
LOCAL IntHandlesScene(k) ==
  SceneOf(Pair, 1, {"small", "full"},
    {Read(1, "PAST"), Wait(2)}
    \union UNION {{Bind(i, 1, 1), Ack(i), Destroy(i)} : i \in {j \in {2, 4} : Live(k, j)}}
    \union {Trigger(i, 1) : i \in {j \in {2, 4} : IsQuiet(k, j)}}
    \union {Close(i) : i \in {j \in {2, 4} : Live(k, j)}}
    \union When(Live(k, 2) /\ ~Live(k, 4),
               {Duplicate(2, rights, 4) : rights \in {{"SAME_RIGHTS"}, {"READ", "DUPLICATE"}}})
    \union When(Live(k, 4) /\ ~Live(k, 2),
               {Replace(4, rights, 2) : rights \in {{"SAME_RIGHTS"}, {"WRITE"}}})
    \union When(Live(k, 4), {Replace(4, {"EXECUTE"}, 9),
                             [Replace(4, {"SAME_RIGHTS"}, 9) EXCEPT !.args.null = TRUE]}))

(***************************************************************************)
(* porthandles: one port, 1, with a second handle, 3, likewise             *)
(***************************************************************************)
LOCAL PortHandlesScene(k) ==
  SceneOf(Pair, 1, {"small", "full"},
    {Ack(2)}
    \union UNION {{Bind(2, p, 1), Read(p, "FINITE"), Close(p)} : p \in {q \in {1, 3} : Live(k, q)}}
    \union {Queue(p, 1, 1) : p \in {q \in {1, 3} : Live(k, q) /\ MayQueue(k, q, 1)}}
    \union When(IsQuiet(k, 2), {Trigger(2, 1)})
    \union When(Live(k, 1) /\ ~Live(k, 3),
               {Duplicate(1, rights, 3) : rights \in {{"SAME_RIGHTS"}, {"READ", "DUPLICATE"}}})
    \union When(Live(k, 3) /\ ~Live(k, 1),
               {Replace(3, rights, 1) : rights \in {{"SAME_RIGHTS"}, {"WRITE"}}}))

(***************************************************************************)
(* backlog: many packets that nobody has read, of a user or an interrupt    *)
(***************************************************************************)
LOCAL BacklogScene(k) ==
  LET users == IF Live(k, 1) THEN Len(ObjectAt(k, 1).packets) ELSE 0
  IN  SceneOf(Append(Pair, Bind(2, 1, 1)), 1, {"small", "full"},
        {Read(1, "PAST")}
        \union When(users < 40 /\ Unread(k, 2) = 0, {Queue(1, 1, 1)})
        \union When(users \in {0, 40}, {Ack(2)})
        \union When(Live(k, 2) /\ users \in {0, 40} /\ Unread(k, 2) < 12
                     /\ ObjectAt(k, 2).arm = "armed", {Trigger(2, 1)}))

(***************************************************************************)
(* handles: one interrupt and one port, whose handles are closed,          *)
(* duplicated with fewer rights and replaced: 1 and 3 are of the port, 2   *)
(* and 4 of the interrupt                                                  *)
(***************************************************************************)
LOCAL HandlesScene(k) ==
  SceneOf(Pair, 1, {"full"},
    {Bind(i, p, 1) : i \in {2, 4}, p \in {1, 3}}
    \union {Ack(2), Ack(4), Destroy(4), Read(1, "FINITE"), Read(3, "FINITE"), Wait(2)}
    \union {Trigger(i, i \div 2) : i \in {h \in {2, 4} : MayTrigger(k, h)}}
    \union {Queue(p, 1, 1) : p \in {h \in {1, 3} : MayQueue(k, h, 1)}}
    \union {Close(h) : h \in {g \in 1 .. 4 : Live(k, g)}}
    \union {Duplicate(h, rights, h + 2) : h \in {g \in {1, 2} : ~Live(k, g + 2)},
              rights \in {{"SAME_RIGHTS"}, {"READ", "DUPLICATE"}}}
    \union {Replace(h + 2, rights, h) : h \in {g \in {1, 2} : ~Live(k, g)},
              rights \in {{"SAME_RIGHTS"}, {"WRITE"}, {"EXECUTE"}}})

(***************************************************************************)
(* pairs: two interrupts, 3 and 4, and two ports, 1 and 2; interrupt 3 may *)
(* have a second handle, 5 or, replaced, 6                                 *)
(***************************************************************************)
LOCAL PairsSetup ==
  <<CreatePort(1, Bindable), CreatePort(2, Bindable), CreateInterrupt(3), CreateInterrupt(4)>>

LOCAL PairsScene(k) ==
  SceneOf(PairsSetup, 2, {"full"},
    {Bind(3, 1, 1), Bind(4, 1, 2), Bind(4, 2, 2), Ack(3), Ack(4), Destroy(3), Destroy(4),
     Read(1, "INFINITE"), Read(2, "INFINITE")}
    \union When(MayTrigger(k, 3), {Trigger(3, 1)})
    \union When(Unread(k, 4) < 1, {Trigger(4, 2)})
    \union When(MayQueue(k, 1, 1), {Queue(1, 1, 1)})
    \union When(Live(k, 5), {Close(5), Replace(5, {"READ", "SIGNAL"}, 6)})
    \union When(Live(k, 6), {Close(6)})
    \union When(~Live(k, 5) /\ ~Live(k, 6), {Duplicate(3, {"SAME_RIGHTS"}, 5)}))

(***************************************************************************)
(* capacity: a port is filled; an interrupt still delivers to one that is   *)
(* full, or has room for one packet only; and one that took more than it    *)
(* holds is read                                                            *)
(***************************************************************************)
LOCAL HasRoomFor(k, n) ==
  Live(k, 1) /\ Len(ObjectAt(k, 1).packets) + n \in {Capacity.k2049, Capacity.k4097}

LOCAL IsOverfull(k) == Live(k, 1) /\ Len(ObjectAt(k, 1).packets) = Capacity.k2049 + 1

LOCAL CapacityScene(k) ==
  SceneOf(Append(Pair, Bind(2, 1, 1)), 1, {"full"},
    {Queue(1, 1, 1)}
    \union When(HasRoomFor(k, 0) \/ HasRoomFor(k, 1),
                {Ack(2)} \union When(Unread(k, 2) < 1, {Trigger(2, 1)}))
    \union When(HasRoomFor(k, 0) \/ IsOverfull(k), {Read(1, "PAST")}))

(***************************************************************************)
(* replace: a handle_replace that fails, and whether its source is left;   *)
(* and whether an event has a right                                        *)
(***************************************************************************)
LOCAL ReplaceScene(k) ==
  SceneOf(<<CreatePort(1, {}), CreateEvent(3)>>, 0, {},
    {Replace(1, {"EXECUTE"}, 2), Queue(1, 1, 1)}
    \union When(~Live(k, 4), {Duplicate(3, {"READ"}, 4)}))

(***************************************************************************)
(* fill: how many packets a port holds                                     *)
(***************************************************************************)
LOCAL FillScene == SceneOf(<<CreatePort(1, {})>>, 0, {}, {Queue(1, 1, 1)})

(***************************************************************************)
(* All of them                                                             *)
(***************************************************************************)
(* In the order in which a suite has them.                                  *)
SceneNames ==
  <<"interrupt", "errors", "deadlines", "refused", "shared", "inthandles", "porthandles",
    "backlog", "handles", "pairs", "capacity",
    "unbind", "probes", "replace", "fill">>

Scene(name, k, calls) ==
  CASE name = "interrupt" -> InterruptScene(k)
    [] name = "errors"    -> ErrorsScene(k)
    [] name = "deadlines" -> DeadlinesScene(k, calls)
    [] name = "refused"   -> RefusedScene(k)
    [] name = "shared"    -> SharedScene(k)
    [] name = "inthandles" -> IntHandlesScene(k)
    [] name = "porthandles" -> PortHandlesScene(k)
    [] name = "backlog"   -> BacklogScene(k)
    [] name = "handles"   -> HandlesScene(k)
    [] name = "pairs"     -> PairsScene(k)
    [] name = "capacity"  -> CapacityScene(k)
    [] name = "unbind"    -> UnbindScene(k)
    [] name = "probes"    -> ProbesScene(k)
    [] name = "replace"   -> ReplaceScene(k)
    [] name = "fill"      -> FillScene

(* The scene before it is set up: what its state does not bear on is known. *)
Unopened(name) == Scene(name, EmptyKernel, <<>>)

SuiteNames == UNION {Unopened(SceneNames[n]).suites : n \in DOMAIN SceneNames}

ScenesOf(suite) ==
  LET Has(name) == suite \in Unopened(name).suites IN SelectSeq(SceneNames, Has)
==============================================================================
