------------------------------- MODULE Choices -------------------------------
(***************************************************************************)
(* The points at which the document is silent or ambiguous, or at which    *)
(* the kernels differ, each with its alternatives; and the variants, each  *)
(* a record that gives every choice the alternatives that it allows.       *)
(*                                                                         *)
(* A policy is taken once and kept by an implementation; a free choice may *)
(* be taken anew by every call.  A variant with one alternative a choice   *)
(* is resolved.                                                            *)
(***************************************************************************)
EXTENDS Sequences, FiniteSets, TLC

(* kind, what is to be chosen, the alternatives that the document admits,   *)
(* the alternatives that only kernels take                                  *)
LOCAL Policy(question, doc, quirks) ==
  [kind |-> "policy", question |-> question, doc |-> doc, quirks |-> quirks]
LOCAL Free(question, doc, quirks) ==
  [kind |-> "free", question |-> question, doc |-> doc, quirks |-> quirks]

Choice ==
     "C-coalesce" :> Policy(
       "Which timestamp remains of several triggers that are remembered",
       {"first", "last", "each"}, {})
  @@ "C-early-trigger" :> Policy(
       "What a bind does with a trigger that came before it: delivered, where the interrupt is armed or always; or remembered for an ack, until which it is not armed, or is",
       {"forgotten", "delivered", "delivered-always", "remembered", "remembered-armed"}, {})
  @@ "C-early-wait" :> Policy(
       "Whether an interrupt is armed by the bind that follows a completed wait",
       {"armed", "not-armed"}, {})
  @@ "C-late-trigger" :> Policy(
       "Whether a trigger after a completed wait arms the unbound interrupt again",
       {"rearms", "keeps"}, {})
  @@ "C-idle-ack" :> Policy(
       "The reply to an ack with nothing outstanding",
       {"OK", "BAD_STATE"}, {})
  @@ "C-ack-unread" :> Policy(
       "An ack with a trigger remembered while an earlier packet is unread",
       {"queues"}, {"refused"})
  @@ "C-trigger-unread" :> Policy(
       "A trigger of an armed interrupt while an earlier packet is unread",
       {"queues"}, {"lost"})
  @@ "C-zero-timestamp" :> Policy(
       "Whether a trigger with timestamp 0 is remembered",
       {"remembered"}, {"lost"})
  @@ "C-plain-port" :> Policy(
       "The error of a bind to a port created without BIND_TO_INTERRUPT",
       {"WRONG_TYPE", "BAD_STATE", "INVALID_ARGS", "NOT_SUPPORTED", "ACCESS_DENIED"}, {})
  @@ "C-unbind" :> Policy(
       "The option UNBIND of bind: an error, or what becomes of an unread packet",
       {"absent"}, {"drops", "repends"})
  @@ "C-unbound-pending" :> Policy(
       "A trigger still remembered when an interrupt that is not armed is unbound",
       {"live"}, {"dormant"})
  @@ "C-second-waiter" :> Policy(
       "A thread calls interrupt_wait while another thread waits",
       {"BAD_STATE", "waits"}, {})
  @@ "C-release" :> Policy(
       "How many waiting threads one trigger releases",
       {"one", "all"}, {})
  @@ "C-released-waiter" :> Policy(
       "A waiter that a trigger released finds the interrupt changed when it runs",
       {"waits"}, {"rechecks"})
  @@ "C-overtake" :> Free(
       "A thread calls interrupt_wait when a trigger has come that the waiter has not yet taken",
       {"takes", "BAD_STATE"}, {})
  @@ "C-reader-wake" :> Policy(
       "What lets a blocked reader go on: a packet in its port, or a count of packets, of which one whose deadline has passed still holds its part until it runs",
       {"packet"}, {"count"})
  @@ "C-create-options" :> Policy(
       "Whether interrupt_create has the options TIMESTAMP_MONO and WAKE_VECTOR of later kernels",
       {"absent"}, {"later"})
  @@ "C-event-rights" :> Policy(
       "Whether the handle of a new event has the rights READ and WRITE",
       {"granted"}, {"withheld"})
  @@ "C-destroy-right" :> Policy(
       "The right that destroy asks for",
       {"none", "WRITE"}, {})
  @@ "C-destroy-again" :> Policy(
       "The reply to destroying a destroyed interrupt",
       {"OK", "NOT_FOUND"}, {})
  @@ "C-destroy-nothing-read" :> Policy(
       "The reply of destroy where the interrupt is not armed, but no packet was ever read",
       {"NOT_FOUND", "OK"}, {})
  @@ "C-destroyed-binding" :> Policy(
       "Whether a destroyed interrupt still counts as bound",
       {"kept", "cleared"}, {})
  @@ "C-stale-destroy" :> Policy(
       "Destroy of an interrupt whose trigger was forgotten by its bind",
       {"destroys"}, {"ignored"})
  @@ "C-closed-port" :> Policy(
       "What closing the last handle of a port does to its blocked readers",
       {"silent", "CANCELED"}, {})
  @@ "C-closed-packets" :> Policy(
       "What closing the last handle of a port does to its user packets",
       {"flushed", "kept"}, {})
  @@ "C-closed-queue" :> Policy(
       "port_queue that looked up its port before the last handle was closed",
       {"OK", "BAD_HANDLE", "BAD_STATE"}, {})
  @@ "C-capacity" :> Policy(
       "How many user packets a port holds before SHOULD_WAIT",
       {"2049", "4097", "other"}, {})
  @@ "C-null-packet" :> Policy(
       "When port_wait notices a null packet pointer, and what becomes of the packet",
       {"early", "late"}, {"loses"})
  @@ "C-failed-replace" :> Policy(
       "Whether a failed handle_replace closes its source",
       {"closes", "keeps"}, {})
  @@ "C-error-order" :> Free(
       "Which error is reported where several apply",
       {"rights-first", "type-first", "any"}, {})

(* Shown by no fewer than three calls in progress at once: by programs of   *)
(* that many threads, and by no script.                                     *)
AmongThree == {"C-reader-wake"}

Policies == {choice \in DOMAIN Choice : Choice[choice].kind = "policy"}

(* How `by` names the use of an alternative.                                *)
Tag(choice, alternative) == choice \o "=" \o alternative

(***************************************************************************)
(* Variants                                                                *)
(***************************************************************************)
Doc == [choice \in DOMAIN Choice |-> Choice[choice].doc]

(* The kernel of the document's own date: 2018-09 to 2018-12, as read in    *)
(* pandarong/zircon, 79fab0b59 to 28ee42945^.                               *)
LOCAL Kernel2018 ==
     "C-coalesce" :> "first"            @@ "C-early-trigger" :> "forgotten"
  @@ "C-early-wait" :> "not-armed"      @@ "C-late-trigger" :> "rearms"
  @@ "C-idle-ack" :> "OK"               @@ "C-ack-unread" :> "refused"
  @@ "C-trigger-unread" :> "lost"       @@ "C-zero-timestamp" :> "lost"
  @@ "C-plain-port" :> "WRONG_TYPE"     @@ "C-unbind" :> "absent"
  @@ "C-unbound-pending" :> "live"      @@ "C-second-waiter" :> "BAD_STATE"
  @@ "C-release" :> "one"               @@ "C-released-waiter" :> "rechecks"
  @@ "C-overtake" :> "takes"            @@ "C-destroy-right" :> "none"
  @@ "C-destroy-again" :> "OK"          @@ "C-destroy-nothing-read" :> "NOT_FOUND"
  @@ "C-destroyed-binding" :> "kept"    @@ "C-stale-destroy" :> "ignored"
  @@ "C-closed-port" :> "silent"        @@ "C-closed-packets" :> "flushed"
  @@ "C-closed-queue" :> "BAD_STATE"    @@ "C-capacity" :> "2049"
  @@ "C-null-packet" :> "loses"         @@ "C-failed-replace" :> "closes"
  @@ "C-error-order" :> "rights-first"  @@ "C-event-rights" :> "granted"
  @@ "C-create-options" :> "absent"     @@ "C-reader-wake" :> "count"

(* An undated copy of 2019 or 2020: bind has the option UNBIND, which takes *)
(* an unread packet with it and touches nothing else, so that a trigger     *)
(* which waited for an ack waits on, unseen; a port without handles         *)
(* answers BAD_HANDLE; and an event has neither READ nor WRITE, as from     *)
(* 13570e257 on, late in 2018.  That rights still come first is inferred.   *)
LOCAL Kernel2020 ==
  [Kernel2018 EXCEPT !["C-event-rights"] = "withheld",
                     !["C-reader-wake"] = "packet",
                     !["C-unbind"] = "drops",
                     !["C-unbound-pending"] = "dormant",
                     !["C-closed-queue"] = "BAD_HANDLE"]

(* As read in artem/fuchsia-mirror, 8541a195, and dahliaOS/zircon-rpi,      *)
(* 94fc5384: bind queues the packet of a trigger that came before it, and   *)
(* the type of a handle is looked at before its rights.  Destroy has still  *)
(* its case for a trigger that bind left alone, but bind leaves none.       *)
LOCAL Kernel2021 ==
  [Kernel2020 EXCEPT !["C-early-trigger"] = "delivered",
                     !["C-stale-destroy"] = "destroys",
                     !["C-error-order"] = "type-first"]

(* As read in misttech/fuchsia, 06eae498, d2692d0e, 41392451: a trigger     *)
(* after a completed wait waits for the next one, and is no early trigger   *)
(* to bind; interrupt_create has further options; ports hold twice as much  *)
(* (beyond which the real kernel also raises an exception).  That an unbind *)
(* gives the packet back to interrupt_wait is inferred from the tests of    *)
(* 15b94e58 alone: the texts that were read drop it, so that both are       *)
(* allowed.                                                                 *)
LOCAL Kernel2025 ==
  [Kernel2021 EXCEPT !["C-late-trigger"] = "keeps",
                     !["C-unbind"] = "repends",
                     !["C-unbound-pending"] = "live",
                     !["C-create-options"] = "later",
                     !["C-capacity"] = "4097"]

LOCAL Resolved(taken) == [choice \in DOMAIN Choice |-> {taken[choice]}]

(* The alternative of the 2018 kernel wherever the document admits it, and  *)
(* elsewhere the one that the document admits; it admits two only of a null *)
(* packet pointer, which the reference implementation notices early.        *)
Reference ==
  [choice \in DOMAIN Choice |->
     IF Kernel2018[choice] \in Choice[choice].doc THEN {Kernel2018[choice]}
     ELSE IF choice = "C-null-packet" THEN {"early"}
     ELSE Choice[choice].doc]

Variants ==
     "doc" :> Doc
  @@ "reference" :> Reference
  @@ "zircon-2018" :> Resolved(Kernel2018)
  @@ "zircon-2020" :> Resolved(Kernel2020)
  @@ "zircon-2021" :> Resolved(Kernel2021)
  @@ "zircon-2025" :> [Resolved(Kernel2025) EXCEPT !["C-unbind"] = {"drops", "repends"}]

(* What any resolved variant may do.  Errors in any order are left out:     *)
(* beside them no order of a kernel's own would be seen.                    *)
Every ==
  [choice \in DOMAIN Choice |-> (Choice[choice].doc \union Choice[choice].quirks) \ {"any"}]

ASSUME AmongThree \subseteq DOMAIN Choice

(* What remains of a variant once the uses in `by` have fixed policies.     *)
Narrow(v, by) ==
  [choice \in DOMAIN v |->
     LET used == {a \in v[choice] : Tag(choice, a) \in by}
     IN  IF used = {} \/ choice \notin Policies THEN v[choice] ELSE used]

ASSUME \A name \in DOMAIN Variants : \A choice \in DOMAIN Choice :
         /\ Variants[name][choice] # {}
         /\ Variants[name][choice] \subseteq Choice[choice].doc \union Choice[choice].quirks
ASSUME \A choice \in DOMAIN Choice :
         /\ Cardinality(Reference[choice]) = 1
         /\ Reference[choice] \subseteq Choice[choice].doc
ASSUME Narrow(Doc, {"C-idle-ack=OK", "C-error-order=any"})
         = [Doc EXCEPT !["C-idle-ack"] = {"OK"}]
==============================================================================
