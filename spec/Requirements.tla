----------------------------- MODULE Requirements -----------------------------
(***************************************************************************)
(* Every requirement, in this project's own words: where the documents     *)
(* say it, and what they say.  `by` of Steps names them.                   *)
(*                                                                         *)
(* from: "bind" is the source document, with the section and paragraph;    *)
(* the others are its siblings, as far as they meet the scope.             *)
(***************************************************************************)
EXTENDS TLC, Sequences

LOCAL From(from, text) == [from |-> from, text |-> text]

(***************************************************************************)
(* The source document, statement by statement                             *)
(***************************************************************************)
LOCAL OfBind ==
     "R-bind" :> From("bind, Description 1",
       "A bind ties one interrupt object to one port.")
  @@ "R-bind-single-port" :> From("bind, Description 2",
       "An interrupt is never tied to two ports: a bound one refuses another port.")
  @@ "R-bind-once" :> From("bind, Description 2",
       "An interrupt is bound at most once, to the same port as little as to another.")
  @@ "R-bind-port-option" :> From("bind, Description 2",
       "A port takes interrupts only if it was created with BIND_TO_INTERRUPT.")
  @@ "R-packet-delivered" :> From("bind, Description 3",
       "Triggering a bound interrupt that is armed puts one packet of type INTERRUPT into its port.")
  @@ "R-packet-timestamp" :> From("bind, Description 3",
       "The packet carries the time of the trigger, whatever 64-bit value that is.")
  @@ "R-packet-key" :> From("bind, Description 3",
       "The packet carries the key that was given to the bind.")
  @@ "R-rearm-needed" :> From("bind, Description 4",
       "After a packet there is no further one until an ack; a trigger meanwhile is remembered.")
  @@ "R-rearm" :> From("bind, Description 4",
       "An ack with no trigger remembered arms the interrupt again.")
  @@ "R-early-ack" :> From("bind, Description 4",
       "Acking after the packet is processed is advice: an ack counts even before it is read.")
  @@ "R-rearm-pending" :> From("bind, Description 4",
       "An ack with a trigger remembered delivers exactly one packet in the same step.")
  @@ "R-packet-wakes-reader" :> From("bind, Description 4",
       "A thread that waits on the port gets a packet as soon as there is one.")
  @@ "R-dedicated-queue" :> From("bind, Description 5",
       "Interrupt packets have a queue of their own, which user packets do not fill.")
  @@ "R-priority" :> From("bind, Description 5",
       "While both queues hold packets, a reader gets an interrupt packet.")
  @@ "R-bind-return" :> From("bind, Return value",
       "A bind that succeeds answers OK.")
  @@ "R-failure-changes-nothing" :> From("bind, Return value",
       "A call that fails answers a negative status, and leaves everything as it was.")
  @@ "R-bind-bad-handle" :> From("bind, Errors: BAD_HANDLE",
       "Either handle of a bind that is not valid is refused.")
  @@ "R-bind-wrong-type" :> From("bind, Errors: WRONG_TYPE",
       "A bind takes an interrupt and a port, and objects of no other type.")
  @@ "R-bind-canceled" :> From("bind, Errors: CANCELED",
       "A destroyed interrupt cannot be bound.")
  @@ "R-bind-waiting" :> From("bind, Errors: BAD_STATE",
       "An interrupt that a thread waits on with interrupt_wait cannot be bound.")
  @@ "R-bind-access-denied" :> From("bind, Errors: ACCESS_DENIED",
       "A bind asks for READ on the interrupt and WRITE on the port.")
  @@ "R-bind-already-bound" :> From("bind, Errors: ALREADY_BOUND",
       "Binding an interrupt that is bound is refused.")
  @@ "R-bind-invalid-args" :> From("bind, Errors: INVALID_ARGS",
       "Every option of bind must be zero.")

(***************************************************************************)
(* The sibling documents                                                   *)
(***************************************************************************)
LOCAL OfInterrupts ==
     "R-create" :> From("interrupt_create", "A virtual interrupt is created unbound and armed.")
  @@ "R-create-invalid-args" :> From("interrupt_create",
       "VIRTUAL goes with no other option, and the new handle needs a place.")
  @@ "R-create-bad-handle" :> From("interrupt_create",
       "An interrupt that is not virtual needs a valid resource.")
  @@ "R-create-wrong-type" :> From("interrupt_create",
       "An interrupt that is not virtual takes no other object for its resource.")
  @@ "R-ack-unbound" :> From("interrupt_ack", "Acking an unbound interrupt is refused.")
  @@ "R-ack-canceled" :> From("interrupt_ack", "Acking a destroyed interrupt gives CANCELED.")
  @@ "R-ack-bad-handle" :> From("interrupt_ack", "An invalid handle is refused.")
  @@ "R-ack-wrong-type" :> From("interrupt_ack", "Only an interrupt can be acked.")
  @@ "R-ack-access-denied" :> From("interrupt_ack", "An ack asks for WRITE.")
  @@ "R-trigger-unbound" :> From("interrupt_trigger",
       "A trigger of an unbound interrupt is remembered for interrupt_wait.")
  @@ "R-trigger-waiter" :> From("interrupt_trigger", "A trigger releases a waiting thread.")
  @@ "R-trigger-canceled" :> From("interrupt_trigger",
       "Triggering a destroyed interrupt gives CANCELED.")
  @@ "R-trigger-invalid-args" :> From("interrupt_trigger", "Every option must be zero.")
  @@ "R-trigger-bad-handle" :> From("interrupt_trigger", "An invalid handle is refused.")
  @@ "R-trigger-wrong-type" :> From("interrupt_trigger", "Only an interrupt can be triggered.")
  @@ "R-trigger-access-denied" :> From("interrupt_trigger", "A trigger asks for SIGNAL.")
  @@ "R-wait" :> From("interrupt_wait",
       "A wait consumes a trigger and gives its time; a null pointer for the time is no error.")
  @@ "R-wait-blocks" :> From("interrupt_wait", "A wait blocks until there is a trigger.")
  @@ "R-wait-bound" :> From("interrupt_wait", "Waiting on a bound interrupt is refused.")
  @@ "R-wait-canceled" :> From("interrupt_wait",
       "Waiting on an interrupt that is destroyed, before or meanwhile, gives CANCELED.")
  @@ "R-wait-bad-handle" :> From("interrupt_wait", "An invalid handle is refused.")
  @@ "R-wait-wrong-type" :> From("interrupt_wait", "Only an interrupt can be waited on so.")
  @@ "R-wait-access-denied" :> From("interrupt_wait", "A wait asks for WAIT.")
  @@ "R-destroy" :> From("interrupt_destroy", "An interrupt can be destroyed, bound or not.")
  @@ "R-destroy-waiter" :> From("interrupt_destroy", "Destroying releases the waiting thread.")
  @@ "R-destroy-unread" :> From("interrupt_destroy",
       "Destroying takes an unread packet of the interrupt out of the port.")
  @@ "R-destroy-not-found" :> From("interrupt_destroy",
       "Where a packet was read and not acked, destroy answers NOT_FOUND, and destroys.")
  @@ "R-destroy-bad-handle" :> From("interrupt_destroy", "An invalid handle is refused.")
  @@ "R-destroy-wrong-type" :> From("interrupt_destroy", "Only an interrupt can be destroyed.")

LOCAL OfPorts ==
     "R-port-create" :> From("port_create", "A port is created empty.")
  @@ "R-port-create-invalid-args" :> From("port_create",
       "BIND_TO_INTERRUPT is the only option, and the new handle needs a place.")
  @@ "R-port-queue" :> From("port_queue",
       "A user packet is queued with its key and payload, after those queued before.")
  @@ "R-port-queue-full" :> From("port_queue",
       "A port with too many user packets answers SHOULD_WAIT.")
  @@ "R-port-queue-invalid-args" :> From("port_queue", "A null packet pointer is refused.")
  @@ "R-port-queue-bad-handle" :> From("port_queue", "An invalid handle is refused.")
  @@ "R-port-queue-wrong-type" :> From("port_queue", "Only a port takes packets.")
  @@ "R-port-queue-access-denied" :> From("port_queue", "Queueing asks for WRITE.")
  @@ "R-port-wait-interrupt" :> From("port_wait",
       "A reader gets the packet of an interrupt, each packet going to one reader.")
  @@ "R-port-wait-user" :> From("port_wait",
       "A reader gets a user packet where no interrupt packet is queued.")
  @@ "R-fifo" :> From("port_wait", "Each queue is first in, first out.")
  @@ "R-port-wait-blocks" :> From("port_wait", "A reader of an empty port blocks.")
  @@ "R-port-wait-timed-out" :> From("port_wait",
       "A reader that has seen the port empty answers TIMED_OUT from its deadline on.")
  @@ "R-port-wait-invalid-args" :> From("port_wait", "A null packet pointer is refused.")
  @@ "R-port-wait-bad-handle" :> From("port_wait", "An invalid handle is refused.")
  @@ "R-port-wait-wrong-type" :> From("port_wait", "Only a port has packets to read.")
  @@ "R-port-wait-access-denied" :> From("port_wait", "Reading asks for READ.")

LOCAL OfHandles ==
     "R-close" :> From("handle_close", "Closing a handle makes it invalid, and no other handle.")
  @@ "R-close-last" :> From("handle_close",
       "Closing the last handle of an interrupt destroys the interrupt.")
  @@ "R-close-invalid" :> From("handle_close", "Closing the invalid handle is no error.")
  @@ "R-close-bad-handle" :> From("handle_close", "Closing an unknown handle is refused.")
  @@ "R-duplicate" :> From("handle_duplicate",
       "A second handle refers to the same object, with the same rights or fewer.")
  @@ "R-duplicate-bad-handle" :> From("handle_duplicate", "An invalid handle is refused.")
  @@ "R-duplicate-access-denied" :> From("handle_duplicate", "Duplicating asks for DUPLICATE.")
  @@ "R-duplicate-invalid-args" :> From("handle_duplicate",
       "Rights that the handle lacks, or no place for the new one, are refused.")
  @@ "R-replace" :> From("handle_replace",
       "A new handle, with the same rights or fewer, takes the place of the old one.")
  @@ "R-replace-bad-handle" :> From("handle_replace", "An invalid handle is refused.")
  @@ "R-replace-invalid-args" :> From("handle_replace",
       "Rights that the handle lacks, or no place for the new one, are refused.")
  @@ "R-event" :> From("event_create",
       "An event is there as an object of another type; it takes no option.")

Requirement == OfBind @@ OfInterrupts @@ OfPorts @@ OfHandles

(***************************************************************************)
(* What of an observation each requirement speaks of: of which call, and   *)
(* of what of it.  A call "returns" where it is not to be blocked, or      *)
(* "blocks" where it is not to return; it "succeeds" or not, and has a     *)
(* "status"; what it writes is a "handle" that is valid, a "timestamp",    *)
(* or of a packet the "type", "key", "packet_status" and, by its type,     *)
(* "timestamp" or "payload".  Where an observation is wrong in some of     *)
(* these only the requirements that speak of them are broken.              *)
(***************************************************************************)
LOCAL Of(call, what) == {call \o "." \o w : w \in what}
LOCAL Speak(ids, what) == [id \in ids |-> what]

LOCAL Answer(call) == Of(call, {"returns", "succeeds", "status"})
LOCAL Made(call) == Answer(call) \union Of(call, {"handle"})
LOCAL Read == Of("port_wait", {"returns", "succeeds", "status", "type", "packet_status"})
LOCAL Served == Of("port_wait", {"returns", "succeeds", "type"})

(* Any of the calls that may fail.                                          *)
LOCAL Failing ==
  {"interrupt_create", "interrupt_bind", "interrupt_ack", "interrupt_trigger",
   "interrupt_destroy", "interrupt_wait", "port_create", "port_queue", "port_wait",
   "handle_close", "handle_duplicate", "handle_replace", "event_create"}

LOCAL SpokenOfPackets ==
     Speak({"R-packet-delivered"}, Answer("interrupt_trigger") \union Served)
  @@ Speak({"R-packet-key"}, Of("port_wait", {"key"}))
  @@ Speak({"R-packet-timestamp"}, Of("port_wait", {"timestamp"}))
  @@ Speak({"R-packet-wakes-reader"}, Of("port_wait", {"returns", "succeeds"}))
  @@ Speak({"R-dedicated-queue"}, Answer("interrupt_trigger") \union Answer("interrupt_ack"))
  @@ Speak({"R-rearm-needed"}, Answer("interrupt_trigger") \union Of("port_wait", {"blocks"}))
  @@ Speak({"R-rearm-pending"}, Answer("interrupt_ack") \union Served)
  @@ Speak({"R-rearm", "R-early-ack", "R-ack-unbound", "R-ack-canceled", "R-ack-bad-handle",
            "R-ack-wrong-type", "R-ack-access-denied"}, Answer("interrupt_ack"))
  @@ Speak({"R-port-wait-interrupt", "R-port-wait-user"}, Read)
  @@ Speak({"R-priority"}, Of("port_wait", {"type"}))
  @@ Speak({"R-fifo"}, Of("port_wait", {"key", "timestamp", "payload"}))
  @@ Speak({"R-port-queue"}, Answer("port_queue") \union Of("port_wait", {"key", "payload"}))
  @@ Speak({"R-port-queue-full", "R-port-queue-invalid-args", "R-port-queue-bad-handle",
            "R-port-queue-wrong-type", "R-port-queue-access-denied"}, Answer("port_queue"))
  @@ Speak({"R-port-wait-blocks"}, Of("port_wait", {"blocks"}))
  @@ Speak({"R-port-wait-timed-out", "R-port-wait-invalid-args", "R-port-wait-bad-handle",
            "R-port-wait-wrong-type", "R-port-wait-access-denied"}, Answer("port_wait"))

LOCAL SpokenOfBinds ==
     Speak({"R-bind-single-port", "R-bind-once"}, Of("interrupt_bind", {"succeeds"}))
  @@ Speak({"R-bind", "R-bind-return", "R-bind-port-option", "R-bind-bad-handle",
            "R-bind-wrong-type", "R-bind-canceled", "R-bind-waiting", "R-bind-access-denied",
            "R-bind-already-bound", "R-bind-invalid-args"}, Answer("interrupt_bind"))
  @@ [id \in {"R-failure-changes-nothing"} |->
        UNION {Of(call, {"succeeds"}) : call \in Failing}]

LOCAL SpokenOfInterrupts ==
     Speak({"R-create"}, Made("interrupt_create"))
  @@ Speak({"R-create-invalid-args", "R-create-bad-handle", "R-create-wrong-type"},
           Answer("interrupt_create"))
  @@ Speak({"R-trigger-unbound", "R-trigger-canceled", "R-trigger-invalid-args",
            "R-trigger-bad-handle", "R-trigger-wrong-type", "R-trigger-access-denied"},
           Answer("interrupt_trigger"))
  @@ Speak({"R-trigger-waiter"}, Of("interrupt_wait", {"returns", "succeeds"}))
  @@ Speak({"R-destroy-waiter"}, Of("interrupt_wait", {"returns"}))
  @@ Speak({"R-wait"}, Answer("interrupt_wait") \union Of("interrupt_wait", {"timestamp"}))
  @@ Speak({"R-wait-blocks"}, Of("interrupt_wait", {"blocks"}))
  @@ Speak({"R-wait-bound", "R-wait-canceled", "R-wait-bad-handle", "R-wait-wrong-type",
            "R-wait-access-denied"}, Answer("interrupt_wait"))
  @@ Speak({"R-destroy", "R-destroy-unread", "R-destroy-not-found", "R-destroy-bad-handle",
            "R-destroy-wrong-type"}, Answer("interrupt_destroy"))

LOCAL SpokenOfHandles ==
     Speak({"R-port-create"}, Made("port_create"))
  @@ Speak({"R-port-create-invalid-args"}, Answer("port_create"))
  @@ Speak({"R-close", "R-close-invalid", "R-close-bad-handle"}, Answer("handle_close"))
  @@ Speak({"R-close-last"}, Answer("handle_close") \union Of("interrupt_wait", {"returns"}))
  @@ Speak({"R-duplicate"}, Made("handle_duplicate"))
  @@ Speak({"R-duplicate-bad-handle", "R-duplicate-access-denied", "R-duplicate-invalid-args"},
           Answer("handle_duplicate"))
  @@ Speak({"R-replace"}, Made("handle_replace"))
  @@ Speak({"R-replace-bad-handle", "R-replace-invalid-args"}, Answer("handle_replace"))
  @@ Speak({"R-event"}, Made("event_create"))

SpeaksOf == SpokenOfPackets @@ SpokenOfBinds @@ SpokenOfInterrupts @@ SpokenOfHandles
==============================================================================
