------------------------------ MODULE Sequential ------------------------------
(***************************************************************************)
(* A scene whose calls are made one after the other: the next when all     *)
(* others have returned or are blocked.  A step is a stimulus with all     *)
(* that follows from it, in any order and by any choice that is open; its  *)
(* label says whose it is, and who has returned with what.                 *)
(***************************************************************************)
EXTENDS Machine, Suites

CONSTANTS Name

VARIABLE label

Order == <<"A", "B", "C">>
SceneReaders == {Order[n] : n \in 1 .. Unopened(Name).readers}
ScenePrologue == Unopened(Name).setup
SceneAlphabet(k, cs) == Scene(Name, k, cs).stimuli
RealCapacity == [floor |-> 1024, k2049 |-> 2049, k4097 |-> 4097]

(* Where calls come to rest.                                                *)
RECURSIVE Rests(_, _, _)
Rests(v, k, cs) ==
  LET moves == UNION {{<<t, r>> : r \in Steps(v, k, t, cs[t])} : t \in Busy(cs)}
  IN  IF moves = {} THEN {[variant |-> v, kernel |-> k, calls |-> cs]}
      ELSE UNION {LET after == [cs EXCEPT ![m[1]] = m[2].call]
                  IN  Rests(Narrow(v, m[2].by), Collect(v, m[2].kernel, HeldBy(after)), after) :
                    m \in moves}

Settle(t, call, s) ==
  \E rest \in Rests(variant, kernel, [calls EXCEPT ![t] = call]) :
    LET done == {u \in Threads : rest.calls[u].at = "done"}
    IN  /\ variant' = rest.variant
        /\ kernel' = rest.kernel
        /\ calls' = [u \in Threads |-> IF u \in done THEN Idle ELSE rest.calls[u]]
        /\ label' = [thread |-> t, stimulus |-> s,
                     replies |-> [u \in done |-> rest.calls[u].reply]]

Stimulated(t) ==
  /\ calls[t] = Idle
  /\ \E s \in Alphabet(kernel, CallsOf(calls)) :
       t \in Actors(s.thread) /\ Settle(t, Begin(s.op, s.args), s)

Expired(t) ==
  /\ calls[t] # Idle /\ Expirable(calls[t])
  /\ Settle(t, Expire(calls[t]), Expiry(t))

SequentialInit == Init /\ label = <<>>
SequentialNext == \E t \in Threads : Stimulated(t) \/ Expired(t)

(* How a state came about is of no account.                                 *)
Unlabelled == <<kernel, calls, variant>>
==============================================================================
