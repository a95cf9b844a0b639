----------------------------- MODULE Symmetries ------------------------------
(***************************************************************************)
(* What may be renamed without a difference.  Two kernels that are equal   *)
(* up to such a renaming allow the same steps up to it, so that whoever    *)
(* evaluates Steps may remember the result for one of them.  And what may  *)
(* be taken for granted of packets, so that whoever looks for an execution *)
(* sees early that a packet is in the way of others.                       *)
(***************************************************************************)

(* The fields, at any depth of a kernel or of a call, whose numbers stand   *)
(* for 64-bit values.  0 is never renamed.                                  *)
ValueFields == {"key", "timestamp", "payload", "remembered", "stale"}

(* The fields of a kernel whose strings are threads.                        *)
ThreadFields == {"thread", "waiters"}

(* For each port, the handles that refer to it and the packets in it: key   *)
(* and value, in the order in which readers take them, those of interrupts  *)
(* before the others (ReadsFirstInterrupt, ReadsUserLast).                  *)
Leaving(k) ==
  {LET port == k.objects[p]
   IN  [handles    |-> {h \in DOMAIN k.handles : k.handles[h].object = p},
        interrupts |-> [n \in DOMAIN port.interrupts |->
                          <<port.interrupts[n].key, port.interrupts[n].timestamp>>],
        packets    |-> [n \in DOMAIN port.packets |->
                          <<port.packets[n].key, port.packets[n].payload>>]]
   : p \in {o \in DOMAIN k.objects : k.objects[o].type = "port"}}

(* The calls that take a packet out of a port, if at all, to give it to a   *)
(* reader (KeptUntilRead), and that leave every handle as it is, unless     *)
(* their pointer is null.                                                   *)
Keeping == {"port_create", "port_queue", "port_wait", "event_create", "interrupt_create",
            "interrupt_trigger", "interrupt_ack", "interrupt_wait"}
==============================================================================
