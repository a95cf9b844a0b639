------------------------------ MODULE Occasions ------------------------------
(***************************************************************************)
(* A property says what holds on some occasion.  To see that the occasion  *)
(* arises in a model, Given is replaced by Never: then the property fails. *)
(***************************************************************************)
Given(occasion, claim) == occasion => claim
Never(occasion, claim) == ~occasion
==============================================================================
