-------------------------------- MODULE Steps --------------------------------
(***************************************************************************)
(* The semantics, as one operator: what a call in progress may do next.    *)
(*                                                                         *)
(*   Steps(variant, kernel, thread, call) == a set of [kernel, call, by]   *)
(*                                                                         *)
(* The empty set means that the call is blocked in this kernel (or done);  *)
(* more than one element, that the choice is the implementation's.  `by`   *)
(* holds the requirements and the alternatives ("C-...=alternative") that  *)
(* the step rests on: it is no part of a state.                            *)
(*                                                                         *)
(* Here and in the modules below:                                          *)
(*   v     the variant: choice -> the alternatives that are still open     *)
(*   k     the kernel                                                      *)
(*   t     the thread that makes the call                                  *)
(*   c     the call in progress                                            *)
(*   h     a handle; 0 is InvalidHandle                                    *)
(*   o, p  the number of an object, of a port; 0 is NoObject, of a lookup  *)
(*         that failed                                                     *)
(*   i     the interrupt o: k.objects[o]                                   *)
(*   a     the alternative taken where a choice is met                     *)
(* What they go by, all of it in Kernel:                                   *)
(*   Alternatives(v, condition, choice)  to branch over; NotMet alone      *)
(*         where the condition is false                                    *)
(*   TagIfMet(choice, a)  for `by`: the tag of a, or nothing if NotMet     *)
(*   Found(o, condition)  what is asked of o, false of NoObject            *)
(*   Conclude(v, k, faults, success)  the results of the faults if there   *)
(*         are any, else those of the success                              *)
(***************************************************************************)
EXTENDS Handles, Triggers, Waiting, Binding

(* Those of interrupt_create that the document does not have.               *)
LOCAL LaterOptions == {"TIMESTAMP_MONO", "WAKE_VECTOR"}

LOCAL ArgumentFaults(op, args) ==
  CASE op = "interrupt_bind" ->
         FaultIf(args.options \notin {{}, {"UNBIND"}}, "INVALID_ARGS", {"R-bind-invalid-args"})
    [] op = "interrupt_trigger" ->
         FaultIf(args.options # {}, "INVALID_ARGS", {"R-trigger-invalid-args"})
    [] op = "interrupt_create" ->
         FaultIf("VIRTUAL" \in args.options
                   /\ ~(args.options \subseteq {"VIRTUAL"} \union LaterOptions),
                 "INVALID_ARGS", {"R-create-invalid-args"})
    [] op = "port_create" ->
         FaultIf(args.options \notin {{}, {"BIND_TO_INTERRUPT"}},
                 "INVALID_ARGS", {"R-port-create-invalid-args"})
    [] op = "event_create" ->
         FaultIf(args.options # {} \/ args.null, "INVALID_ARGS", {"R-event"})
    [] OTHER -> <<>>

(* A call as it is made: nothing of the kernel is read yet.                 *)
Begin(op, args) ==
  LET c == InProgress(op, args, "entry", ArgumentFaults(op, args))
  IN  IF Lookups(c) = <<>> THEN [c EXCEPT !.at = "effect"] ELSE c

(* The option UNBIND is a call of its own where a variant has it, and an    *)
(* invalid option where it has not.                                         *)
LOCAL IsUnbind(c) == c.op = "interrupt_bind" /\ c.args.options = {"UNBIND"}

LOCAL Entry(v, k, c) ==
  IF ~IsUnbind(c) \/ c.objects # <<>> THEN Resolve(v, k, c)
  ELSE UNION {
         LET by   == {Tag("C-unbind", a)}
             call == IF a = "absent"
                       THEN [c EXCEPT !.faults = <<Fault("INVALID_ARGS",
                                                   by \union {"R-bind-invalid-args"})>>]
                       ELSE [c EXCEPT !.op = "interrupt_unbind"]
         IN  {[r EXCEPT !.by = @ \union by] : r \in Resolve(v, k, call)}
         : a \in v["C-unbind"]}

(* A virtual interrupt with options of later kernels: of an interrupt that  *)
(* wakes the system these ask for the resource of a physical one.           *)
LOCAL CreateWithOptions(v, k, t, c) ==
  LET later == c.args.options \intersect LaterOptions
      made(a) ==
        CASE a = "absent" ->
               InterruptCreate(v, k, t,
                 [c EXCEPT !.faults = Append(@, Fault("INVALID_ARGS", {"R-create-invalid-args"}))])
          [] a = "later" /\ "WAKE_VECTOR" \in later ->
               Resolve(v, k, [c EXCEPT !.args.options = @ \ {"VIRTUAL"}])
          [] OTHER -> InterruptCreate(v, k, t, c)
  IN  UNION {
        {[r EXCEPT !.by = @ \union TagIfMet("C-create-options", a)] : r \in made(a)}
        : a \in Alternatives(v, c.objects = <<>> /\ later # {}, "C-create-options")}

LOCAL Effect(v, k, t, c) ==
  CASE c.op = "interrupt_trigger" -> InterruptTrigger(v, k, t, c)
    [] c.op = "port_wait"         -> PortWait(v, k, t, c)
    [] c.op = "interrupt_ack"     -> InterruptAck(v, k, t, c)
    [] c.op = "interrupt_wait"    -> InterruptWait(v, k, t, c)
    [] c.op = "port_queue"        -> PortQueue(v, k, t, c)
    [] c.op = "interrupt_bind"    -> InterruptBind(v, k, t, c)
    [] c.op = "interrupt_unbind"  -> InterruptUnbind(v, k, t, c)
    [] c.op = "interrupt_destroy" -> InterruptDestroy(v, k, t, c)
    [] c.op = "handle_close"      -> HandleClose(v, k, t, c)
    [] c.op = "handle_duplicate"  -> HandleDuplicate(v, k, t, c)
    [] c.op = "handle_replace"    -> HandleReplace(v, k, t, c)
    [] c.op = "interrupt_create"  -> CreateWithOptions(v, k, t, c)
    [] c.op = "port_create"       -> PortCreate(v, k, t, c)
    [] c.op = "event_create"      -> EventCreate(v, k, t, c)

Steps(v, k, t, c) ==
  CASE c.at = "done"    -> {}
    [] c.at = "entry"   -> Entry(v, k, c)
    [] c.at = "effect"  -> Effect(v, k, t, c)
    [] c.at = "dozing"  -> IF c.op = "port_wait" THEN PortDozing(k, t, c)
                                                 ELSE InterruptDozing(k, t, c)
    [] c.at = "asleep"  -> IF c.op = "port_wait" THEN PortAsleep(k, t, c)
                                                 ELSE InterruptAsleep(k, t, c)
    [] c.at = "lapsed"  -> PortLapsed(k, t, c)
    [] c.at = "waiting" -> IF c.op = "port_wait" THEN PortWaiting(v, k, t, c)
                                                 ELSE InterruptWaiting(v, k, t, c)
    [] c.at = "closing" -> IF c.op = "handle_close" THEN HandleClosing(v, k, t, c)
                                                    ELSE HandleReplacing(v, k, t, c)

(* The deadline of a call in progress passes.                               *)
Expirable(c) == c.at # "done" /\ c.op = "port_wait" /\ c.args.deadline = "FINITE"
Expire(c) == [c EXCEPT !.args.deadline = "PASSED"]
==============================================================================
