-------------------------- MODULE PropertiesHandles ---------------------------
(***************************************************************************)
(* Safety of the handle table and of the objects behind it: creation,      *)
(* close, duplicate, replace; and that a failed call changes nothing.      *)
(***************************************************************************)
EXTENDS PropertiesCalls

(* The kernel k, as a step leaves it that changes it to that.               *)
Becomes(k) == kernel' = Collect(k, HeldBy(calls'))

(***************************************************************************)
(* A failed call changes nothing                                           *)
(***************************************************************************)
(* What a failed call may change all the same: a wait no longer waits, a    *)
(* destroy destroys what it answers NOT_FOUND of, and a replace may close   *)
(* its source.                                                              *)
Undone(t) ==
  IF calls[t].op = "interrupt_wait" /\ calls[t].at = "waiting"
    THEN [kernel EXCEPT !.objects[Subject(t)].waiters = @ \ {t}]
    ELSE kernel

(* R-failure-changes-nothing *)
FailureChangesNothing ==
  [][\A t \in Threads :
       Given(/\ Finishes(t) /\ Status(t) # "OK"
             /\ ~Answers(t, "interrupt_destroy", "NOT_FOUND")
             /\ ~Answers(t, "handle_replace", "INVALID_ARGS"),
             Becomes(Undone(t)))]_vars

(***************************************************************************)
(* Creation                                                                *)
(***************************************************************************)
(* The call of t answers OK and gives a handle, with the rights of its type,*)
(* to a new object that is like this.                                       *)
MakesNew(t, op, object) ==
  Given(Answers(t, op, "OK"),
    LET made == kernel'.handles[calls[t].args.out]
    IN  /\ made.rights = DefaultRights[object.type]
        /\ made.object \notin DOMAIN kernel.objects
        /\ kernel'.objects[made.object] = object
        /\ Without(kernel'.handles, calls[t].args.out) = kernel.handles)

UnusedInterrupt ==
  [type |-> "interrupt", destroyed |-> FALSE, binding |-> <<>>, arm |-> "armed",
   remembered |-> <<>>, waiters |-> {}, released |-> {}, stale |-> <<>>,
   asleep |-> 0, woken |-> 0, signalled |-> FALSE]

(* R-create *)
CreatesInterrupt ==
  [][\A t \in Threads :
       MakesNew(t, "interrupt_create", UnusedInterrupt)]_vars

(* R-port-create *)
CreatesPort ==
  [][\A t \in Threads : calls[t].at = "effect" /\ calls[t].op = "port_create" =>
       MakesNew(t, "port_create",
                [type |-> "port", packets |-> <<>>, interrupts |-> <<>>, state |-> "open",
                 count |-> 0, asleep |-> 0, woken |-> 0,
                 bindable |-> calls[t].args.options = {"BIND_TO_INTERRUPT"}])]_vars

(* R-event *)
CreatesEvent ==
  [][\A t \in Threads : MakesNew(t, "event_create", [type |-> "event"])]_vars

(***************************************************************************)
(* Close, duplicate, replace                                               *)
(***************************************************************************)
Closes(t) ==
  LET h == calls[t].args.handle
  IN  TakesEffect(t) /\ calls[t].op = "handle_close" /\ h \in DOMAIN kernel.handles

(* Closing makes one handle invalid, and leaves every object as it is.      *)
(* R-close *)
CloseRemovesHandle ==
  [][\A t \in Threads : Given(Closes(t),
       Becomes([kernel EXCEPT !.handles = Without(@, calls[t].args.handle)]))]_vars

(* R-close R-failure-changes-nothing *)
HandlesStay ==
  [][\A h \in DOMAIN kernel.handles :
       Given(h \notin DOMAIN kernel'.handles \/ kernel'.handles[h] # kernel.handles[h],
             \E t \in Threads : /\ TakesEffect(t)
                                /\ calls[t].op \in {"handle_close", "handle_replace"}
                                /\ calls[t].args.handle = h)]_vars

(* R-close-invalid *)
CloseOfInvalid ==
  [][\A t \in Threads :
       Given(TakesEffect(t) /\ calls[t].op = "handle_close" /\ calls[t].args.handle = InvalidHandle,
             Status(t) = "OK" /\ kernel' = kernel)]_vars

(* R-close-last *)
LastCloseDestroys ==
  [][\A t \in Threads :
       Given(/\ Finishes(t) /\ calls[t].at = "closing"
             /\ Subject(t) \in OfType(kernel', "interrupt"),
             After(Subject(t)).destroyed)]_vars

(* Nothing else destroys: closing one of two handles, for one.              *)
(* R-close R-close-last R-destroy *)
DestroyedByName ==
  [][\A o \in OfType(kernel, "interrupt") :
       Given(Remains(o) /\ After(o).destroyed /\ ~Object(o).destroyed,
         \E t \in Threads :
            \/ EffectOf(t, "interrupt_destroy") /\ Subject(t) = o
            \/ calls[t].at = "closing" /\ Subject(t) = o /\ Unreferenced(kernel, o))]_vars

Copy(t) ==
  LET rights == calls[t].args.rights
      old    == kernel.handles[calls[t].args.handle]
  IN  [old EXCEPT !.rights = IF rights = {"SAME_RIGHTS"} THEN @ ELSE rights]

(* R-duplicate *)
Duplicates ==
  [][\A t \in Threads : Given(Answers(t, "handle_duplicate", "OK"),
       Becomes([kernel EXCEPT !.handles = @ @@ (calls[t].args.out :> Copy(t))]))]_vars

(* R-replace *)
Replaces ==
  [][\A t \in Threads : Given(Answers(t, "handle_replace", "OK"),
       Becomes([kernel EXCEPT
         !.handles = Without(@, calls[t].args.handle) @@ (calls[t].args.out :> Copy(t))]))]_vars

(* R-duplicate R-replace *)
RightsNeverGrow ==
  [][\A h \in DOMAIN kernel'.handles \ DOMAIN kernel.handles :
       Given(kernel'.handles[h].object \in DOMAIN kernel.objects,
         \E g \in DOMAIN kernel.handles :
            /\ kernel.handles[g].object = kernel'.handles[h].object
            /\ kernel'.handles[h].rights \subseteq kernel.handles[g].rights)]_vars
==============================================================================
