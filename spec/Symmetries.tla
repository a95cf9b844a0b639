----------------------------- MODULE Symmetries ------------------------------
(***************************************************************************)
(* What may be renamed without a difference.  Two kernels that are equal   *)
(* up to such a renaming allow the same steps up to it, so that whoever    *)
(* evaluates Steps may remember the result for one of them.                *)
(***************************************************************************)

(* The fields, at any depth of a kernel or of a call, whose numbers stand   *)
(* for 64-bit values.  0 is never renamed.                                  *)
ValueFields == {"key", "timestamp", "payload", "remembered", "stale"}

(* The fields of a kernel whose strings are threads.                        *)
ThreadFields == {"thread", "waiters"}
==============================================================================
