------------------------------- MODULE Binding -------------------------------
(***************************************************************************)
(* interrupt_bind, and its option UNBIND in kernels that have it.          *)
(***************************************************************************)
EXTENDS Interrupts

(***************************************************************************)
(* interrupt_bind(inth, porth, key, options)                               *)
(***************************************************************************)
LOCAL BindFaults(k, c, plain) ==
  LET o == c.objects[1]
      p == c.objects[2]
      i == k.objects[o]
  IN  FaultIf(plain # NotMet, plain, {"R-bind-port-option"} \union TagIfMet("C-plain-port", plain))
      \o FaultIf(Found(o, i.destroyed), "CANCELED", {"R-bind-canceled"})
      \o FaultIf(Found(o, Bound(i)), "ALREADY_BOUND",
                 {"R-bind-already-bound", "R-bind-once"} \union
                 When(Found(p, PortOf(i) # p), {"R-bind-single-port"}))
      \o FaultIf(Found(o, i.waiters # {}), "BAD_STATE", {"R-bind-waiting"})

(* What is kept of the triggers that a bind forgot: their times, where an   *)
(* unbind may bring them back; that there were any, where destroy stumbles. *)
LOCAL Stale(v, forgotten) ==
  IF v["C-unbind"] # {"absent"} THEN forgotten
  ELSE IF "ignored" \in v["C-stale-destroy"] THEN <<0>>
  ELSE <<>>

(* A trigger came before the bind; i is bound and armed.                    *)
LOCAL BindTriggered(v, k, o, i, by) ==
  {LET tagged == by \union {Tag("C-early-trigger", a)}
       later  == [i EXCEPT !.remembered = Tail(@)]
   IN  CASE a = "forgotten" ->
              Reply(SetObject(k, o, [i EXCEPT !.remembered = <<>>,
                                     !.stale = Stale(v, i.remembered)]),
                    "OK", tagged)
         [] a = "delivered" -> Reply(Send(k, o, later, Head(i.remembered)), "OK", tagged)
         [] a = "remembered" ->
              Reply(SetObject(k, o, [i EXCEPT !.arm = "early"]), "OK", tagged)
   : a \in v["C-early-trigger"]}

(* A trigger came before the bind; i is bound and, by an earlier wait or    *)
(* unbind, not armed.                                                       *)
LOCAL BindPending(v, k, o, i, by) ==
  UNION {
    {Reply(SetObject(k, o, IF p = "live" THEN [i EXCEPT !.remembered = <<>>] ELSE i), "OK",
           by \union {Tag("C-early-trigger", a)} \union TagIfMet("C-unbound-pending", p))
     : p \in Alternatives(v, a = "forgotten", "C-unbound-pending")}
    : a \in v["C-early-trigger"]}

LOCAL BindEffect(v, k, o, p, key) ==
  UNION {
    LET i == [k.objects[o] EXCEPT
                !.binding = <<[port |-> p, key |-> key]>>,
                !.arm = IF w = "armed" THEN "armed" ELSE @]
        by == {"R-bind", "R-bind-return"} \union TagIfMet("C-early-wait", w)
    IN  CASE i.remembered = <<>> -> {Reply(SetObject(k, o, i), "OK", by)}
          [] i.arm = "armed"     -> BindTriggered(v, k, o, i, by)
          [] OTHER               -> BindPending(v, k, o, i, by)
    : w \in Alternatives(v, k.objects[o].arm = "early", "C-early-wait")}

InterruptBind(v, k, t, c) ==
  LET o == c.objects[1]
      p == c.objects[2]
      plain == Found(p, ~k.objects[p].bindable)
  IN  UNION {Conclude(v, k, c.faults \o BindFaults(k, c, s),
                      BindEffect(v, k, o, p, c.args.key))
             : s \in Alternatives(v, plain, "C-plain-port")}

(* The option UNBIND, in kernels that have it.                              *)
LOCAL UnbindEffect(v, k, o) ==
  LET i == k.objects[o]
      queue == k.objects[PortOf(i)].interrupts
      mine  == {n \in DOMAIN queue : queue[n].source = o}
      loose == [i EXCEPT !.binding = <<>>, !.stale = <<>>,
                         !.remembered = IF i.stale = <<>> THEN @ ELSE i.stale,
                         !.arm = IF @ = "sent" THEN "early" ELSE @]
  IN  {Reply(SetObject(RemovePackets(k, PortOf(i), o), o,
               IF a = "repends" /\ mine # {}
                 THEN [loose EXCEPT !.arm = "armed",
                        !.remembered = <<queue[CHOOSE n \in mine : TRUE].timestamp>>]
                 ELSE loose),
             "OK", {Tag("C-unbind", a)})
       : a \in v["C-unbind"] \ {"absent"}}

InterruptUnbind(v, k, t, c) ==
  LET o == c.objects[1]
      p == c.objects[2]
      i == k.objects[o]
      elsewhere == ~Bound(i) \/ Found(p, PortOf(i) # p)
  IN  Conclude(v, k,
        c.faults \o FaultIf(Found(o, elsewhere), "NOT_FOUND", {"C-unbind"})
                 \o FaultIf(Found(o, i.destroyed), "CANCELED", {"C-unbind"}),
        UnbindEffect(v, k, o))
==============================================================================
