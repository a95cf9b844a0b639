------------------------------- MODULE Kernel --------------------------------
(***************************************************************************)
(* The state of a kernel, and what every call shares: how a call in        *)
(* progress is written, faults, replies, and the results of a step.        *)
(*                                                                         *)
(* kernel  == [handles: handle -> [object, rights],                        *)
(*             objects: object -> a record with a type,                    *)
(*             capacity: how many packets a port is known to hold: at      *)
(*             least, and at most or <<>>; see Ports]                      *)
(* call    == [op, args, at, objects, faults]  while in progress, or       *)
(*            [at |-> "done", reply]                                       *)
(* fault   == [status, by]; reply == [status, ...outputs]                  *)
(*                                                                         *)
(* at      == "entry": its handles are looked up, one a step; "effect":    *)
(*            that comes next; "waiting": blocked, or about to go on;      *)
(*            "dozing", "asleep": the same where a waiter or reader looks  *)
(*            again once it is woken; "lapsed": its deadline woke it;      *)
(*            "closing": the last handle is gone, its object is told next  *)
(*                                                                         *)
(* Handles and objects are numbers.  Keys, timestamps and payloads are     *)
(* numbers that stand for 64-bit values: they are only ever compared, and  *)
(* a timestamp of 0 stands for zero itself.  Options and rights are sets   *)
(* of names.  Steps has a legend of the letters used.                      *)
(***************************************************************************)
EXTENDS Integers, Sequences, FiniteSets, Choices, Rights

EmptyKernel == [handles |-> <<>>, objects |-> <<>>,
                capacity |-> [least |-> 0, most |-> <<>>]]

InvalidHandle == 0

(* The least number above 0 that is not in S.                               *)
Fresh(S) == CHOOSE n \in 1 .. (Cardinality(S) + 1) :
              n \notin S /\ \A m \in 1 .. (n - 1) : m \in S

(* The set where the condition holds, else nothing.                         *)
When(condition, set) == IF condition THEN set ELSE {}

Without(f, x) == [y \in DOMAIN f \ {x} |-> f[y]]
Range(f) == {f[x] : x \in DOMAIN f}

(* No handle refers to object o.                                            *)
Unreferenced(k, o) == \A h \in DOMAIN k.handles : k.handles[h].object # o

(* An object as it matters to calls that are yet to be made.  A surplus     *)
(* that a port has counted makes its next readers look again, and no more;  *)
(* a signal is for waiters of an interrupt, and there will be none once it  *)
(* is destroyed, or bound for good.                                         *)
LOCAL AtRest(v, object) ==
  CASE object.type = "port" -> [object EXCEPT !.count = 0]
    [] object.type = "interrupt" ->
         [object EXCEPT !.signalled = /\ @
                                      /\ ~object.destroyed
                                      /\ object.binding = <<>> \/ v["C-unbind"] # {"absent"}]
    [] OTHER -> object

(* The kernel without the objects that neither a handle nor a call in       *)
(* progress can reach; held is the set of objects that calls have resolved. *)
(* What only a call in progress could tell of the others is forgotten.      *)
Collect(v, k, held) ==
  LET direct == {k.handles[h].object : h \in DOMAIN k.handles} \union held
      bound  == {k.objects[o].binding[1].port : o \in
                   {p \in direct : /\ k.objects[p].type = "interrupt"
                                   /\ k.objects[p].binding # <<>>}}
      left   == [o \in direct \union bound |->
                   IF o \in held THEN k.objects[o] ELSE AtRest(v, k.objects[o])]
  IN  IF left = k.objects THEN k ELSE [k EXCEPT !.objects = left]

(* The kernel with one more object, which the new handle h refers to.       *)
Create(k, h, object, rights) ==
  LET o == Fresh(DOMAIN k.objects)
  IN  [k EXCEPT !.handles = @ @@ (h :> [object |-> o, rights |-> rights]),
                !.objects = @ @@ (o :> object)]

SetObject(k, o, object) == [k EXCEPT !.objects[o] = object]

(***************************************************************************)
(* Calls in progress                                                       *)
(***************************************************************************)
(* A lookup that fails gives NoObject, and the call may go on with that, to *)
(* meet further errors: a condition on o counts only where o was found.     *)
NoObject == 0
Found(o, condition) == o # NoObject /\ condition

InProgress(op, args, at, faults) ==
  [op |-> op, args |-> args, at |-> at, objects |-> <<>>, faults |-> faults]

(* The objects that a call in progress keeps alive.                         *)
Held(c) == When(c.at # "done", Range(c.objects) \ {NoObject})

Result(k, c, by) == [kernel |-> k, call |-> c, by |-> by]
Done(k, reply, by) == Result(k, [at |-> "done", reply |-> reply], by)
Reply(k, status, by) == Done(k, [status |-> status], by)

(***************************************************************************)
(* Faults: listed in the order in which a kernel checks them               *)
(***************************************************************************)
Fault(status, by) == [status |-> status, by |-> by]
FaultIf(condition, status, by) ==
  IF condition THEN <<Fault(status, by)>> ELSE <<>>

AnyOrder(v) == "any" \in v["C-error-order"]

(* The replies that a call with these faults may give; a failed call leaves *)
(* the kernel as it is (R-failure-changes-nothing), but where a conjunct    *)
(* elsewhere says otherwise.                                                *)
Failures(v, k, faults) ==
  IF AnyOrder(v)
    THEN {Reply(k, f.status,
                f.by \union {"R-failure-changes-nothing"}
                     \union When(Len(faults) > 1, {Tag("C-error-order", "any")}))
            : f \in Range(faults)}
    ELSE LET f == Head(faults)
         IN  {Reply(k, f.status, f.by \union {"R-failure-changes-nothing"})}

Conclude(v, k, faults, success) ==
  IF faults = <<>> THEN success ELSE Failures(v, k, faults)

(***************************************************************************)
(* Choices: a step branches over the alternatives where the condition says *)
(* that the choice is met, and else goes one way; `by` names the one taken *)
(***************************************************************************)
NotMet == "-"
Alternatives(v, condition, choice) == IF condition THEN v[choice] ELSE {NotMet}
TagIfMet(choice, alternative) == When(alternative # NotMet, {Tag(choice, alternative)})

(* A policy that fixes what a state means is named where it was open; where *)
(* it shows itself only later, that step names it again.                    *)
TagIfOpen(v, choice, alternative) ==
  When(Cardinality(v[choice]) > 1, {Tag(choice, alternative)})
==============================================================================
