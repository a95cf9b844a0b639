-------------------------- MODULE PropertiesLiveness ---------------------------
(***************************************************************************)
(* Liveness: what must come, provided that a call that can go on does.     *)
(* Each is checked with one reader, so that no other takes its packet, and *)
(* one property a run.                                                     *)
(***************************************************************************)
EXTENDS PropertiesPorts

(* t is past its lookups: its call on interrupt o takes effect next.        *)
LOCAL About(t, op, o) ==
  calls[t].at = "effect" /\ calls[t].op = op /\ calls[t].objects[1] = o /\ calls[t].faults = <<>>

LOCAL Alive(o) == o \in Interrupts /\ ~Object(o).destroyed

(* r waits for a packet of o, and for nothing else.                         *)
LOCAL WaitsForPacket(r, o) ==
  BlockedReader(r) /\ Alive(o) /\ Object(o).binding # <<>> /\ PortOf(Object(o)) = Subject(r)

LOCAL HasPacket(r) == calls[r].at = "done" /\ calls[r].reply.status = "OK"

(* An armed interrupt is triggered while a reader waits: the reader gets a  *)
(* packet.                                                                  *)
(* R-packet-delivered R-packet-wakes-reader *)
TriggerReachesReader ==
  \A r \in ReaderThreads :
    (\E o \in Interrupts, t \in MainThreads :
        WaitsForPacket(r, o) /\ Object(o).arm = "armed" /\ About(t, "interrupt_trigger", o))
    ~> (HasPacket(r) \/ \E o \in Interrupts : ~Alive(o))

(* An interrupt with a trigger remembered is acked while a reader waits.    *)
(* R-rearm-pending R-packet-wakes-reader *)
AckReachesReader ==
  \A r \in ReaderThreads :
    (\E o \in Interrupts, t \in MainThreads :
        WaitsForPacket(r, o) /\ Object(o).remembered # <<>> /\ About(t, "interrupt_ack", o))
    ~> (HasPacket(r) \/ \E o \in Interrupts : ~Alive(o))

(* R-trigger-waiter *)
TriggerReleasesWaiter ==
  \A r \in ReaderThreads :
    (/\ Waits(r) /\ Alive(Subject(r))
     /\ \E t \in MainThreads : About(t, "interrupt_trigger", Subject(r)))
    ~> ~Waits(r)

(* By name, or with the last handle.                                        *)
(* R-destroy-waiter R-close-last *)
DestroyReleasesWaiter ==
  \A r \in ReaderThreads :
    (/\ Waits(r)
     /\ \E t \in MainThreads :
          \/ About(t, "interrupt_destroy", Subject(r))
          \/ calls[t].at = "closing" /\ Subject(t) = Subject(r))
    ~> ~Waits(r)

(***************************************************************************)
(* Whoever reads for ever, reads the packet of every trigger               *)
(***************************************************************************)
EagerSpec == FairSpec /\ \A r \in ReaderThreads : WF_vars(Invoke(r))

(* The trigger at time 2 of an armed interrupt is read, unless the          *)
(* interrupt is destroyed before.                                           *)
(* R-packet-delivered R-packet-timestamp *)
TriggerIsRead ==
  (\E o \in Interrupts, t \in MainThreads :
      /\ About(t, "interrupt_trigger", o) /\ calls[t].args.timestamp = 2
      /\ Alive(o) /\ Bound(Object(o)) /\ Object(o).arm = "armed")
  ~> ((\E r \in ReaderThreads : HasPacket(r) /\ calls[r].reply.packet.timestamp = 2)
      \/ \E o \in Interrupts : ~Alive(o))
==============================================================================
