------------------------------- MODULE MCErrors -------------------------------
(***************************************************************************)
(* Every fault of every call, alone and in pairs: the scene of the suites  *)
(* that goes by this name, in every interleaving of one thread with one    *)
(* reader.                                                                 *)
(***************************************************************************)
EXTENDS PropertiesPorts, Suites

MCPrologue == Setup("errors")
MCAlphabet(k, cs) == Stimuli("errors", k, cs)
MCCapacity == [floor |-> 2, k2049 |-> 2, k4097 |-> 3]
==============================================================================
