------------------------------- MODULE Binding -------------------------------
(***************************************************************************)
(* interrupt_bind, and its option UNBIND in kernels that have it.          *)
(***************************************************************************)
EXTENDS Interrupts

(***************************************************************************)
(* interrupt_bind(inth, porth, key, options)                               *)
(***************************************************************************)
(* The port was created without the option, which is looked at before it   *)
(* is asked whether to bind or to unbind; s is what was taken at            *)
(* C-plain-port.                                                            *)
LOCAL Plain(k, p) == Found(p, ~k.objects[p].bindable)
LOCAL PlainPort(s) ==
  FaultIf(s # NotMet, s, {"R-bind-port-option"} \union TagIfMet("C-plain-port", s))

LOCAL BindFaults(k, c, plain) ==
  LET o == c.objects[1]
      p == c.objects[2]
      i == k.objects[o]
  IN  PlainPort(plain)
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
         [] a \in {"delivered", "delivered-always"} ->
              Reply(Send(v, k, o, later, Head(i.remembered)), "OK", tagged)
         [] a = "remembered" ->
              Reply(SetObject(k, o, [i EXCEPT !.arm = "early"]), "OK", tagged)
         [] a = "remembered-armed" -> Reply(SetObject(k, o, i), "OK", tagged)
   : a \in v["C-early-trigger"]}

(* A trigger came before the bind; i is bound and, by an earlier wait or    *)
(* unbind, not armed.                                                       *)
LOCAL BindPending(v, k, o, i, by) ==
  UNION {
    {Reply(CASE p = "live" -> SetObject(k, o, [i EXCEPT !.remembered = <<>>])
             [] a = "delivered-always" ->
                  Send(v, k, o, [i EXCEPT !.remembered = Tail(@)], Head(i.remembered))
             [] OTHER -> SetObject(k, o, i),
           "OK", by \union {Tag("C-early-trigger", a)} \union TagIfMet("C-unbound-pending", p))
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
  IN  UNION {Conclude(v, k, c.faults \o BindFaults(k, c, s),
                      BindEffect(v, k, o, p, c.args.key))
             : s \in Alternatives(v, Plain(k, p), "C-plain-port")}

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
  IN  UNION {
        Conclude(v, k,
          c.faults \o PlainPort(s)
                   \o FaultIf(Found(o, elsewhere), "NOT_FOUND", {"C-unbind"})
                   \o FaultIf(Found(o, i.destroyed), "CANCELED", {"C-unbind"}),
          UnbindEffect(v, k, o))
        : s \in Alternatives(v, Plain(k, p), "C-plain-port")}
==============================================================================
