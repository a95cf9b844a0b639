------------------------------- MODULE Rights --------------------------------
(***************************************************************************)
(* The rights of the handle that creating an object gives, by the type of  *)
(* the object.  No requirement states them, but every ACCESS_DENIED and    *)
(* every duplicate goes by them.                                           *)
(***************************************************************************)
DefaultRights ==
  [interrupt |-> {"TRANSFER", "DUPLICATE", "WAIT", "INSPECT", "READ", "WRITE", "SIGNAL"},
   port      |-> {"TRANSFER", "DUPLICATE", "INSPECT", "READ", "WRITE"},
   event     |-> {"TRANSFER", "DUPLICATE", "WAIT", "INSPECT", "READ", "WRITE", "SIGNAL"}]

(* What an event withholds of its rights where it does (C-event-rights);    *)
(* the page of event_create at the document's date grants them all.         *)
Withheld == {"READ", "WRITE"}
==============================================================================
