------------------------------- MODULE MCErrors -------------------------------
(***************************************************************************)
(* Every fault of every call, alone and in pairs: the scene of the suites  *)
(* that goes by this name, in every interleaving of one thread with one    *)
(* reader.                                                                 *)
(***************************************************************************)
EXTENDS PropertiesPorts, Suites

MCPrologue == Unopened("errors").setup
MCAlphabet(k, cs) == Scene("errors", k, cs).stimuli
MCCapacity == [floor |-> 2, k2049 |-> 2, k4097 |-> 3]
==============================================================================
