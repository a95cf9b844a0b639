------------------------------- MODULE Machine --------------------------------
(***************************************************************************)
(* The state machine: threads that make calls, and the steps that Steps    *)
(* allows them, interleaved.  A model says which calls may be made.        *)
(***************************************************************************)
EXTENDS Stimuli

CONSTANTS
  MainThreads,     \* the threads that make the stimuli of "main"
  ReaderThreads,   \* the threads that make the stimuli of "reader"
  VariantName,     \* which of Variants the kernel is
  Prologue,        \* the calls made before the machine starts: stimuli of "main"
  Alphabet(_, _)   \* the stimuli that may be made, given the kernel, and the calls that are
                   \* in progress or whose reply has not yet been seen

VARIABLES
  kernel,          \* see Kernel
  calls,           \* thread -> its call in progress, or Idle
  variant          \* the alternatives that are still open: a policy is fixed by its first use

vars == <<kernel, calls, variant>>

Idle == [at |-> "idle"]
Threads == MainThreads \union ReaderThreads
Actors(role) == IF role = "main" THEN MainThreads ELSE ReaderThreads
InitialVariant == Variants[VariantName]
InitialKernel == RunAll(InitialVariant, EmptyKernel, Prologue)

Busy(cs) == {t \in Threads : cs[t] # Idle}
CallsOf(cs) == [t \in Busy(cs) |-> cs[t]]
HeldBy(cs) == UNION {Held(cs[t]) : t \in Busy(cs)}

Init ==
  /\ variant = InitialVariant
  /\ kernel = InitialKernel
  /\ calls = [t \in Threads |-> Idle]

(* Environment: a thread makes a call, or sees the reply of its call.       *)
Make(t, s) ==
  /\ calls[t] = Idle
  /\ t \in Actors(s.thread)
  /\ calls' = [calls EXCEPT ![t] = Begin(s.op, s.args)]
  /\ UNCHANGED <<kernel, variant>>

Invoke(t) == calls[t] = Idle /\ \E s \in Alphabet(kernel, CallsOf(calls)) : Make(t, s)

Return(t) ==
  /\ calls[t].at = "done"
  /\ calls' = [calls EXCEPT ![t] = Idle]
  /\ UNCHANGED <<kernel, variant>>

(* Environment: the deadline of a thread's call passes.                     *)
Elapse(t) ==
  /\ calls[t] # Idle
  /\ Expirable(calls[t])
  /\ calls' = [calls EXCEPT ![t] = Expire(@)]
  /\ UNCHANGED <<kernel, variant>>

(* System: one of the steps that a call may take.                           *)
Moves(t) == When(calls[t] # Idle, Steps(variant, kernel, t, calls[t]))

Take(t, r) ==
  /\ calls' = [calls EXCEPT ![t] = r.call]
  /\ kernel' = Collect(variant, r.kernel, HeldBy(calls'))
  /\ variant' = Narrow(variant, r.by)

Step(t) == \E r \in Moves(t) : Take(t, r)

Next == \E t \in Threads : Invoke(t) \/ Step(t) \/ Return(t) \/ Elapse(t)

(* A call that can go on does, and its thread sees the reply; nobody has to *)
(* make a call.                                                             *)
Fairness == \A t \in Threads : WF_vars(Step(t)) /\ WF_vars(Return(t))

Spec == Init /\ [][Next]_vars
FairSpec == Spec /\ Fairness
==============================================================================
