------------------------------ MODULE TestKernel -------------------------------
(* Tests of Kernel and Choices.                                             *)
EXTENDS Kernel

LOCAL Handle(o) == [object |-> o, rights |-> {}]
LOCAL Port == [type |-> "port", count |-> 0]
LOCAL Tied(p) == [type |-> "interrupt", binding |-> <<[port |-> p, key |-> 1]>>,
                  destroyed |-> FALSE, signalled |-> FALSE]
LOCAL Resolve1 == [Doc EXCEPT !["C-error-order"] = {"rights-first"}]

(* The least free number.                                                   *)
ASSUME Fresh({}) = 1
ASSUME Fresh({1, 2, 4}) = 3
ASSUME Fresh({2}) = 1

ASSUME Without(1 :> "a" @@ 2 :> "b", 1) = (2 :> "b")
ASSUME Range(<<3, 3, 4>>) = {3, 4}

(* An object lives by a handle, by a call, or by the binding of one that    *)
(* lives.                                                                   *)
LOCAL World(handles, objects) == [EmptyKernel EXCEPT !.handles = handles, !.objects = objects]

ASSUME LET k == World(7 :> Handle(1), 1 :> Port @@ 2 :> Port)
       IN  /\ Collect(Doc, k, {}).objects = <<Port>>
           /\ Collect(Doc, k, {2}) = k
           /\ Unreferenced(k, 2) /\ ~Unreferenced(k, 1)
ASSUME LET k == World(7 :> Handle(2), 1 :> Port @@ 2 :> Tied(1))
       IN  Collect(Doc, k, {}) = k
ASSUME LET k == World(<<>>, 1 :> Port @@ 2 :> Tied(1))
       IN  Collect(Doc, k, {}) = EmptyKernel /\ Collect(Doc, k, {2}) = k

(* What only calls in progress could tell is forgotten where there is none. *)
LOCAL Counted == World(7 :> Handle(1), <<[Port EXCEPT !.count = 2]>>)
ASSUME Collect(Doc, Counted, {}).objects = <<Port>> /\ Collect(Doc, Counted, {1}) = Counted
ASSUME LET tied == [Tied(1) EXCEPT !.signalled = TRUE]
           Forgets(v, i) ==
             ~Collect(v, World(7 :> Handle(2), 1 :> Port @@ 2 :> i), {}).objects[2].signalled
       IN  /\ Forgets(Doc, tied)
           /\ ~Forgets(Variants["zircon-2020"], tied)
           /\ Forgets(Variants["zircon-2020"], [tied EXCEPT !.destroyed = TRUE])
           /\ Collect(Doc, World(7 :> Handle(1), <<[tied EXCEPT !.binding = <<>>]>>), {})
                .objects[1].signalled

ASSUME Create(EmptyKernel, 5, Port, DefaultRights.port)
         = World(5 :> [object |-> 1, rights |-> DefaultRights.port], <<Port>>)

(* A call that is done holds nothing, and a failed lookup neither.          *)
ASSUME Held([at |-> "done", reply |-> [status |-> "OK"]]) = {}
ASSUME Held([InProgress("x", <<>>, "effect", <<>>) EXCEPT !.objects = <<0, 3>>]) = {3}

(* Where a variant fixes the order of errors, the first is reported; else   *)
(* any, and the choice is named.                                            *)
LOCAL Two == FaultIf(TRUE, "BAD_STATE", {"R-ack-unbound"}) \o FaultIf(FALSE, "OK", {})
               \o FaultIf(TRUE, "CANCELED", {"R-ack-canceled"})
ASSUME Len(Two) = 2
ASSUME {r.call.reply.status : r \in Failures(Doc, EmptyKernel, Two)} = {"BAD_STATE", "CANCELED"}
ASSUME \A r \in Failures(Doc, EmptyKernel, Two) : "C-error-order=any" \in r.by
ASSUME {r.call.reply.status : r \in Failures(Resolve1, EmptyKernel, Two)} = {"BAD_STATE"}
ASSUME \A r \in Failures(Doc, EmptyKernel, Two) : r.kernel = EmptyKernel
ASSUME Conclude(Doc, EmptyKernel, <<>>, {"success"}) = {"success"}

(* Only a policy is fixed by its use, and only that one.                    *)
ASSUME Narrow(Doc, {}) = Doc
ASSUME Narrow(Doc, {"C-coalesce=last", "R-bind"}) = [Doc EXCEPT !["C-coalesce"] = {"last"}]
ASSUME Narrow(Doc, {"C-overtake=takes"}) = Doc
ASSUME TagIfMet("C-coalesce", NotMet) = {} /\ TagIfMet("C-coalesce", "each") = {"C-coalesce=each"}
ASSUME /\ Alternatives(Doc, FALSE, "C-coalesce") = {NotMet}
       /\ Alternatives(Doc, TRUE, "C-coalesce") = Doc["C-coalesce"]
==============================================================================
