--------------------------- MODULE PropertiesCalls ----------------------------
(***************************************************************************)
(* Safety, call by call: what a step of a call says of the states before   *)
(* and after it.  Each property names the requirements that it checks.     *)
(* Here: the shape of states, and which errors are reported.  That a       *)
(* failed call changes nothing is in PropertiesHandles.                    *)
(***************************************************************************)
EXTENDS Machine, Occasions

(***************************************************************************)
(* The vocabulary of all properties                                        *)
(***************************************************************************)
InFlight(t) == calls[t].at \notin {"idle", "done"}
Finishes(t) == InFlight(t) /\ calls'[t].at = "done"
Status(t) == calls'[t].reply.status
Answers(t, op, status) == Finishes(t) /\ calls[t].op = op /\ Status(t) = status

(* The call of t resolves its next handle; takes effect; is an op that does. *)
Resolves(t) ==
  /\ calls[t].at = "entry"
  /\ \/ calls'[t].at = "done"
     \/ Len(calls'[t].objects) > Len(calls[t].objects)
TakesEffect(t) == calls[t].at = "effect" /\ calls'[t].at # "effect"
EffectOf(t, op) == TakesEffect(t) /\ calls[t].op = op

Subject(t) == calls[t].objects[1]
Object(o) == kernel.objects[o]
Remains(o) == o \in DOMAIN kernel.objects /\ o \in DOMAIN kernel'.objects
After(o) == kernel'.objects[o]

OfType(k, type) == {o \in DOMAIN k.objects : k.objects[o].type = type}

(***************************************************************************)
(* The shape of a state                                                    *)
(***************************************************************************)
AllRights == UNION Range(DefaultRights)

PortShape(p) ==
  /\ p.bindable \in BOOLEAN /\ p.state \in {"open", "silent", "CANCELED"}
  /\ \A n \in DOMAIN p.packets : DOMAIN p.packets[n] = {"key", "payload"}
  /\ \A n \in DOMAIN p.interrupts : DOMAIN p.interrupts[n] = {"source", "key", "timestamp"}

InterruptShape(i) ==
  /\ i.destroyed \in BOOLEAN
  /\ i.stale # <<>> => i.arm = "armed" /\ i.remembered = <<>>
  /\ i.arm \in {"armed", "sent", "early"}
  /\ Len(i.binding) <= 1
  /\ Bound(i) => PortOf(i) \in OfType(kernel, "port")
  /\ i.waiters \subseteq Threads
  /\ \A r \in i.released : r.thread \in Threads
  /\ i.woken \in 0 .. i.asleep
  /\ i.asleep > 0 \/ i.signalled => "rechecks" \in variant["C-released-waiter"]

(* R-event *)
Shape ==
  /\ \A h \in DOMAIN kernel.handles :
       /\ kernel.handles[h].object \in DOMAIN kernel.objects
       /\ kernel.handles[h].rights \subseteq AllRights
  /\ \A o \in DOMAIN kernel.objects :
       CASE Object(o).type = "port"      -> PortShape(Object(o))
         [] Object(o).type = "interrupt" -> InterruptShape(Object(o))
         [] OTHER -> Object(o) = [type |-> "event"]
  /\ \A choice \in DOMAIN variant :
       variant[choice] # {} /\ variant[choice] \subseteq InitialVariant[choice]

(***************************************************************************)
(* Handles: what each call asks of the handles that it names, restated     *)
(***************************************************************************)
Asks ==
  [interrupt_bind    |-> <<<<"inth", "interrupt", "READ">>, <<"porth", "port", "WRITE">>>>,
   interrupt_unbind  |-> <<<<"inth", "interrupt", "READ">>, <<"porth", "port", "WRITE">>>>,
   interrupt_ack     |-> <<<<"inth", "interrupt", "WRITE">>>>,
   interrupt_trigger |-> <<<<"inth", "interrupt", "SIGNAL">>>>,
   interrupt_wait    |-> <<<<"inth", "interrupt", "WAIT">>>>,
   interrupt_destroy |-> <<<<"inth", "interrupt", "WRITE">>>>,
   port_queue        |-> <<<<"porth", "port", "WRITE">>>>,
   port_wait         |-> <<<<"porth", "port", "READ">>>>,
   interrupt_create  |-> <<<<"src_obj", "resource", "none">>>>]

Asked(t) == Asks[calls[t].op][Len(calls[t].objects) + 1]
Named(t) == calls[t].args[Asked(t)[1]]
Dead(t) == Named(t) \notin DOMAIN kernel.handles
Slot(t) == kernel.handles[Named(t)]
Alien(t) == ~Dead(t) /\ kernel.objects[Slot(t).object].type # Asked(t)[2]
Lacks(t) == ~Dead(t) /\ Asked(t)[3] # "none" /\ Asked(t)[3] \notin Slot(t).rights

(* Destroy may ask for no right at all.                                     *)
Refusing(t) ==
  Lacks(t) /\ (calls[t].op = "interrupt_destroy" =>
                  calls'[t].at = "done" \/ calls'[t].faults # <<>>)

(* What is wrong with the arguments themselves, restated.                   *)
Malformed(c) ==
  CASE c.op \in {"interrupt_bind", "interrupt_trigger"} -> c.args.options # {}
    [] c.op = "interrupt_create" ->
         "VIRTUAL" \in c.args.options /\ c.args.options # {"VIRTUAL"}
    [] c.op = "port_create"  -> ~(c.args.options \subseteq {"BIND_TO_INTERRUPT"})
    [] c.op = "event_create" -> c.args.options # {} \/ c.args.null
    [] OTHER -> FALSE

(* The errors that a call has earned before its present step, and those    *)
(* that a resolving step adds or reports.                                   *)
Earned(c) ==
  {f.status : f \in Range(c.faults)} \union When(Malformed(c), {"INVALID_ARGS"})
Blamed(t) ==
  IF calls'[t].at = "done" THEN {Status(t)} ELSE {f.status : f \in Range(calls'[t].faults)}

(* A handle that has the flaw is blamed for it, or the call for an error    *)
(* that goes before it; and no other handle is blamed for this one.         *)
Flawed(flaw(_), status, others) ==
  \A t \in Threads : Resolves(t) =>
    /\ Given(flaw(t),
             Blamed(t) \intersect ({status} \union others \union Earned(calls[t])) # {})
    /\ status \in Blamed(t) => flaw(t) \/ status \in Earned(calls[t])

(* R-bind-bad-handle R-ack-bad-handle R-trigger-bad-handle R-wait-bad-handle *)
(* R-destroy-bad-handle R-port-queue-bad-handle R-port-wait-bad-handle       *)
(* R-create-bad-handle                                                       *)
BadHandle == [][Flawed(Dead, "BAD_HANDLE", {})]_vars

(* R-bind-wrong-type R-ack-wrong-type R-trigger-wrong-type R-wait-wrong-type *)
(* R-destroy-wrong-type R-port-queue-wrong-type R-port-wait-wrong-type       *)
(* R-create-wrong-type                                                       *)
WrongType == [][Flawed(Alien, "WRONG_TYPE", {"ACCESS_DENIED"})]_vars

(* R-bind-access-denied R-ack-access-denied R-trigger-access-denied          *)
(* R-wait-access-denied R-port-queue-access-denied R-port-wait-access-denied *)
AccessDenied == [][Flawed(Refusing, "ACCESS_DENIED", {"WRONG_TYPE"})]_vars

(***************************************************************************)
(* Effects: the errors that a call must report one of, once its handles    *)
(* are resolved, and those that it may report                              *)
(***************************************************************************)
PlainPortErrors ==
  {"WRONG_TYPE", "BAD_STATE", "INVALID_ARGS", "NOT_SUPPORTED", "ACCESS_DENIED"}

TableReasons(k, c) ==
  LET h      == c.args.handle
      rights == k.handles[h].rights
      more   == c.args.rights # {"SAME_RIGHTS"} /\ ~(c.args.rights \subseteq rights)
  IN  IF h \notin DOMAIN k.handles
        THEN When(c.op # "handle_close" \/ h # InvalidHandle, {"BAD_HANDLE"})
      ELSE IF c.op = "handle_close" THEN {}
      ELSE When(c.op = "handle_duplicate" /\ "DUPLICATE" \notin rights, {"ACCESS_DENIED"})
             \union When(more \/ c.args.null, {"INVALID_ARGS"})

Reasons(k, c) ==
  LET o == c.objects[1]
      p == c.objects[2]
      i == k.objects[o]
  IN  CASE c.op = "interrupt_bind" ->
             When(Found(p, ~k.objects[p].bindable), PlainPortErrors)
               \union When(Found(o, i.destroyed), {"CANCELED"})
               \union When(Found(o, Bound(i)), {"ALREADY_BOUND"})
               \union When(Found(o, i.waiters # {}), {"BAD_STATE"})
        [] c.op = "interrupt_ack" ->
             When(Found(o, ~Bound(i)), {"BAD_STATE"})
               \union When(Found(o, i.destroyed), {"CANCELED"})
        [] c.op = "interrupt_trigger" -> When(Found(o, i.destroyed), {"CANCELED"})
        [] c.op = "interrupt_wait" ->
             When(Found(o, Bound(i)), {"BAD_STATE"})
               \union When(Found(o, i.destroyed), {"CANCELED"})
        [] c.op \in {"interrupt_create", "port_create", "port_queue"} ->
             When(c.args.null, {"INVALID_ARGS"})
        [] c.op \in {"handle_close", "handle_duplicate", "handle_replace"} ->
             TableReasons(k, c)
        [] OTHER -> {}

Excuses(k, c) ==
  LET o == c.objects[1]
      i == k.objects[o]
  IN  CASE c.op = "interrupt_ack" ->
             When(Found(o, i.arm = "armed" \/ i.remembered # <<>>), {"BAD_STATE"})
        [] c.op = "interrupt_wait" -> When(Found(o, i.waiters # {}), {"BAD_STATE"})
        [] c.op = "interrupt_destroy" ->
             When(Found(o, i.destroyed \/ (Bound(i) /\ i.arm # "armed" /\ ~Queued(k, o))),
                  {"NOT_FOUND"})
        [] c.op = "port_queue" ->
             When(Found(o, Len(i.packets) >= Capacity.floor), {"SHOULD_WAIT"})
               \union When(Found(o, i.state # "open"), {"BAD_HANDLE", "BAD_STATE"})
        [] c.op = "port_wait" ->
             When(c.args.null, {"INVALID_ARGS"})
               \union When(Found(o, Empty(i) /\ c.args.deadline \in {"PAST", "PASSED"}),
                           {"TIMED_OUT"})
        [] OTHER -> {}

Refused(ops) ==
  \A t \in Threads : TakesEffect(t) /\ calls[t].op \in ops =>
    LET c      == calls[t]
        must   == Earned(c) \union Reasons(kernel, c)
        failed == calls'[t].at = "done" /\ Status(t) # "OK"
    IN  Given(must # {} \/ failed,
              IF failed THEN Status(t) \in must \union Excuses(kernel, c)
              ELSE c.op = "handle_replace" /\ calls'[t].at = "closing")

(* R-bind-port-option R-bind-canceled R-bind-already-bound R-bind-waiting    *)
(* R-bind-invalid-args                                                       *)
BindRefused == [][Refused({"interrupt_bind"})]_vars

(* R-ack-unbound R-ack-canceled *)
AckRefused == [][Refused({"interrupt_ack"})]_vars

(* R-trigger-canceled R-trigger-invalid-args *)
TriggerRefused == [][Refused({"interrupt_trigger"})]_vars

(* R-wait-bound R-wait-canceled *)
WaitRefused == [][Refused({"interrupt_wait"})]_vars

(* R-destroy-not-found *)
DestroyRefused == [][Refused({"interrupt_destroy"})]_vars

(* R-create-invalid-args R-port-create-invalid-args R-event *)
CreateRefused == [][Refused({"interrupt_create", "port_create", "event_create"})]_vars

(* R-port-queue-full R-port-queue-invalid-args R-port-wait-invalid-args *)
PortRefused == [][Refused({"port_queue", "port_wait"})]_vars

(* R-close-bad-handle R-close-invalid R-duplicate-bad-handle                 *)
(* R-duplicate-access-denied R-duplicate-invalid-args R-replace-bad-handle   *)
(* R-replace-invalid-args                                                    *)
TableRefused == [][Refused({"handle_close", "handle_duplicate", "handle_replace"})]_vars
==============================================================================
