------------------------------ MODULE Refinement -------------------------------
(***************************************************************************)
(* The state machine refines Delivery, in models with one port, object 1,  *)
(* that every interrupt is bound to, and that bind none before they start. *)
(***************************************************************************)
EXTENDS PropertiesPorts

LOCAL ThePort == 1
LOCAL TheInterrupts ==
  {o \in DOMAIN InitialKernel.objects : InitialKernel.objects[o].type = "interrupt"}

LOCAL Lives(o) == o \in DOMAIN kernel.objects /\ ~Object(o).destroyed
LOCAL Field(o, name, gone) == IF Lives(o) THEN Object(o)[name] ELSE gone

LOCAL KeyOf(o) ==
  IF Field(o, "binding", <<>>) = <<>> THEN <<>> ELSE <<Object(o).binding[1].key>>
LOCAL PortField(name) ==
  IF ThePort \in DOMAIN kernel.objects THEN Object(ThePort)[name] ELSE <<>>

LOCAL GivenTo(t) ==
  IF /\ calls[t].at = "done"
     /\ "packet" \in DOMAIN calls[t].reply
     /\ calls[t].reply.packet.type = "INTERRUPT"
    THEN <<[key       |-> calls[t].reply.packet.key,
            timestamp |-> calls[t].reply.packet.timestamp]>>
    ELSE <<>>

LOCAL Small == 0 .. 3

Abstract == INSTANCE Delivery WITH
  Interrupts <- TheInterrupts,
  Readers    <- Threads,
  Keys       <- Small,
  Times      <- Small,
  Others     <- [key: Small, payload: Small],
  binding    <- [o \in TheInterrupts |-> KeyOf(o)],
  armed      <- [o \in TheInterrupts |->
                   Field(o, "arm", "sent") = "armed" /\ Field(o, "binding", <<>>) # <<>>],
  remembered <- [o \in TheInterrupts |-> Field(o, "remembered", <<>>)],
  destroyed  <- {o \in TheInterrupts : ~Lives(o)},
  unread     <- PortField("interrupts"),
  others     <- PortField("packets"),
  given      <- [t \in Threads |-> GivenTo(t)]

(* R-packet-delivered R-packet-key R-packet-timestamp R-rearm-needed R-rearm *)
(* R-rearm-pending R-early-ack R-bind R-bind-once R-destroy R-destroy-unread *)
(* R-port-wait-interrupt R-fifo R-dedicated-queue R-priority *)
RefinesDelivery == Abstract!Spec
==============================================================================
