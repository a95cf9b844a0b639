------------------------------- MODULE Handles -------------------------------
(***************************************************************************)
(* The handle table: how a call resolves its handles, and handle_close,    *)
(* handle_duplicate, handle_replace.                                       *)
(***************************************************************************)
EXTENDS Interrupts

(***************************************************************************)
(* event_create(options): an object of another type, for handles to be     *)
(* wrong of                                                                *)
(***************************************************************************)
EventCreate(v, k, t, c) ==
  Conclude(v, k, c.faults,
    {Reply(Create(k, c.args.out, [type |-> "event"], DefaultRights.event), "OK", {"R-event"})})

(* The rights of a handle, of which some are asked for: set of [rights, by]. *)
(* Those that an event may withhold are met only where it matters.          *)
LOCAL Possessed(v, k, h, asked) ==
  LET entry == k.handles[h]
      met   == k.objects[entry.object].type = "event" /\ asked \intersect Withheld # {}
  IN  {[rights |-> IF a = "withheld" THEN entry.rights \ Withheld ELSE entry.rights,
        by |-> TagIfMet("C-event-rights", a)]
       : a \in Alternatives(v, met, "C-event-rights")}

(***************************************************************************)
(* Lookups, as data: the argument, the type and the rights asked for       *)
(***************************************************************************)
LOCAL Lookup(arg, type, rights, name) ==
  [arg |-> arg, type |-> type, rights |-> rights, name |-> name]

Lookups(c) ==
  CASE c.op \in {"interrupt_bind", "interrupt_unbind"} ->
         <<Lookup("inth", "interrupt", {"READ"}, "bind"),
           Lookup("porth", "port", {"WRITE"}, "bind")>>
    [] c.op = "interrupt_ack"     -> <<Lookup("inth", "interrupt", {"WRITE"}, "ack")>>
    [] c.op = "interrupt_trigger" -> <<Lookup("inth", "interrupt", {"SIGNAL"}, "trigger")>>
    [] c.op = "interrupt_wait"    -> <<Lookup("inth", "interrupt", {"WAIT"}, "wait")>>
    [] c.op = "interrupt_destroy" -> <<Lookup("inth", "interrupt", {"WRITE"}, "destroy")>>
    [] c.op = "port_queue"        -> <<Lookup("porth", "port", {"WRITE"}, "port-queue")>>
    [] c.op = "port_wait"         -> <<Lookup("porth", "port", {"READ"}, "port-wait")>>
    [] c.op = "interrupt_create" /\ "VIRTUAL" \notin c.args.options ->
         <<Lookup("src_obj", "resource", {}, "create")>>
    [] OTHER -> <<>>

(* What is wrong with a handle: the possible lists of faults.  denied is    *)
(* what was taken at C-destroy-right, if it was met.                        *)
LOCAL HandleFaults(v, possessed, object, lookup, denied) ==
  LET type   == FaultIf(object.type # lookup.type, "WRONG_TYPE",
                        possessed.by \union {"R-" \o lookup.name \o "-wrong-type"})
      rights == FaultIf(denied # "none" /\ ~(lookup.rights \subseteq possessed.rights),
                        "ACCESS_DENIED",
                        possessed.by \union
                          IF denied = NotMet THEN {"R-" \o lookup.name \o "-access-denied"}
                                          ELSE TagIfMet("C-destroy-right", denied))
      tagged(fs, order) ==
        IF Len(fs) < 2 THEN fs
        ELSE [fs EXCEPT ![1].by = @ \union {Tag("C-error-order", order)}]
  IN  IF AnyOrder(v) THEN {rights \o type}
      ELSE {IF order = "rights-first" THEN tagged(rights \o type, order)
                                      ELSE tagged(type \o rights, order)
            : order \in v["C-error-order"]}

(* The next lookup of a call: set of [object, by, faults]; NoObject where   *)
(* there is none of the type.                                               *)
LOCAL Look(v, k, c, lookup) ==
  LET h == c.args[lookup.arg]
  IN  IF h \notin DOMAIN k.handles
        THEN {[object |-> NoObject, by |-> {},
               faults |-> <<Fault("BAD_HANDLE", {"R-" \o lookup.name \o "-bad-handle"})>>]}
        ELSE LET o      == k.handles[h].object
                 object == k.objects[o]
                 lenient(possessed) == /\ lookup.name = "destroy"
                                       /\ ~(lookup.rights \subseteq possessed.rights)
             IN  UNION {UNION {
                   {[object |-> IF object.type = lookup.type THEN o ELSE NoObject,
                     by |-> When(fs = <<>>, TagIfMet("C-destroy-right", r)),
                     faults |-> fs]
                    : fs \in HandleFaults(v, possessed, object, lookup, r)}
                   : r \in Alternatives(v, lenient(possessed), "C-destroy-right")}
                   : possessed \in Possessed(v, k, h, lookup.rights)}

(* Resolves the next handle.  Where a variant fixes the order of errors the *)
(* call ends with the first; else the later checks may add to the list, but *)
(* for those of interrupt_create, which has no other handle to look up.     *)
Resolve(v, k, c) ==
  LET n       == Len(c.objects) + 1
      lookups == Lookups(c)
  IN  UNION {
        LET faults == c.faults \o f.faults
            next   == [c EXCEPT !.objects = Append(@, f.object), !.faults = faults,
                                !.at = IF n = Len(lookups) THEN "effect" ELSE @]
        IN  IF faults # <<>> /\ (~AnyOrder(v) \/ c.op = "interrupt_create")
              THEN Failures(v, k, faults)
              ELSE {Result(k, next, f.by)}
        : f \in Look(v, k, c, lookups[n])}

(***************************************************************************)
(* handle_close(handle): the handle goes, then, if it was the last one of  *)
(* its object, the object is told; of an event nobody hears                *)
(***************************************************************************)
HandleClose(v, k, t, c) ==
  LET h == c.args.handle
  IN  IF h = InvalidHandle THEN {Reply(k, "OK", {"R-close-invalid"})}
      ELSE IF h \notin DOMAIN k.handles THEN {Reply(k, "BAD_HANDLE", {"R-close-bad-handle"})}
      ELSE LET o    == k.handles[h].object
               rest == [k EXCEPT !.handles = Without(@, h)]
           IN  IF Unreferenced(rest, o) /\ k.objects[o].type # "event"
                 THEN {Result(rest, [c EXCEPT !.at = "closing", !.objects = <<o>>],
                              {"R-close"})}
                 ELSE {Reply(rest, "OK", {"R-close"})}

HandleClosing(v, k, t, c) ==
  LET o == c.objects[1]
  IN  IF k.objects[o].type = "port" THEN ClosePort(v, k, o) ELSE CloseInterrupt(v, k, o)

(***************************************************************************)
(* handle_duplicate(handle, rights), handle_replace(handle, rights): one   *)
(* step each, under the lock of the table; one more where a replace fails  *)
(* and closes its source                                                   *)
(***************************************************************************)
LOCAL Reduced(entry, rights) ==
  IF rights = {"SAME_RIGHTS"} THEN entry.rights ELSE rights

(* More rights are wanted of a handle than it has, or fewer: set of         *)
(* [more, by].                                                              *)
LOCAL Wanted(v, k, h, rights) ==
  IF rights = {"SAME_RIGHTS"} THEN {[more |-> FALSE, by |-> {}]}
  ELSE {[more |-> ~(rights \subseteq possessed.rights), by |-> possessed.by]
        : possessed \in Possessed(v, k, h, rights)}

HandleDuplicate(v, k, t, c) ==
  LET h == c.args.handle
  IN  IF h \notin DOMAIN k.handles
        THEN {Reply(k, "BAD_HANDLE", {"R-duplicate-bad-handle"})}
        ELSE LET entry  == k.handles[h]
                 rights == Reduced(entry, c.args.rights)
             IN  UNION {
                   Conclude(v, k,
                     FaultIf("DUPLICATE" \notin entry.rights, "ACCESS_DENIED",
                             {"R-duplicate-access-denied"})
                     \o FaultIf(wanted.more \/ c.args.null,
                                "INVALID_ARGS", wanted.by \union {"R-duplicate-invalid-args"}),
                     {Reply([k EXCEPT !.handles = @ @@ (c.args.out :>
                               [object |-> entry.object, rights |-> rights])],
                            "OK", wanted.by \union {"R-duplicate"})})
                   : wanted \in Wanted(v, k, h, c.args.rights)}

(* A failed replace may close its source; if that was the last handle, the  *)
(* object is told as by handle_close.                                       *)
LOCAL ReplaceFailed(v, k, c, wanted) ==
  LET h    == c.args.handle
      o    == k.handles[h].object
      rest == [k EXCEPT !.handles = Without(@, h)]
      by   == wanted.by \union {"R-replace-invalid-args"}
  IN  {IF a = "keeps" THEN Reply(k, "INVALID_ARGS", by \union {Tag("C-failed-replace", a)})
       ELSE IF Unreferenced(rest, o) /\ k.objects[o].type # "event"
         THEN Result(rest, [c EXCEPT !.at = "closing", !.objects = <<o>>],
                     by \union {Tag("C-failed-replace", a)})
       ELSE Reply(rest, "INVALID_ARGS", by \union {Tag("C-failed-replace", a)})
       : a \in v["C-failed-replace"]}

HandleReplace(v, k, t, c) ==
  LET h == c.args.handle
  IN  IF h \notin DOMAIN k.handles
        THEN {Reply(k, "BAD_HANDLE", {"R-replace-bad-handle"})}
        ELSE LET entry  == k.handles[h]
                 rights == Reduced(entry, c.args.rights)
             IN  UNION {
                   IF wanted.more \/ c.args.null
                     THEN ReplaceFailed(v, k, c, wanted)
                     ELSE {Reply([k EXCEPT !.handles = Without(@, h) @@ (c.args.out :>
                                    [object |-> entry.object, rights |-> rights])],
                                 "OK", wanted.by \union {"R-replace"})}
                   : wanted \in Wanted(v, k, h, c.args.rights)}

HandleReplacing(v, k, t, c) ==
  {[r EXCEPT !.call.reply = [status |-> "INVALID_ARGS"]] : r \in HandleClosing(v, k, t, c)}
==============================================================================
