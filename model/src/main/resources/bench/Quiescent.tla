------------------------------ MODULE Quiescent -------------------------------
(***************************************************************************)
(* The quiescent states of a scene, up to a renaming of its readers, for   *)
(* TLC to count: a stimulus and all that follows from it is one step.      *)
(***************************************************************************)
EXTENDS Machine, Suites

CONSTANTS Name, T1, T2, T3

Order == <<T1, T2, T3>>
SceneReaders == {Order[n] : n \in 1 .. Unopened(Name).readers}
Renamings == Permutations(SceneReaders)
ScenePrologue == Unopened(Name).setup
SceneAlphabet(k, cs) == Scene(Name, k, cs).stimuli
RealCapacity == [floor |-> 1024, k2049 |-> 2049, k4097 |-> 4097]

(* Where the calls come to rest, whichever goes on first.                   *)
RECURSIVE Rests(_, _)
Rests(k, cs) ==
  LET moves == UNION {{<<t, r>> : r \in Steps(variant, k, t, cs[t])} : t \in Busy(cs)}
  IN  IF moves = {}
        THEN {[kernel |-> k,
               calls  |-> [t \in Threads |-> IF cs[t].at = "done" THEN Idle ELSE cs[t]]]}
        ELSE UNION {LET after == [cs EXCEPT ![m[1]] = m[2].call]
                    IN  Rests(Collect(variant, m[2].kernel, HeldBy(after)), after) : m \in moves}

(* They are alike but for the readers' names.                               *)
Settle(t, c) ==
  LET rest == CHOOSE r \in Rests(kernel, [calls EXCEPT ![t] = c]) : TRUE
  IN  kernel' = rest.kernel /\ calls' = rest.calls /\ UNCHANGED variant

First(S) ==
  Order[CHOOSE n \in DOMAIN Order : Order[n] \in S /\ \A m \in 1 .. (n - 1) : Order[m] \notin S]

IdleReaders == SceneReaders \ Busy(calls)

Stimulate(s) ==
  IF s.thread = "main" THEN Settle("main", Begin(s.op, s.args))
  ELSE IdleReaders # {} /\ Settle(First(IdleReaders), Begin(s.op, s.args))

(* Of readers in the same call any may be the one.                          *)
Expired(c) == Settle(First({t \in Busy(calls) : calls[t] = c}), Expire(c))

QuiescentNext ==
  \/ \E s \in Alphabet(kernel, CallsOf(calls)) : Stimulate(s)
  \/ \E c \in {calls[t] : t \in {u \in Busy(calls) : Expirable(calls[u])}} : Expired(c)

QuiescentSpec == Init /\ [][QuiescentNext]_vars
==============================================================================
