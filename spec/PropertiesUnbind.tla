--------------------------- MODULE PropertiesUnbind ---------------------------
(***************************************************************************)
(* Safety of the option UNBIND, in kernels that have it, and what becomes  *)
(* of triggers when an interrupt is bound or unbound.  The document has no *)
(* word on it: these are what a user of unbind would hope for, and models  *)
(* say which kernel keeps what.                                            *)
(***************************************************************************)
EXTENDS PropertiesPorts

Unbinds(t) == Answers(t, "interrupt_unbind", "OK")

(* Only destroying and unbinding end a binding.                             *)
(* C-unbind R-bind-once R-bind-single-port *)
BindingStaysButForUnbind ==
  [][\A o \in Interrupts : Given(Remains(o) /\ Bound(Object(o)),
       \/ After(o).binding = Object(o).binding
       \/ After(o).binding = <<>> /\ After(o).destroyed
       \/ \E t \in Threads : Unbinds(t) /\ Subject(t) = o)]_vars

(* Unbind takes the binding and the packets of the interrupt, and nothing   *)
(* else of the port.                                                        *)
(* C-unbind *)
UnbindUnbinds ==
  [][\A t \in Threads : Given(Unbinds(t),
       LET o == Subject(t)
           p == PortOf(Object(o))
           Other(packet) == packet.source # o
       IN  /\ p = calls[t].objects[2]
           /\ After(o).binding = <<>>
           /\ p \in DOMAIN kernel'.objects =>
                After(p) = [Object(p) EXCEPT !.interrupts = SelectSeq(@, Other)])]_vars

(* It refuses where there is nothing to unbind or the interrupt is          *)
(* destroyed, and changes nothing then.                                     *)
(* C-unbind *)
UnbindRefused ==
  [][\A t \in Threads : Given(EffectOf(t, "interrupt_unbind") /\ calls[t].faults = <<>>,
       LET i    == Object(Subject(t))
           here == Bound(i) /\ PortOf(i) = calls[t].objects[2]
       IN  /\ Status(t) = "OK" <=> here /\ ~i.destroyed
           /\ Status(t) = "NOT_FOUND" <=> ~here
           /\ Status(t) # "OK" => Becomes(kernel))]_vars

(* An unread packet is not lost by it: interrupt_wait, or the next bind,    *)
(* can still get its time.                                                  *)
(* C-unbind *)
UnbindKeepsUnread ==
  [][\A t \in Threads : Unbinds(t) =>
       \A n \in DOMAIN QueueOf(Subject(t)) :
          Given(QueueOf(Subject(t))[n].source = Subject(t),
            QueueOf(Subject(t))[n].timestamp \in Range(After(Subject(t)).remembered))]_vars

(* A trigger that came before a bind is not lost by it: its packet is       *)
(* queued, or it is remembered.                                             *)
(* C-early-trigger *)
BindKeepsTrigger ==
  [][\A t \in Threads : Answers(t, "interrupt_bind", "OK") =>
       LET o == Subject(t)
       IN  Given(Object(o).remembered # <<>>,
             \/ After(o).remembered = Object(o).remembered
             \/ Delivers(o, Head(Object(o).remembered)))]_vars
==============================================================================
