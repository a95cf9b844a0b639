------------------------------- MODULE TestSteps -------------------------------
(* Tests of Handles, Steps, Stimuli and Suites.                             *)
EXTENDS Suites

LOCAL V == Variants["reference"]
LOCAL Start == RunAll(V, EmptyKernel, <<CreatePort(1, Bindable), CreateInterrupt(2), CreateEvent(3),
                                        Duplicate(2, {"READ"}, 4)>>)
LOCAL Made(s) == Begin(s.op, s.args)
LOCAL Next(v, k, s) == Steps(v, k, "T", Made(s))
LOCAL Statuses(results) == {r.call.reply.status : r \in {x \in results : x.call.at = "done"}}
LOCAL Only(results) == CHOOSE r \in results : results = {r}
LOCAL Fails(v, s, statuses) == Statuses(Next(v, Start, s)) = statuses

ASSUME DOMAIN Start.handles = 1 .. 4 /\ DOMAIN Start.objects = 1 .. 3
ASSUME Start.handles[4] = [object |-> 2, rights |-> {"READ"}]

(* A lookup is a step of its own; a call without one takes effect at once.  *)
ASSUME Made(Ack(2)).at = "entry" /\ Made(Close(2)).at = "effect"
ASSUME Only(Next(V, Start, Ack(2))).call.objects = <<2>>
ASSUME Only(Next(V, Start, Bind(2, 1, 7))).call.at = "entry"

(* What is wrong with a handle.                                             *)
ASSUME Fails(V, Ack(9), {"BAD_HANDLE"})
ASSUME Fails(V, Ack(1), {"WRONG_TYPE"})
ASSUME Fails(V, Ack(4), {"ACCESS_DENIED"})
ASSUME Fails(V, Read(3, "PAST"), {"WRONG_TYPE"})
(* Where an event has no READ, it depends on what goes first.               *)
ASSUME LET withheld == [V EXCEPT !["C-event-rights"] = {"withheld"}]
           start    == RunAll(withheld, EmptyKernel, <<CreateEvent(3)>>)
           first    == "rights-first" :> "ACCESS_DENIED" @@ "type-first" :> "WRONG_TYPE"
       IN  \A order \in DOMAIN first :
             Statuses(Next([withheld EXCEPT !["C-error-order"] = {order}], start, Read(3, "PAST")))
               = {first[order]}
(* Destroy may ask for a right, or for none.                                *)
ASSUME Statuses(Next(V, Start, Destroy(4))) = {}
ASSUME Fails([V EXCEPT !["C-destroy-right"] = {"WRITE"}], Destroy(4), {"ACCESS_DENIED"})

(* What is wrong with an argument goes before any handle.                   *)
ASSUME LET s == [Bind(9, 1, 7) EXCEPT !.args.options = {"BIT5"}]
       IN  /\ Fails(V, s, {"INVALID_ARGS"})
           /\ \A r \in Next(Doc, Start, s) : r.call.at # "done"

(* Options of later kernels.                                                *)
LOCAL With(option) == [CreateInterrupt(5) EXCEPT !.args.options = @ \union {option}]
LOCAL Later == Variants["zircon-2025"]
LOCAL K21 == Variants["zircon-2021"]
ASSUME \A option \in {"TIMESTAMP_MONO", "WAKE_VECTOR", "REMAP_IRQ"} :
         Fails(V, With(option), {"INVALID_ARGS"})
ASSUME Fails(Later, With("TIMESTAMP_MONO"), {"OK"})
ASSUME Fails(Later, With("WAKE_VECTOR"), {"BAD_HANDLE"})
ASSUME Fails(Later, With("REMAP_IRQ"), {"INVALID_ARGS"})

(* Whether bound or not, an interrupt is not unbound from a plain port.     *)
ASSUME LET start == RunAll(V, EmptyKernel, <<CreatePort(1, {}), CreateInterrupt(2)>>)
           once  == Only(Next(K21, start, Unbind(2, 1)))
           twice == Only(Steps(K21, start, "T", once.call))
       IN  Statuses(Steps(K21, start, "T", twice.call)) = {"WRONG_TYPE"}

(* Close, duplicate and replace.                                            *)
ASSUME Fails(V, Close(0), {"OK"}) /\ Fails(V, Close(9), {"BAD_HANDLE"})
ASSUME LET r == Only(Next(V, Start, Close(4)))
       IN  r.call.reply.status = "OK" /\ DOMAIN r.kernel.handles = 1 .. 3
ASSUME Only(Next(V, Start, Close(1))).call.at = "closing" \* the last one: the port is told
ASSUME Statuses({Only(Next(V, Start, Close(3)))}) = {"OK"}    \* of an event nobody hears
ASSUME Fails(V, Duplicate(4, {"READ"}, 5), {"ACCESS_DENIED"})
ASSUME Fails(V, Duplicate(2, {"EXECUTE"}, 5), {"INVALID_ARGS"})
ASSUME LET r == Only(Next(V, Start, Replace(2, {"WRITE"}, 5)))
       IN  /\ 2 \notin DOMAIN r.kernel.handles
           /\ r.kernel.handles[5] = [object |-> 2, rights |-> {"WRITE"}]
ASSUME LET r == Only(Next(V, Start, Replace(4, {"WRITE"}, 5)))
       IN  r.call.reply.status = "INVALID_ARGS" /\ DOMAIN r.kernel.handles = 1 .. 3

(* A replace that fails may close its source, and if that was the last      *)
(* handle, its object is told; of an event nobody hears.                    *)
LOCAL Failing(h) == Only(Next(V, Start, Replace(h, {"EXECUTE"}, 5)))
ASSUME Failing(1).call.at = "closing" /\ DOMAIN Failing(1).kernel.handles = {2, 3, 4}
ASSUME Statuses(Steps(V, Failing(1).kernel, "T", Failing(1).call)) = {"INVALID_ARGS"}
ASSUME Statuses({Failing(3)}) = {"INVALID_ARGS"} /\ DOMAIN Failing(3).kernel.handles = {1, 2, 4}
ASSUME LET kept == Only(Next([V EXCEPT !["C-failed-replace"] = {"keeps"}], Start,
                             Replace(1, {"EXECUTE"}, 5)))
       IN  kept.kernel = Start /\ Statuses({kept}) = {"INVALID_ARGS"}

(* The right to duplicate is looked at before what is asked for.            *)
ASSUME LET without == RunAll(V, EmptyKernel, <<CreateInterrupt(2), Duplicate(2, {"READ"}, 4)>>)
       IN  Statuses(Next(V, without, Duplicate(4, {"WRITE"}, 5))) = {"ACCESS_DENIED"}

(* A null pointer for the new handle; and what succeeds answers OK.         *)
ASSUME Fails(V, [Duplicate(2, {"READ"}, 5) EXCEPT !.args.null = TRUE], {"INVALID_ARGS"})
ASSUME Fails(V, [Replace(4, {"READ"}, 5) EXCEPT !.args.null = TRUE], {"INVALID_ARGS"})
ASSUME Fails(V, Duplicate(2, {"READ"}, 5), {"OK"}) /\ Fails(V, Replace(2, {"READ"}, 5), {"OK"})

(* The resource of a physical interrupt is the only handle of its call.     *)
ASSUME Fails(Doc, [CreateInterrupt(5) EXCEPT !.args.options = {}], {"BAD_HANDLE"})

ASSUME Fails(V, [CreateInterrupt(5) EXCEPT !.args.options = {"REMAP_IRQ"}], {"BAD_HANDLE"})

(* Events, too, are made without options.                                   *)
ASSUME Fails(V, [CreateEvent(5) EXCEPT !.args.options = {"BIT5"}], {"INVALID_ARGS"})
ASSUME Fails(V, [CreateEvent(5) EXCEPT !.args.null = TRUE], {"INVALID_ARGS"})
ASSUME Fails(V, CreateEvent(5), {"OK"})

(* Where any error may come first, none of those met is forgotten; and an   *)
(* unbind asks of both handles what a bind asks.                            *)
LOCAL Errors(v, start, s) ==
  LET first == Next(v, start, s)
      then  == UNION {Steps(v, r.kernel, "T", r.call) : r \in {x \in first : x.call.at # "done"}}
      last  == UNION {Steps(v, r.kernel, "T", r.call) : r \in {x \in then : x.call.at # "done"}}
  IN  Statuses(first) \union Statuses(then) \union Statuses(last)
ASSUME {"INVALID_ARGS", "BAD_HANDLE", "WRONG_TYPE"} \subseteq Errors(Doc, Start, Unbind(9, 2))
ASSUME Errors(K21, Start, Unbind(9, 2)) = {"BAD_HANDLE"}
ASSUME Errors(K21, Start, Unbind(2, 2)) = {"WRONG_TYPE"}
ASSUME LET start == RunAll(V, EmptyKernel, <<CreatePort(1, Bindable), CreateInterrupt(2),
                                             Duplicate(2, {"WRITE"}, 4), Duplicate(1, {"READ"}, 5)>>)
       IN  /\ Errors(K21, start, Unbind(4, 1)) = {"ACCESS_DENIED"}
           /\ Errors(K21, start, Unbind(2, 5)) = {"ACCESS_DENIED"}
           /\ Errors(K21, start, Unbind(2, 1)) = {"NOT_FOUND"}

(* Nothing follows the end of a call; a deadline passes where it is finite. *)
ASSUME Steps(V, Start, "T", [at |-> "done", reply |-> [status |-> "OK"]]) = {}
ASSUME \A d \in {"PAST", "FINITE", "INFINITE"} : Expirable(Made(Read(1, d))) <=> d = "FINITE"
ASSUME Expire(Made(Read(1, "FINITE"))) = Made(Read(1, "PASSED"))
ASSUME ~Expirable(Made(Wait(2)))
ASSUME ~Expirable([at |-> "done", reply |-> [status |-> "OK"]])

(* Every scene starts, and has a stimulus.                                  *)
ASSUME \A n \in DOMAIN SceneNames :
         LET name  == SceneNames[n]
             start == RunAll(V, EmptyKernel, Unopened(name).setup)
         IN  Scene(name, start, <<>>).stimuli # {}
ASSUME ScenesOf("small") = <<"interrupt", "errors", "deadlines", "refused", "shared",
                             "inthandles", "porthandles", "backlog">>
ASSUME SuiteNames = {"quick", "small", "full", "complete"}
==============================================================================
